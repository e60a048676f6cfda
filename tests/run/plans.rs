//! Plans that cannot be carried out, the example, and what a plan would cost.

use crate::support::Place;

const GOOD: &str = r#"
output = "result.json"

[[prompts]]
id = "one"
domain = "database"
text = "the task"

[[models]]
name = "m"
provider = "p"

[providers.p]
kind = "command"
command = ["cat"]
"#;

/// Runs the plan with one change and expects what is said about it.
fn refused(from: &str, to: &str, parts: &[&str]) {
    assert!(GOOD.contains(from), "{from}");
    let place = Place::new();
    place.write("plan.toml", &GOOD.replacen(from, to, 1));
    place.run(&[]).refused(parts);
    assert!(!place.path("result.journal.jsonl").exists(), "nothing is begun");
}

#[test]
fn unknown_keys() {
    refused(
        "output",
        "iteration = 3\noutput",
        &["unknown field `iteration`", "plan.toml:2", "did you mean `iterations`?"],
    );
    refused("domain", "domian", &["unknown field `domian`", "did you mean `domain`?"]);
    refused(
        "kind",
        "atempts = 3\nkind",
        &["provider `p`", "unknown field `atempts`", "did you mean `attempts`?", "plan.toml:14"],
    );
    refused("kind", "base_url = \"http://x\"\nkind", &["provider `p`", "unknown field `base_url`"]);
}

#[test]
fn models_and_providers() {
    refused("provider = \"p\"", "", &["missing field `provider`", "plan.toml:9"]);
    refused("provider = \"p\"", "provider = \"pp\"", &["an unknown provider: `pp`", "plan.toml:11"]);
    refused("kind = \"command\"\n", "", &["provider `p` has no `kind`", "`openai`"]);
    refused("kind = \"command\"", "kind = \"comand\"", &["`comand`", "did you mean `command`?"]);
    refused("[\"cat\"]", "[]", &["`command` is empty"]);
    refused("[\"cat\"]", "[\"cat\", \"{promt}\"]", &["`{promt}`"]);
    refused("[\"cat\"]", "\"cat\"", &["provider `p`", "expected a sequence"]);
    refused(
        "provider = \"p\"",
        "provider = \"p\"\nparameters = { seed = 1 }",
        &["only an `openai` provider takes `parameters`"],
    );
    refused(
        "provider = \"p\"",
        "provider = \"p\"\nonly_repairs = true",
        &["the plan has no model that is asked the prompts"],
    );
}

#[test]
fn names() {
    let second = "[[prompts]]\nid = \"one\"\ndomain = \"x\"\ntext = \"y\"\n\n[[models]]";
    refused("[[models]]", second, &["there is a second prompt `one`", "plan.toml:10"]);
    let second = "[[models]]\nname = \"m\"\nprovider = \"p\"\n\n[[models]]";
    refused("[[models]]", second, &["there is a second model `m`"]);
    refused("name = \"m\"", "name = \"self\"", &["there is a second model `self`"]);
    refused("id = \"one\"", "id = \"../one\"", &["cannot be the name of a prompt"]);
    refused("name = \"m\"", "name = \"\\u001b[31m\"", &["cannot be the name of a model"]);
    refused("text = \"the task\"", "text = \" \"", &["prompt `one` asks nothing"]);
}

