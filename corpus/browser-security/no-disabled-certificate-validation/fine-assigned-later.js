const options = {};
options.rejectUnauthorized = false;
export default options;
