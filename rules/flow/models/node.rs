//! Node.js: files, processes, addresses, the machine.

use super::{Row, is, op, same_op, sink, source};
use crate::{
    engine::SourceKind::Remote,
    flow::{
        Shape::Text,
        SinkKind::{Code, Folder, Path, Program, Removal, Shell},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // One module under two names.
    is("fs.promises", "fs"), is("graceful-fs", "fs"), is("fs-extra", "fs"), is("path.posix", "path"),
    is("url.URL", "URL"), is("url.URLSearchParams", "URLSearchParams"),
    is("buffer.Buffer", "Buffer"), is("process.mainModule.require", "require"), is("global.process", "process"),
    // Processes.
    sink("child_process.exec", 0, Shell), sink("child_process.execSync", 0, Shell),
    sink("child_process.spawn", 0, Program), sink("child_process.spawnSync", 0, Program),
    sink("child_process.execFile", 0, Program), sink("child_process.execFileSync", 0, Program),
    sink("child_process.fork", 0, Path),
    // Files.
    sink("fs.readFile", 0, Path), sink("fs.readFileSync", 0, Path), sink("fs.writeFile", 0, Path),
    sink("fs.writeFileSync", 0, Path), sink("fs.appendFile", 0, Path), sink("fs.appendFileSync", 0, Path),
    sink("fs.createReadStream", 0, Path), sink("fs.createWriteStream", 0, Path), sink("fs.open", 0, Path),
    sink("fs.openSync", 0, Path), sink("fs.unlink", 0, Path), sink("fs.unlinkSync", 0, Path), sink("fs.rm", 0, Path),
    sink("fs.rmSync", 0, Path), sink("fs.rmdir", 0, Removal), sink("fs.rmdirSync", 0, Removal), sink("fs.readdir", 0, Folder),
    sink("fs.readdirSync", 0, Folder), sink("fs.opendir", 0, Folder), sink("fs.opendirSync", 0, Folder),
    sink("fs.copyFile", 0, Path), sink("fs.copyFile", 1, Path), sink("fs.copyFileSync", 0, Path),
    sink("fs.copyFileSync", 1, Path), sink("fs.cp", 0, Path), sink("fs.cp", 1, Path), sink("fs.rename", 0, Path),
    sink("fs.rename", 1, Path), sink("fs.renameSync", 0, Path), sink("fs.renameSync", 1, Path), sink("fs.chmod", 0, Path),
    sink("fs.chmodSync", 0, Path), sink("fs.chown", 0, Path), sink("fs.symlink", 1, Path), sink("fs.link", 1, Path),
    sink("fs.truncate", 0, Path), sink("fs.mkdtemp", 0, Path), sink("fs.readlink", 0, Path), sink("fs.watch", 0, Path),
    sink("fs.readJson", 0, Path), sink("fs.writeJson", 0, Path), sink("fs.remove", 0, Path), sink("fs.outputFile", 0, Path),
    same_op("fs.realpath", "path.resolve"), same_op("fs.realpathSync", "path.resolve"),
    same_op("fs.realpathSync.native", "path.resolve"),
    op("path.basename"), op("path.dirname"), op("path.extname"), op("path.isAbsolute"), op("path.join"), op("path.normalize"),
    op("path.format"), op("path.parse"), op("path.relative"), op("path.resolve"),
    // Addresses.
    op("url.parse"), op("url.resolve"), op("url.format"), op("url.fileURLToPath"), op("querystring.escape"),
    op("querystring.unescape"), op("querystring.parse"),
    // It is given the request.
    source("parseurl().pathname", Remote, Text), source("parseurl().path", Remote, Text), source("parseurl().query", Remote, Text),
    source("parseurl().search", Remote, Text), source("parseurl().href", Remote, Text),
    // Code.
    sink("vm.runInNewContext", 0, Code), sink("vm.runInThisContext", 0, Code), sink("vm.runInContext", 0, Code),
    sink("vm.Script", 0, Code), sink("vm.compileFunction", 0, Code),
];
