// options: { "allowedPorts": [8080] }
const open = ['http://build.internal:8080', 'HTTP://build.internal:9090'];
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureHttpWithException
export default open;
