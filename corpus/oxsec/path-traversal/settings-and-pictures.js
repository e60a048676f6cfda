const path = require('path');
const vinyl = require('vinyl-fs');
const gulp = require('gulp');
const prettier = require('prettier');
const jimp = require('jimp');
const sharp = require('sharp');
const mime = require('mime');
const nconf = require('nconf');
const dotenv = require('dotenv');
const { Monitor } = require('forever-monitor');
const pm2 = require('pm2');
const cluster = require('cluster');
const { fork } = require('child_process');
const { Worker } = require('worker_threads');
const sandboxed = require('sandboxed-module');

exports.sources = (name) => vinyl.src(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.target = (name) => vinyl.dest(path.join('/srv/files', name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.styles = (name) => gulp.src(path.join('/srv/files', name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.style = (name) => prettier.resolveConfig(path.join('/srv/files', name));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.picture = (name) => jimp.read(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.small = (name) => sharp(path.join('/srv/files', name)).resize(100).toBuffer();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.saved = (picture, name) => sharp(picture).toFile(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
//                                 ^^^^^^^^^^^^^^ pathTraversal
exports.types = (name) => mime.load(path.join('/srv/files', name));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.settings = (name) => nconf.file(path.join('/srv/files', name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.environment = (name) => dotenv.config({ path: path.join('/srv/files', name) });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.monitor = (name) => new Monitor(path.join('/srv/files', name), { max: 3 }).start();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.start = (name, done) => pm2.start(path.join('/srv/files', name), done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.primary = (name) => cluster.setupPrimary({ exec: path.join('/srv/files', name) });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.child = (name) => fork(path.join('/srv/files', name));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.thread = (name) => new Worker(path.join('/srv/files', name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.addon = (name) => process.dlopen({ exports: {} }, path.join('/srv/files', name));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.module = (name) => sandboxed.load(path.join('/srv/files', name), { requires: {} });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
