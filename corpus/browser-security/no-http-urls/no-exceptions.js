// options: { "allowedHosts": [] }
const dev = 'http://localhost:3000';
//          ^^^^^^^^^^^^^^^^^^^^^^^ insecureHttp
export default dev;
