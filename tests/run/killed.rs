//! Runs that are killed, interrupted, and kept apart.

use std::{
    collections::HashSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    process::Child,
    thread,
    time::Duration,
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::support::{Place, eventually, is_alive, timeless};

const PLAN: &str = r#"
output = "result.json"
rounds = 2
preset = "none"
rules = { "pg/no-select-all" = "error" }
remediator = { database = "a", otherwise = "self" }

[[conditions]]
name = "treatment"
prompt = "{prompt}"

[[conditions]]
name = "control"
prompt = "{prompt} Mind security."

[providers.first]
kind = "command"
command = ["./stand-in", "count", "{model}"]
concurrency = 3
attempts = 1
give_up_after = 1000

[providers.second]
kind = "command"
command = ["./stand-in", "count", "{model}"]
concurrency = 2
attempts = 1
give_up_after = 1000

[[models]]
name = "a"
provider = "first"

[[models]]
name = "b"
provider = "second"

[[models]]
name = "c"
provider = "first"
"#;

const RESULTS: [&str; 2] = ["result.treatment.json", "result.control.json"];

fn place() -> Place {
    let place = Place::new();
    place.stand_in("stand-in");
    place.write("plan.toml", PLAN);
    place
}

/// Returns the call that an entry of the journal belongs to, as the stand-in counts calls.
fn counted(by: &str, asked: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (by, asked).hash(&mut hasher);
    hasher.finish().to_string()
}

/// Returns the calls whose outcome is in the journal, apart from a torn last line.
fn recorded(place: &Place) -> HashSet<String> {
    let lines = place.lines("result.journal.jsonl");
    let values = lines.iter().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    values.filter_map(|entry| Some(counted(entry["by"].as_str()?, entry["asked"].as_str()?))).collect()
}

/// Returns whether the run ended before the journal grew by so many lines.
fn ended_before(place: &Place, run: &mut Child, growth: usize) -> bool {
    let length =
        || fs::read(place.path("result.journal.jsonl")).map_or(0, |bytes| memchr::memchr_iter(b'\n', &bytes).count());
    let until = length() + growth;
    loop {
        if run.try_wait().unwrap().is_some() {
            return true;
        }
        if length() >= until {
            return false;
        }
        thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_run_that_is_killed_again_and_again_comes_to_the_same_result() {
    let undisturbed = place();
    undisturbed.complete_with_failures(&["--quiet"]);
    let calls = undisturbed.entries().len();
    assert_eq!(undisturbed.lines("asked").len(), calls, "every call is made once");
    let failed = undisturbed.entries().iter().filter(|entry| entry["error"].is_string()).count();
    assert!(calls > 150 && failed > 5, "the plan is worth it: {calls} calls, {failed} failed");

    let killed = place();
    let mut random = ChaCha8Rng::seed_from_u64(6);
    let mut kills = 0;
    loop {
        let recorded_before = recorded(&killed);
        let asked_before = killed.lines("asked").len();
        let mut run = killed.start(&["--quiet"]);
        let ended = ended_before(&killed, &mut run, random.random_range(0..14));
        if !ended {
            thread::sleep(Duration::from_micros(random.random_range(0..12_000)));
            let _ = run.kill();
            kills += 1;
        }
        let status = run.wait().unwrap();
        for call in &killed.lines("asked")[asked_before..] {
            assert!(!recorded_before.contains(call), "a recorded call was made again");
        }
        // The run is complete, though some calls failed for good.
        if status.code() == Some(2) && RESULTS.iter().all(|result| killed.path(result).exists()) {
            break;
        }
        assert!(!ended, "it ended by itself with {status}: {}", killed.read("stderr"));
    }
    assert!(kills > 10, "{kills} kills");

    for result in RESULTS {
        let (killed, undisturbed) = (timeless(&killed.read(result)), timeless(&undisturbed.read(result)));
        for (killed, undisturbed) in killed.lines().zip(undisturbed.lines()) {
            assert_eq!(killed, undisturbed, "{result} after {kills} kills");
        }
        assert!(killed == undisturbed, "{result} after {kills} kills");
    }
    // A stand-in whose run was killed before it was given its whole prompt noted a call that there is not.
    let asked: HashSet<String> = killed.lines("asked").into_iter().collect();
    assert!(asked.is_superset(&recorded(&killed)), "nothing is recorded that was not asked");

    let result = killed.read(RESULTS[0]);
    let asked = killed.lines("asked").len();
    killed.complete_with_failures(&[]);
    assert_eq!(killed.read(RESULTS[0]), result, "the times are those of the journal");
    assert_eq!(killed.lines("asked").len(), asked, "a run that is complete asks nothing");
}

#[test]
fn signals_end_the_run_cleanly() {
    for (signal, status) in [(Signal::SIGINT, 130), (Signal::SIGTERM, 143)] {
        let place = Place::new();
        place.stand_in("stand-in");
        place.plan("kind = \"command\"\ncommand = [\"./stand-in\", \"hang\"]");
        let run = place.command(&[]).stderr(std::process::Stdio::piped()).spawn().unwrap();
        eventually("the program is asked", || place.lines("pids").len() == 2);
        kill(Pid::from_raw(run.id().cast_signed()), signal).unwrap();
        let output = run.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("run the same command to go on"), "{output:?}");
        for pid in place.lines("pids") {
            eventually("a process outlives the run", || !is_alive(&pid));
        }
        assert!(place.entries().is_empty());
        assert!(!place.path("result.json").exists());
    }
}

#[test]
fn two_runs_on_one_journal_exclude_each_other() {
    let place = Place::new();
    place.stand_in("stand-in");
    place.plan("kind = \"command\"\ncommand = [\"./stand-in\", \"hang\"]");
    let mut first = place.start(&[]);
    eventually("the first run asks", || place.lines("pids").len() == 2);
    place.run(&[]).refused(&["another run is using the journal"]);
    kill(Pid::from_raw(first.id().cast_signed()), Signal::SIGTERM).unwrap();
    first.wait().unwrap();
}

#[test]
fn a_run_that_is_killed_leaves_no_process_and_no_folder() {
    let place = Place::new();
    place.stand_in("stand-in");
    place.plan("kind = \"command\"\ncommand = [\"./stand-in\", \"hang\"]\nlimit_seconds = 600");
    let temporary = place.path("temporary");
    fs::create_dir(&temporary).unwrap();
    let start = || place.command(&["--quiet"]).env("TMPDIR", &temporary).spawn().unwrap();
    let folders = || fs::read_dir(&temporary).unwrap().count();
    let mut run = start();
    eventually("the program and its child are there", || place.lines("pids").len() == 2);
    assert_eq!(folders(), 1, "the program has a folder of its own");
    kill(Pid::from_raw(run.id() as i32), Signal::SIGKILL).unwrap();
    run.wait().unwrap();
    for pid in place.lines("pids") {
        eventually("a process outlives the run", || !is_alive(&pid));
    }
    // The next run removes the leftovers of a killed one.
    let mut next = start();
    eventually("the next run asks", || place.lines("pids").len() == 4);
    assert_eq!(folders(), 1);
    kill(Pid::from_raw(next.id() as i32), Signal::SIGTERM).unwrap();
    next.wait().unwrap();
    assert_eq!(folders(), 0);
}
