const options = { rejectUnauthorized: !isDevelopment, 'strictSSL': false };
export default options;
