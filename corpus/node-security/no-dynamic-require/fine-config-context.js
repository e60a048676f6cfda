// options: {"allowContexts": ["config", "runtime"]}
// filename: webpack.common.js
const mode = process.env.NODE_ENV || 'development';

module.exports = {
  ...require(`./settings.${mode}.js`),
  entry: './src/index.js',
};
