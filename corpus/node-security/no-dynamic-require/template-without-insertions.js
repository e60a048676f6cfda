// options: {"allowPatterns": ["^\\./config$"]}
const config = require(`./config`);
//                     ^^^^^^^^^^ dynamicRequire
const name = './config';
const again = require(name);
//                    ^^^^ dynamicRequire

module.exports = config === again;
