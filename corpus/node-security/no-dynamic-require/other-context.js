// options: {"allowContexts": ["test", "build"]}
// filename: src/server/plugins.js
module.exports = (names) => names.map((name) => require(name));
//                                                      ^^^^ dynamicRequire
module.exports.first = (names) => require(names[0]);
//                                        ^^^^^^^^ dynamicRequire
module.exports.all = (names) => require(...names);
//                                      ^^^^^^^^ dynamicRequire
