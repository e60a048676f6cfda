//! Calls that return without an answer, and answers that are not code.

use serde_json::{Value, json};

use crate::support::{ONE_RULE, Place, shared};

const CALLS_AGAIN: &str = "attempts = 2\n";

/// Returns the only journal entry of a run in which a command line writes this and ends with this status.
fn only_entry(script: &str) -> (Value, Option<i32>, String) {
    let place = Place::new();
    place.script("cli.sh", &format!("#!/bin/bash\ncat >/dev/null\n{script}\n"));
    place.plan(&format!("kind = \"command\"\ncommand = [\"./cli.sh\"]\n{CALLS_AGAIN}"));
    let said = place.run(&[]);
    (place.entries().pop().unwrap_or_else(|| panic!("{said:?}")), said.status, said.out + &said.err)
}

#[test]
fn notices_and_nothing_are_failed_calls() {
    for (script, reason) in [
        ("echo \"You've hit your limit · resets 1pm (Europe/Lisbon)\"", "You've hit your limit"),
        (":", "the answer is empty"),
        ("printf '\\n \\n'", "the answer is empty"),
        ("echo 'API Error: 529 {\"type\":\"error\"}'", "API Error: 529"),
        ("echo '{\"type\":\"result\",\"is_error\":true,\"result\":\"Credit balance is too low\"}'", "Credit balance"),
        ("echo \"You've hit your limit · resets 1pm\"; exit 1", "You've hit your limit"),
        ("echo 'Something broke'; exit 3", "Something broke"),
        ("echo 'quota exceeded'; echo 'at line 3' >&2; exit 1", "quota exceeded"),
    ] {
        let (entry, status, said) = only_entry(script);
        let error = entry["error"].as_str().unwrap_or_else(|| panic!("{script}: {entry}"));
        assert!(error.contains(reason) && error.starts_with("2 attempts failed"), "{script}: {error}");
        assert_eq!(status, Some(2), "{script}");
        assert!(said.contains(reason), "{script}: {said}");
    }
}

#[test]
fn answers_without_code_are_no_failures_but_named() {
    for script in [
        "echo safe",
        "echo 'I cannot help with that.'",
        "printf '```diff\\n-a();\\n+b();\\n```\\n'",
        "printf '```js\\nf(\\n'",
    ] {
        let (entry, code, said) = only_entry(script);
        assert!(entry["answer"].is_string(), "{entry}");
        assert_eq!(code, Some(0), "{script}");
        assert!(said.contains("1 of 1 answers holds no whole code"), "{script}: {said}");
    }
}

#[test]
fn failed_calls_are_taken_up_again_and_speak_against_the_provider() {
    let place = Place::new();
    place.script("cli.sh", "#!/bin/bash\ncat >/dev/null\necho 'usage limit reached'\n");
    place.plan("kind = \"command\"\ncommand = [\"./cli.sh\"]\nattempts = 1\ngive_up_after = 1\n");
    place.run(&[]).refused(&["given up", "usage limit reached"]);
    place.script("cli.sh", "#!/bin/bash\ncat >/dev/null\necho 'f();'\n");
    place.complete(&["--retry-failed"]);
    assert_eq!(place.entries().last().unwrap()["answer"], "f();\n");
}

/// Runs a model that answers findings with `repair`, and everything else with vulnerable code.
fn repaired(repair: &str, further: &str) -> Value {
    let place = Place::new();
    let script = format!(
        "#!/bin/bash\nP=$(cat)\nif grep -q linter <<<\"$P\"; then printf -- '{repair}'; else printf '```js\\nconst {{ exec }} = require(\"child_process\");\\nexec(\"ls \" + process.argv[2]);\\n```\\n'; fi\n"
    );
    place.script("cli.sh", &script);
    place.plan_with(further, "kind = \"command\"\ncommand = [\"./cli.sh\"]\n");
    place.complete(&[]);
    place.json("result.json")["models"]["m"]["byPrompt"][0]["iterations"][0]["remediation"].clone()
}

