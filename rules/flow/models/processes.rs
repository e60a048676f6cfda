//! Libraries that run programs, and those that read command lines.

use super::{Row, fields, passes, sink, source};
use crate::{
    engine::SourceKind::Local,
    flow::{
        Shape::{Any, Text},
        SinkKind::{Folder, Path, Program, Removal, Shell},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    sink("execa", 0, Program), sink("execa.execa", 0, Program), sink("execa.execaSync", 0, Program), sink("execa.sync", 0, Program),
    sink("execa.command", 0, Shell), sink("execa.commandSync", 0, Shell), sink("execa.execaCommand", 0, Shell), sink("execa.execaCommandSync", 0, Shell),
    sink("execa.shell", 0, Shell), sink("execa.shellSync", 0, Shell),
    sink("cross-spawn", 0, Program), sink("cross-spawn.spawn", 0, Program), sink("cross-spawn.sync", 0, Program), sink("cross-spawn-async", 0, Program),
    sink("shelljs.exec", 0, Shell), sink("exec-async", 0, Shell), sink("remote-exec", 1, Shell),
    sink("child-process-promise.exec", 0, Shell), sink("child-process-promise.spawn", 0, Program), sink("child-process-promise.execFile", 0, Program),
    sink("mz.child_process.exec", 0, Shell), sink("mz.child_process.execSync", 0, Shell), sink("promisify-child-process.exec", 0, Shell),
    sink("ssh2.Client().exec", 0, Shell), sink("simple-ssh().exec", 0, Shell), sink("node-cmd.run", 0, Shell), sink("node-cmd.get", 0, Shell),
    sink("@expo.spawn-async", 0, Program), sink("foreground-child", 0, Program), sink("foreground-child.foregroundChild", 0, Program), sink("gulp-shell.task", 0, Shell),
    // Files.
    sink("rimraf", 0, Removal), sink("rimraf.sync", 0, Removal), sink("rimraf.rimraf", 0, Removal), sink("rimraf.rimrafSync", 0, Removal), sink("del", 0, Removal),
    sink("mkdirp", 0, Folder), sink("mkdirp.mkdirp", 0, Folder), sink("mkdirp.sync", 0, Folder), sink("mkdirp.mkdirpSync", 0, Folder),
    sink("mkdirp.native", 0, Folder), sink("mkdirp.nativeSync", 0, Folder), sink("mkdirp.manual", 0, Folder), sink("mkdirp.manualSync", 0, Folder),
    sink("mkdirp.mkdirpNative", 0, Folder), sink("mkdirp.mkdirpNativeSync", 0, Folder), sink("mkdirp.mkdirpManual", 0, Folder),
    sink("mkdirp.mkdirpManualSync", 0, Folder), sink("make-dir", 0, Folder), sink("send", 1, Path), sink("write-file-atomic", 0, Path),
    sink("adm-zip", 0, Path), sink("glob", 0, Folder), sink("glob.sync", 0, Folder), sink("globby", 0, Folder), sink("globby.sync", 0, Folder),
    sink("jsonfile.readFile", 0, Path), sink("jsonfile.readFileSync", 0, Path), sink("jsonfile.writeFile", 0, Path), sink("jsonfile.writeFileSync", 0, Path),
    sink("fs.emptyDir", 0, Removal), sink("fs.ensureDir", 0, Folder), sink("fs.move", 1, Path), sink("fs.copy", 1, Path), sink("fs.copySync", 1, Path),
    sink("fs.outputFileSync", 0, Path), sink("fs.removeSync", 0, Path), sink("fs.readJsonSync", 0, Path), sink("fs.writeJsonSync", 0, Path),
    // Command lines.
    source("yargs.argv", Local, Any), source("optimist.argv", Local, Any), source("commander.opts()", Local, Any),
    source("commander.Command().opts()", Local, Any), source("commander.program.opts()", Local, Any), source("meow().flags", Local, Any),
    source("meow().input", Local, Any), fields("minimist"), fields("yargs-parser"), source("arg()", Local, Any),
    source("command-line-args()", Local, Any), source("dashdash.parse()", Local, Any), source("argparse.ArgumentParser().parse_args()", Local, Any),
    source("process.stdin.read()", Local, Text),
    // Bytes by another name.
    passes("Uint8Array", 0),
];
