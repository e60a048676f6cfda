//! The watcher: a process that briefly outlives this one and kills the programs that still run if this one is killed.

use std::{
    collections::BTreeSet,
    env, fs,
    io::{self, BufRead, Write},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::{Mutex, PoisonError},
};

use nix::{
    errno::Errno,
    sys::signal::{Signal, kill, killpg},
    unistd::Pid,
};

/// The argument that makes this program the watcher, alone on the command line.
pub const WATCH: &str = "__watch-programs";

/// The name of the temporary folders of programs, before this process's number.
const FOLDER_PREFIX: &str = "oxsec-";

/// The watcher of this process. It ends when this process does.
pub struct Watcher {
    /// The pipe to it; `None` where it could not be started: programs are then killed by this process alone.
    pipe: Option<Mutex<ChildStdin>>,
    process: Option<Child>,
}

impl Watcher {
    /// Starts the watcher of this process.
    pub fn start() -> Self {
        match Self::spawn() {
            Some(mut process) => Self { pipe: process.stdin.take().map(Mutex::new), process: Some(process) },
            None => Self { pipe: None, process: None },
        }
    }

    fn spawn() -> Option<Child> {
        let program = env::current_exe().ok()?;
        // Another program that links this library does not know the argument.
        if program.file_stem()? != "oxsec" {
            return None;
        }
        let mut command = Command::new(program);
        command.arg(WATCH).env_clear().current_dir("/").process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().ok()
    }

    /// Records a running program that leads this process group.
    pub fn begun(&self, group: Pid) {
        self.tell(&format!("+{group}\n"));
    }

    /// Records that it ended.
    pub fn ended(&self, group: Pid) {
        self.tell(&format!("-{group}\n"));
    }

    fn tell(&self, line: &str) {
        if let Some(pipe) = &self.pipe {
            // A run continues without its watcher.
            let _ = pipe.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes());
        }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.pipe = None;
        if let Some(mut process) = self.process.take() {
            let _ = process.wait();
        }
    }
}

/// Reads which process groups begin and end, until the writing process ends, and kills those that are left.
pub fn watch(input: impl BufRead) {
    let mut groups = BTreeSet::new();
    for line in input.lines().map_while(Result::ok) {
        let Some((sign, group)) = line.split_at_checked(1).and_then(|(sign, group)| Some((sign, group.parse().ok()?)))
        else {
            continue;
        };
        // Lower numbers do not belong to programs.
        if group > 1 && sign == "+" {
            groups.insert(group);
        } else {
            groups.remove(&group);
        }
    }
    for group in groups {
        let _ = killpg(Pid::from_raw(group), Signal::SIGKILL);
    }
}

/// Returns the prefix of the temporary folders of this process's programs.
pub fn folder_prefix() -> String {
    format!("{FOLDER_PREFIX}{}-", std::process::id())
}

/// Removes the temporary folders of processes that no longer run.
pub fn remove_left_folders(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(FOLDER_PREFIX)?.split_once('-')?.0.parse().ok());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && process.is_some_and(is_over) {
            // Another user's folder stays.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn is_over(process: i32) -> bool {
    process > 1 && kill(Pid::from_raw(process), None) == Err(Errno::ESRCH)
}

/// Returns whether an error means that the machine has exhausted a resource, which tells nothing about a call.
pub fn is_exhaustion(error: &io::Error) -> bool {
    let errno = error.raw_os_error().map(Errno::from_raw);
    matches!(errno, Some(Errno::EMFILE | Errno::ENFILE | Errno::EAGAIN | Errno::ENOMEM | Errno::ENOSPC | Errno::EDQUOT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_removed_whose_process_is_over() {
        let folder = tempfile::tempdir().unwrap();
        let mut ended = Command::new("true").spawn().unwrap();
        ended.wait().unwrap();
        let left = [
            format!("{FOLDER_PREFIX}{}-abc", ended.id()),
            format!("{}abc", folder_prefix()),
            "oxsec-abc".to_owned(),
            "other-1-abc".to_owned(),
        ];
        left.iter().for_each(|name| fs::create_dir(folder.path().join(name)).unwrap());
        remove_left_folders(folder.path());
        let is_left: Vec<bool> = left.iter().map(|name| folder.path().join(name).exists()).collect();
        assert_eq!(is_left, [false, true, true, true]);
    }

    #[test]
    fn groups_that_have_not_ended_are_killed() {
        let start = || Command::new("sleep").arg("60").process_group(0).spawn().unwrap();
        let (mut left, mut ended) = (start(), start());
        watch(format!("+{}\n+{}\nnothing\n-{}\n", left.id(), ended.id(), ended.id()).as_bytes());
        assert!(!left.wait().unwrap().success());
        assert!(ended.try_wait().unwrap().is_none());
        ended.kill().unwrap();
        ended.wait().unwrap();
    }
}