#[test]
fn values() {
    refused("output", "iterations = 0\noutput", &["plan.toml:2"]);
    refused("output", "iterations = \"three\"\noutput", &["invalid type", "plan.toml:2"]);
    refused(
        "kind",
        "pause_seconds = -1\nkind",
        &["`pause_seconds` of provider `p` is not a valid time", "plan.toml:14"],
    );
    refused("kind", "limit_seconds = 0\nkind", &["no call can be answered in no time"]);
    refused("kind", "concurrency = 100000\nkind", &["`concurrency` is at most 256"]);
    refused("output", "preset = \"recomended\"\noutput", &["recomended", "did you mean `recommended`?", "plan.toml:2"]);
    refused(
        "output",
        "rules = { \"pg/no-selectall\" = \"off\" }\noutput",
        &["pg/no-selectall", "did you mean `pg/no-select-all`?"],
    );
    refused("output", "rules = { \"pg/no-select-all\" = \"loud\" }\noutput", &["invalid severity"]);
    refused("output", "prompts_from = \"missing.json\"\noutput", &["missing.json", "plan.toml:2"]);
    refused("output", "remediator = \"n\"\noutput", &["an unknown model: `n`"]);
    refused("output", "remediator = 3\noutput", &["the name of a model, or a table"]);
    refused("output", "remediator = { databases = \"m\" }\noutput", &["`databases`", "did you mean `database`?"]);
    refused("output", "repair_prompt = \"{code}\"\noutput", &["the text has no `{findings}`"]);
    refused("output", "repair_prompt = \"{code} {finding}\"\noutput", &["`{finding}`", "did you mean `findings`?"]);
    refused("output = \"result.json\"", "", &["missing field `output`"]);
    refused("output = \"result.json\"", "output = \"result.json", &["plan.toml:2"]);
    refused("output", "journal = \"result.json\"\noutput", &["need a file each"]);
}

#[test]
fn folders_that_are_not_there() {
    refused(
        "result.json",
        "missing/result.json",
        &["missing/result.json cannot be written", "run the same command again"],
    );
    refused("result.json", "/proc/result.json", &["/proc/result.json cannot be written"]);
}

#[test]
fn a_plan_that_is_not_there() {
    let place = Place::new();
    place.run(&[]).refused(&["the plan plan.toml cannot be read", "--init"]);
}

#[test]
fn the_example_is_a_plan() {
    let place = Place::new();
    let said = place.complete(&["--init"]);
    assert!(said.out.contains("oxsec run --dry-run plan.toml"), "{said:?}");
    let said = place.complete(&["--dry-run"]);
    assert!(said.out.contains("240 answers: 2 models, 20 prompts, 3 iterations, 2 conditions\n"), "{said:?}");
    let row: Vec<&str> = said.out.lines().find(|line| line.contains("claude")).unwrap().split_whitespace().collect();
    // 239 pauses of two seconds, or 479 with a repair for every answer.
    assert_eq!(row.join(" "), "claude 240 240 240 to 480 7 min 58 s to 15 min 58 s");
    place.run(&["--init"]).refused(&["cannot be written to plan.toml", "exists"]);
}

/// The commented parts of the example are correct as well: without its `# ` each is part of a plan.
#[test]
fn the_comments_of_the_example_are_a_plan_too() {
    let place = Place::new();
    place.complete(&["--init"]);
    place.write("stored.json", r#"{"models": {"m": {"byPrompt": []}}}"#);
    let is_toml = |line: &str| {
        let rest = line.strip_prefix("# ")?;
        let key = rest.split_once(" = ").map(|(key, _)| key);
        let is_key = key.is_some_and(|key| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
        (is_key && !rest.contains("\"\"\"") || rest.starts_with('[')).then(|| rest.to_owned())
    };
    let example = place.read("plan.toml");
    let mut seen = Vec::new();
    let lines = example.lines().map(|line| match is_toml(line) {
        // A second value for a key that is there already would not be a mistake of the example.
        Some(rest) if rest.starts_with("remediator = \"") => line.to_owned(),
        Some(rest) => {
            seen.push(rest.split(' ').next().unwrap().to_owned());
            rest
        }
        None => line.to_owned(),
    });
    let plan = lines.collect::<Vec<_>>().join("\n");
    for key in ["journal", "preset", "rules", "remediator", "env", "command", "base_url", "file", "parameters", "text"]
    {
        assert!(seen.iter().any(|known| known == key), "{key} is not among {seen:?}");
    }
    let plan = plan.replace("only_repairs = true", "only_repairs = false");
    place.write("plan.toml", &plan);
    place.complete(&["--dry-run"]);
}

#[test]
fn a_dry_run_asks_nothing() {
    let place = Place::new();
    place.write("plan.toml", &GOOD.replace("[\"cat\"]", "[\"no-such-program\"]"));
    place.complete(&["--dry-run"]);
    assert!(!place.path("result.journal.jsonl").exists());
}
