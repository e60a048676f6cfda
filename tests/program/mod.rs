//! The program, and folders of files for it.

#![allow(dead_code, reason = "each test uses some of these")]

use std::{fs, path::Path};

use assert_cmd::Command;
use tempfile::TempDir;

/// Makes a folder with these files, and the lock file that `node-security/lock-file` asks for.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files.iter().chain(&[("package-lock.json", "{}")]) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Returns a call of the program in a folder.
pub fn oxsec(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("oxsec").expect("the program is built");
    command.current_dir(folder).env("NO_COLOR", "1");
    command
}

/// Runs the program in a folder. Returns its exit status, standard output and standard error.
pub fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = oxsec(folder).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}
