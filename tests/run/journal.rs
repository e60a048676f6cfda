//! Torn lines, changed plans, other people's files.

use std::{fs, io::Write};

use crate::support::{Place, timeless};

/// Makes a plan of two prompts for a stand-in that counts how often it is asked.
fn place() -> Place {
    let place = Place::new();
    place.stand_in("stand-in");
    place.write(
        "plan.toml",
        r#"
output = "result.json"
rounds = 0

[[prompts]]
id = "one"
domain = "database"
text = "first"

[[prompts]]
id = "two"
domain = "database"
text = "second"

[[models]]
name = "m"
provider = "p"

[providers.p]
kind = "command"
command = ["./stand-in", "count", "m"]
"#,
    );
    place
}

fn edit(place: &Place, from: &str, to: &str) {
    let plan = place.read("plan.toml");
    assert!(plan.contains(from), "{from}");
    place.write("plan.toml", &plan.replacen(from, to, 1));
}

#[test]
fn a_torn_last_line_is_cut_off_and_its_call_made_again() {
    let place = place();
    place.complete(&[]);
    let whole = place.read("result.journal.jsonl");
    let result = place.read("result.json");
    let last = whole.trim_end().rfind('\n').unwrap() + 1;
    // The end of the line lost, its middle, all but its first byte, and its content but not its length.
    let zeros = format!("{}{}\n", &whole[..last], "\0".repeat(whole.len() - last - 1));
    for torn in [&whole[..whole.len() - 1], &whole[..last.midpoint(whole.len())], &whole[..=last], &zeros] {
        place.write("result.journal.jsonl", torn);
        let asked = place.lines("asked").len();
        let said = place.complete(&[]);
        assert!(said.err.contains("The journal's last line was torn and is cut off"), "{said:?}");
        assert_eq!(place.lines("asked").len(), asked + 1);
        assert_eq!(place.entries().len(), 2);
        assert_eq!(timeless(&place.read("result.json")), timeless(&result));
    }
}

#[test]
fn a_journal_whose_first_line_is_torn_is_begun_again() {
    let place = place();
    for torn in ["", "{\"jour", "{\"journal\":1,\"oxsec\":"] {
        place.write("result.journal.jsonl", torn);
        place.complete(&[]);
        assert_eq!(place.entries().len(), 2);
    }
}

#[test]
fn a_line_that_is_broken_elsewhere_is_named() {
    let place = place();
    place.complete(&[]);
    let lines = place.lines("result.journal.jsonl");
    place.write("result.journal.jsonl", &format!("{}\n{{broken\n{}\n", lines[0], lines[2]));
    place.run(&[]).refused(&["line 2 of the journal", "result.journal.jsonl"]);
}

#[test]
fn a_file_that_is_no_journal_is_left_as_it_is() {
    let place = place();
    for text in ["notes of mine", "notes\nof mine\n", "{\"a\": 1}\n", "[]\n{}\n"] {
        place.write("result.journal.jsonl", text);
        place.run(&[]).refused(&["is not a journal of `oxsec run`", "it is left as it is"]);
        assert_eq!(place.read("result.journal.jsonl"), text);
    }
    edit(&place, "rounds = 0", "rounds = 0\njournal = \"/dev/full\"");
    place.run(&[]).refused(&["/dev/full is not a journal"]);
}

#[test]
fn a_changed_plan_is_refused_with_what_changed() {
    let place = place();
    place.complete(&[]);
    edit(&place, "rounds = 0", "rounds = 0\niterations = 2\npreset = \"all\"");
    edit(&place, "id = \"two\"", "id = \"three\"");
    place.run(&[]).refused(&[
        "the plan is not the one that the journal",
        "iterations: 1 became 2",
        "preset: \"recommended\" became \"all\"",
        "prompts.two: gone",
        "prompts.three: new",
        "--extend",
    ]);
    assert_eq!(place.lines("asked").len(), 2);
}

#[test]
fn an_extended_plan_asks_only_what_is_new() {
    let place = place();
    place.complete(&[]);
    edit(&place, "rounds = 0", "rounds = 0\niterations = 3");
    place.complete(&["--extend"]);
    assert_eq!(place.lines("asked").len(), 6);
    place.complete(&[]);
    assert_eq!(place.lines("asked").len(), 6, "the journal knows the plan that it was extended to");
    let result = place.json("result.json");
    assert_eq!(result["models"]["m"]["totalFunctions"], 6);
}

#[test]
fn an_answer_to_other_words_is_never_taken_for_one_to_these() {
    let place = place();
    place.complete(&[]);
    edit(&place, "text = \"first\"", "text = \"something else\"");
    place.run(&["--extend"]).refused(&["m, one, iteration 1 (treatment)", "to another prompt than the plan's"]);
}

#[test]
fn pace_and_place_may_change() {
    let place = place();
    place.complete(&[]);
    edit(&place, "output = \"result.json\"", "output = \"elsewhere.json\"\njournal = \"result.journal.jsonl\"");
    edit(&place, "kind = \"command\"", "kind = \"command\"\nconcurrency = 2\npause_seconds = 0.1\nattempts = 1");
    place.complete(&[]);
    assert!(place.path("elsewhere.json").exists());
    assert_eq!(place.lines("asked").len(), 2);
}

#[test]
fn another_version_of_the_program_is_a_change() {
    let place = place();
    place.complete(&[]);
    let version = format!("\"oxsec\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let journal = place.read("result.journal.jsonl");
    assert!(journal.contains(&version));
    place.write("result.journal.jsonl", &journal.replace(&version, "\"oxsec\":\"0.0.0\""));
    place.run(&[]).refused(&["the version of oxsec: 0.0.0 became"]);
    place.complete(&["--extend"]);
    assert_eq!(place.lines("asked").len(), 2);
}

#[test]
fn a_line_that_was_added_by_hand_counts() {
    let place = place();
    place.complete(&[]);
    let lines = place.lines("result.journal.jsonl");
    let mut journal = fs::File::create(place.path("result.journal.jsonl")).unwrap();
    writeln!(journal, "{}\n{}", lines[0], lines[2]).unwrap();
    place.complete(&[]);
    assert_eq!(place.lines("asked").len(), 3);
}
