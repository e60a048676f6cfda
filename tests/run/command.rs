//! Programs that answer, hang, flood, fail now and then, and write binary data.

use crate::support::{Place, SENTINEL, eventually, is_alive};

fn with_command(command: &str, further: &str) -> Place {
    let place = Place::new();
    place.stand_in("stand-in");
    place.plan(&format!("kind = \"command\"\ncommand = {command}\n{further}"));
    place
}

fn code(place: &Place) -> String {
    let result = place.json("result.json");
    result["models"]["m"]["byPrompt"][0]["iterations"][0]["code"].as_str().unwrap().to_owned()
}

#[test]
fn one_that_answers() {
    let place = with_command(r#"["./stand-in", "answer"]"#, "");
    place.complete(&[]);
    assert_eq!(code(&place), "pool.query('SELECT * FROM users');");
    let result = place.json("result.json");
    let answer = &result["models"]["m"]["byPrompt"][0]["iterations"][0];
    assert_eq!(answer["violations"][0]["ruleId"], "pg/no-select-all");
    assert_eq!(answer["discarded"]["before"], "Here it is:\n");
    assert_eq!(answer["discarded"]["after"], "It does what you want.\n");
    assert!(answer["asked"].as_str().unwrap().starts_with("the task\n"));
}

#[test]
fn one_that_hangs_is_ended_with_its_grandchildren() {
    let place = with_command(r#"["./stand-in", "hang"]"#, "limit_seconds = 0.5\nattempts = 1");
    place.complete_with_failures(&[]);
    let entries = place.entries();
    let error = entries[0]["error"].as_str().unwrap();
    assert!(error.contains("did not end within 0.5 s"), "{error}");
    let pids = place.lines("pids");
    assert_eq!(pids.len(), 2);
    for pid in pids {
        eventually("a process outlives its limit", || !is_alive(&pid));
    }
}

#[test]
fn what_one_leaves_behind_is_ended_too() {
    let place = with_command(r#"["./stand-in", "orphan"]"#, "");
    place.complete(&[]);
    assert_eq!(code(&place), "function f() { return 1; }");
    let pids = place.lines("pids");
    eventually("a child outlives its program", || !is_alive(&pids[0]));
}

#[test]
fn one_that_floods_is_ended() {
    let place = with_command(r#"["./stand-in", "flood"]"#, "attempts = 1");
    place.complete_with_failures(&[]);
    let entries = place.entries();
    let error = entries[0]["error"].as_str().unwrap();
    assert!(error.contains("wrote more than 1048576 bytes"), "{error}");
    let pids = place.lines("pids");
    eventually("a flooding program goes on", || !is_alive(&pids[0]));
}

#[test]
fn one_that_fails_now_and_then_is_asked_again() {
    let place = with_command(r#"["./stand-in", "flaky"]"#, "attempts = 3");
    place.complete(&[]);
    assert_eq!(code(&place), "function f() { return 1; }");
    assert_eq!(place.lines("tries").len(), 3);
}

#[test]
fn one_that_always_fails_is_a_failed_call() {
    let place = with_command(r#"["./stand-in", "fail"]"#, "attempts = 2");
    let said = place.complete_with_failures(&[]);
    assert!(said.out.contains("1 of 1 calls failed; `--retry-failed` makes them again"), "{said:?}");
    let entries = place.entries();
    let error = entries[0]["error"].as_str().unwrap();
    assert!(error.contains("2 attempts failed"), "{error}");
    assert!(error.contains("ended with status 3: out of order"), "{error}");
    assert_eq!(place.lines("tries").len(), 2);

    place.complete_with_failures(&[]);
    assert_eq!(place.lines("tries").len(), 2, "a failed call is not made again unasked");
    place.complete_with_failures(&["--retry-failed"]);
    assert_eq!(place.lines("tries").len(), 4);
}

#[test]
fn one_that_fails_again_and_again_is_given_up() {
    let place = with_command(r#"["./stand-in", "fail"]"#, "attempts = 1\ngive_up_after = 2");
    let plan = place.read("plan.toml").replace("rounds = 0", "rounds = 0\niterations = 9");
    place.write("plan.toml", &plan);
    place.run(&[]).refused(&["the run is not complete", "2 calls in a row failed", "run the same command to go on"]);
    assert_eq!(place.lines("tries").len(), 2);
    assert!(!place.path("result.json").exists());
}

#[test]
fn one_that_writes_invalid_utf8_is_read_as_a_linter_reads() {
    let place = with_command(r#"["./stand-in", "invalid"]"#, "");
    place.complete(&[]);
    assert_eq!(code(&place), "const a = '\u{fffd}\u{fffd}';");
}

#[test]
fn errors_cannot_steer_the_terminal() {
    let place = with_command(r#"["./stand-in", "flaky"]"#, "attempts = 1");
    let said = place.complete_with_failures(&[]);
    assert!(said.err.contains("busy, try again"), "{said:?}");
    assert!(!said.err.contains('\u{1b}'), "{said:?}");
}

#[test]
fn keys_stay_out_of_everything() {
    for what in [r#""echo-env", "OXSEC_TEST_KEY""#, r#""fail""#] {
        let place = with_command(&format!("[\"./stand-in\", {what}]"), "env = [\"OXSEC_TEST_KEY\"]\nattempts = 1");
        let output = place.command(&[]).env("OXSEC_TEST_KEY", SENTINEL).output().unwrap();
        let said = format!("{output:?}");
        assert!(output.status.code().is_some_and(|code| code == 0 || code == 2), "{said}");
        assert!(place.everything().contains("[OXSEC_TEST_KEY]"), "the program was given the key");
        assert!(!said.contains(SENTINEL), "{said}");
        assert!(!place.everything().contains(SENTINEL));
    }
}

#[test]
fn a_key_that_is_not_there_is_missed_before_anything_is_asked() {
    let place = with_command(r#"["./stand-in", "fail"]"#, "env = [\"OXSEC_TEST_NEVER_SET\"]");
    place.run(&[]).refused(&["the environment variable OXSEC_TEST_NEVER_SET is not set", "nothing was asked"]);
    assert!(place.lines("tries").is_empty());
}

/// The presets, compared with the commands that a person would type.
#[test]
fn presets_are_what_a_user_would_type() {
    let prompt = "the task\n\nAnswer with the JavaScript code alone, in one fenced code block.\n";
    let claude = ["claude", "--print", "--no-session-persistence", "--model", "model-x", "-"];
    let gemini = ["gemini", "-p", prompt, "-m", "model-x"];
    for (kind, arguments, input) in [("claude", &claude[..], prompt), ("gemini", &gemini[..], "")] {
        let place = Place::new();
        place.stand_in(kind);
        place.plan(&format!("kind = \"{kind}\""));
        let plan = place.read("plan.toml").replace("provider = \"p\"", "provider = \"p\"\nmodel = \"model-x\"");
        place.write("plan.toml", &plan);
        let output = place
            .command(&[])
            .env("PATH", place.path(""))
            .env("OXSEC_TEST_KEY", SENTINEL)
            .env("CLAUDECODE", "1")
            .env("LANG", "C.UTF-8")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");

        let facts = place.lines("record");
        let of = |kind: &str| -> Vec<String> {
            facts.iter().filter_map(|fact| Some(fact.strip_prefix(kind)?.trim_start().to_owned())).collect()
        };
        let typed: Vec<String> = arguments.iter().map(|argument| format!("{argument:?}")).collect();
        assert_eq!(of("argument"), typed);
        assert_eq!(of("input"), [format!("{input:?}")]);
        assert_eq!(of("files"), ["0"], "the folder is empty");
        let folder = &of("folder")[0];
        assert!(!std::path::Path::new(folder).exists(), "the folder is gone afterwards");
        let variables = of("variable");
        assert!(variables.contains(&"PATH".to_owned()) && variables.contains(&"LANG".to_owned()), "{variables:?}");
        assert!(!variables.iter().any(|name| name == "OXSEC_TEST_KEY" || name == "CLAUDECODE"), "{variables:?}");
    }
}

#[test]
fn own_arguments_go_where_the_plan_says() {
    let place = Place::new();
    place.stand_in("stand-in");
    place.plan("kind = \"command\"\ncommand = [\"./stand-in\", \"record\", \"{args}\", \"--model={model}\", \"$(x) `y` ; {{z}}\"]");
    let plan = place.read("plan.toml").replace("provider = \"p\"", "provider = \"p\"\nargs = [\"--a\", \"b c\"]");
    place.write("plan.toml", &plan);
    place.complete(&[]);
    let arguments: Vec<String> =
        place.lines("record").into_iter().filter(|fact| fact.starts_with("argument")).skip(1).collect();
    assert_eq!(
        arguments,
        [
            r#"argument "record""#,
            r#"argument "--a""#,
            r#"argument "b c""#,
            r#"argument "--model=m""#,
            r#"argument "$(x) `y` ; {z}""#,
        ]
    );
}

/// The repair prompt carries the code back as an argument, where a shell would run parts of it.
#[test]
fn nothing_that_a_model_wrote_is_executed() {
    let place = with_command(r#"["./stand-in", "evil", "{prompt}"]"#, "");
    place.write("plan.toml", &place.read("plan.toml").replace("rounds = 0", "rounds = 2"));
    place.complete(&[]);
    assert_eq!(place.entries().len(), 3);
    assert!(place.entries()[2]["asked"].as_str().unwrap().contains("$(touch "));
    assert!(!place.path("executed").exists());
}

#[test]
fn a_program_that_is_not_there_is_refused() {
    for program in ["no-such-program", "./no-such-program"] {
        let place = Place::new();
        place.plan(&format!("kind = \"command\"\ncommand = [\"{program}\"]"));
        place.run(&[]).refused(&[&format!("the program `{program}` cannot be run"), "install it"]);
    }
}
