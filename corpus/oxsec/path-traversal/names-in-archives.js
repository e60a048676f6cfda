const fs = require('fs');
const path = require('path');
const unzipper = require('unzipper');
const unzip = require('unzip');
const tar = require('tar');
const tarStream = require('tar-stream');
const yauzl = require('yauzl');
const AdmZip = require('adm-zip');
const jszip = require('jszip');
const StreamZip = require('node-stream-zip');
const decompress = require('decompress');

exports.a = (stream) => stream.pipe(unzipper.Parse()).on('entry', (entry) => {
  entry.pipe(fs.createWriteStream(path.join('/srv/files', entry.path)));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.b = (stream) => stream.pipe(unzip.Parse()).on('entry', (entry) => {
  entry.pipe(fs.createWriteStream(path.join('/srv/files', entry.path)));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.c = (stream) => stream.pipe(new tar.Parse()).on('entry', (entry) => {
  entry.pipe(fs.createWriteStream(path.join('/srv/files', entry.path)));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.d = (stream) => {
  const extract = tarStream.extract();
  extract.on('entry', (header, content, next) => {
    content.pipe(fs.createWriteStream(path.join('/srv/files', header.name)));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
    next();
  });
  stream.pipe(extract);
};
exports.e = (file) => yauzl.open(file, { lazyEntries: true }, (error, archive) => {
  archive.on('entry', (entry) => fs.mkdirSync(path.join('/srv/files', entry.fileName)));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.f = (data) => yauzl.fromBuffer(data, { lazyEntries: true }, (error, archive) => {
  archive.on('entry', (entry) => fs.mkdirSync(path.join('/srv/files', entry.fileName)));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.g = (file) => {
  const zip = new AdmZip(file);
//            ^^^^^^^^^^^^^^^^ pathTraversal
  const entries = zip.getEntries();
  for (let i = 0; i < entries.length; i++) {
    fs.writeFileSync(path.join('/srv/files', entries[i].entryName), entries[i].getData());
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  }
  zip.getEntries().forEach((entry) => {
    fs.writeFileSync(path.join('/srv/files', entry.entryName), entry.getData());
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  });
  const first = zip.getEntry('first');
  fs.writeFileSync(path.join('/srv/files', first.name), first.getData());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
exports.h = async (data) => {
  const zip = await new jszip().loadAsync(data);
  zip.forEach((name, entry) => fs.writeFileSync(path.join('/srv/files', name), entry));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
exports.i = async (data) => {
  const zip = await jszip.loadAsync(data);
  zip.forEach((name, entry) => fs.writeFileSync(path.join('/srv/files', name), entry));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
exports.j = (file) => new StreamZip({ file }).on('entry', (entry) => {
  fs.mkdirSync(path.join('/srv/files', entry.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
exports.l = async (data) => {
  const zip = new jszip();
  await zip.loadAsync(data);
  zip.forEach((name, entry) => fs.writeFileSync(path.join('/srv/files', name), entry));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
exports.k = (file) => decompress(file, '/tmp/all', {
  map: (entry) => {
    fs.writeFileSync(path.join('/srv/files', entry.path), entry.data);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
    return entry;
  },
  filter: (entry) => fs.existsSync(path.join('/srv/files', entry.path)) || fs.readFileSync(path.join('/srv/files', entry.path)),
//                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
