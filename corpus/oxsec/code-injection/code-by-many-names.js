const vm = require('vm');
const vm2 = require('vm2');
const nodeVm2 = require('node-vm2');
const safeEval = require('safe-eval');
const saferEval = require('safer-eval');
const notevil = require('notevil');
const mathjs = require('mathjs');
const ivm = require('isolated-vm');
const Sandbox = require('sandbox');
const expressionEval = require('expression-eval');
const angularExpressions = require('angular-expressions');
const jsonata = require('jsonata');
const Module = require('module');
const { Module: ModuleClass } = require('module');
const requireFromString = require('require-from-string');
const repl = require('repl');

exports.a = (code) => vm.runInNewContext('(' + code + ')', {});
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.b = (code) => vm.runInThisContext('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.c = (code) => vm.runInContext('(' + code + ')', vm.createContext({}));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.d = (code) => new vm.Script('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.e = (code) => vm.compileFunction('return ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.f = (code) => new vm.SourceTextModule('export default ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.g = (code) => new vm2.VM().run('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.h = (code) => new vm2.NodeVM().run('module.exports = ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.i = (code) => new vm2.VMScript('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.j = (code) => new nodeVm2.VM().run('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.k = (code) => safeEval('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.l = (code) => saferEval('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.m = (code) => notevil('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.n = (code) => mathjs.eval('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.o = (code) => mathjs.evaluate('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.p = (code) => mathjs.compile('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.q = (code) => mathjs.parse('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.r = (code) => new ivm.Isolate().compileScript('(' + code + ')');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.s = (code, done) => new Sandbox().run('(' + code + ')', done);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.t = (code) => expressionEval.compile('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.u = (code) => angularExpressions.compile('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.v = (code) => jsonata('1 + ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.w = (code, name) => new ModuleClass(name)._compile('module.exports = ' + code, name);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.x = (code, name) => new Module(name)._compile('module.exports = ' + code, name);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.y = (code, name) => new module.constructor()._compile('module.exports = ' + code, name);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.z = (code) => requireFromString('module.exports = ' + code);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection

exports.eval = (code) => eval('(' + code + ')');
//                       ^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.evalOfGlobal = (code) => global.eval('(' + code + ')');
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.evalOfThis = (code) => globalThis.eval('(' + code + ')');
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.evalOfWindow = (code) => window.eval('(' + code + ')');
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.function = (code) => new Function('a', 'return ' + code);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.functionOfGlobal = (code) => new global.Function('return ' + code);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.functionOfThis = (code) => new globalThis.Function('return ' + code);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.later = (code) => setTimeout('go(' + code + ')', 10);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.again = (code) => setInterval('go(' + code + ')', 10);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.laterOfGlobal = (code) => global.setTimeout('go(' + code + ')', 10);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.old = (code) => execScript('go(' + code + ')');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
exports.oldOfWindow = (code) => window.execScript('go(' + code + ')');
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
