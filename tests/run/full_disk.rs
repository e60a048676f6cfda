//! A disk that is full in the middle of a run.

use std::{
    os::unix::process::CommandExt,
    path::Path,
    process::{Command, Stdio},
};

use crate::support::{Place, Said};

const PLAN: &str = r#"
rounds = 0
iterations = 10

[[models]]
name = "m"
provider = "p"

[providers.p]
kind = "command"
command = ["./stand-in", "count", "m"]
concurrency = 2
"#;

/// Asserts the state that a run leaves when the disk is full, and that it continues when there is room.
fn goes_on_when_there_is_room(place: &Place, said: &Said, journal: &Path, make_room: impl FnOnce()) {
    said.refused(&["cannot be written", "its contents so far are complete", "run the same command to continue"]);
    let text = std::fs::read_to_string(journal).unwrap();
    assert!(text.ends_with('\n'), "the journal ends with a whole line");
    let recorded =
        text.lines().inspect(|line| _ = serde_json::from_str::<serde_json::Value>(line).unwrap()).count() - 1;
    assert!((1..200).contains(&recorded), "{recorded}");
    let asked = place.lines("asked").len();
    assert!(asked <= recorded + 2 * 2, "{asked} calls for {recorded} entries: at most those in flight are lost");

    make_room();
    place.complete(&[]);
    assert_eq!(place.lines("asked").len(), asked + 200 - recorded);
}

/// The shell's limit on the size of files replaces the disk's, where nobody may mount one.
#[test]
fn a_file_that_cannot_grow() {
    let place = Place::new();
    place.stand_in("stand-in");
    place.write("plan.toml", &format!("output = \"result.json\"\n{PLAN}"));
    let run = place.command(&["--quiet"]);
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 60; exec \"$0\" \"$@\""])
        .arg(run.get_program())
        .args(run.get_args())
        .current_dir(run.get_current_dir().unwrap())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    goes_on_when_there_is_room(&place, &Said::of(output), &place.path("result.journal.jsonl"), || {});
}

#[test]
fn a_small_file_system() {
    let place = Place::new();
    place.stand_in("stand-in");
    let disk = place.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let mount = |options: &str| {
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&disk).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if !mount("size=64k") {
        eprintln!("SKIPPED: no file system can be mounted here");
        return;
    }
    let _unmount = Unmount(&disk);
    place.write("plan.toml", &format!("output = \"disk/result.json\"\n{PLAN}"));
    let said = place.run(&["--quiet"]);
    goes_on_when_there_is_room(&place, &said, &disk.join("result.journal.jsonl"), || {
        assert!(mount("remount,size=64m"));
    });
}

struct Unmount<'p>(&'p Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        // In a group of its own, so that nothing that ends the tests ends it too.
        let _ = Command::new("umount").arg(self.0).process_group(0).status();
    }
}