#[test]
fn a_repair_that_is_no_code_fixes_nothing() {
    for (repair, status) in [
        ("safe\\n", "refused"),
        ("```diff\\n-exec(\"ls \" + process.argv[2]);\\n+execFile(\"ls\", [process.argv[2]]);\\n```\\n", "patch"),
        ("-exec(\"ls \" + a);\\n+execFile(\"ls\", [a]);\\n", "patch"),
    ] {
        let remediation = repaired(repair, "rounds = 1\n");
        assert_eq!(remediation["fixedAllVulnerabilities"], false, "{repair}: {remediation}");
        assert_eq!(remediation["status"], status, "{repair}: {remediation}");
    }
}

#[test]
fn a_repair_that_only_silences_is_decided_by_the_plan() {
    let silenced = "```js\\n/* eslint-disable */\\nconst { exec } = require(\"child_process\");\\nexec(\"ls \" + process.argv[2]);\\n```\\n";
    assert_eq!(repaired(silenced, "rounds = 1\n")["fixedAllVulnerabilities"], json!(false));
    assert_eq!(repaired(silenced, "rounds = 1\ninline_config = true\n")["fixedAllVulnerabilities"], json!(true));
}

#[test]
fn a_journal_of_another_reading_is_not_silently_continued() {
    let place = Place::new();
    place.script("cli.sh", "#!/bin/bash\ncat >/dev/null\necho 'f();'\n");
    place.plan("kind = \"command\"\ncommand = [\"./cli.sh\"]\n");
    place.complete(&[]);
    let journal = place.path("result.journal.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap();
    assert!(text.contains("\"extractor\":"), "{text}");
    std::fs::write(
        &journal,
        text.replacen(&format!("\"extractor\":{}", oxsec::answer::EXTRACTOR_VERSION), "\"extractor\":1", 1),
    )
    .unwrap();
    place.run(&[]).refused(&["how code is taken from answers"]);
    place.complete(&["--extend"]);
    // So with the reading of comments, which is in the plan.
    place.plan_with(
        &format!("rounds = 0\ninline_config = true\n{ONE_RULE}"),
        "kind = \"command\"\ncommand = [\"./cli.sh\"]\n",
    );
    place.run(&[]).refused(&["inline_config"]);
}

/// The cases of the shared folder that are about runs: what each must come to.
#[test]
fn every_case_about_runs_is_as_expected() {
    let place_of = |name: &str| -> Option<Place> {
        let plan = shared(&format!("cases/{name}/plan.toml"))?;
        let place = Place::new();
        place.script("cli.sh", &std::fs::read_to_string(plan.with_file_name("cli.sh")).unwrap());
        // Without pauses between the attempts.
        let text = std::fs::read_to_string(plan)
            .unwrap()
            .replace("[providers.cli]", "[providers.cli]\nbackoff_seconds = 0.01");
        place.write("plan.toml", &text.replace("experiment.json", "result.json"));
        Some(place)
    };
    for (name, reason) in [
        ("23-run-limit-text", "You've hit your limit"),
        ("24-run-empty-answer", "the answer is empty"),
        ("28-run-claude-stdout-error", "You've hit your limit"),
    ] {
        let Some(place) = place_of(name) else { return };
        let said = place.complete_with_failures(&[]);
        let error = place.entries()[0]["error"].as_str().unwrap().to_owned();
        assert!(error.contains(reason) && said.err.contains(reason), "{name}: {error}: {said:?}");
    }
    for (name, status) in [("26-run-repair-word", "refused"), ("27-run-repair-diff", "patch")] {
        let Some(place) = place_of(name) else { return };
        place.complete(&[]);
        let remediation = &place.json("result.json")["models"]["m"]["byPrompt"][0]["iterations"][0]["remediation"];
        assert_eq!(
            (&remediation["status"], &remediation["fixedAllVulnerabilities"]),
            (&json!(status), &json!(false)),
            "{name}"
        );
    }
    let Some(place) = place_of("29-run-gemini-noise") else { return };
    place.complete(&[]);
    let answer = &place.json("result.json")["models"]["m"]["byPrompt"][0]["iterations"][0];
    assert_eq!((&answer["status"], &answer["vulnerabilityCount"]), (&json!("code"), &json!(1)), "{answer}");
}
