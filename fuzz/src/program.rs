//! The properties of the readers around the analysis: experiments, configuration, plans, streams.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Cursor, Write},
    path::Path,
    sync::{Arc, Mutex},
};

use arbitrary::{Result, Unstructured};
use miette::GraphicalReportHandler;
use oxsec::{
    check::{StreamOptions, StreamSummary, lint_rows},
    experiment::{Attempt, Columns, Domains, Experiment, agreement, from_json, give_back, read, score},
    generation::Plan,
};
use oxsec_rules::{Analyzer, Limits, RuleSet};
use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};

use super::analysis::{PATHS, RULES, hold_for_analysis};

/// The names of fields that the readers of experiments and rows look for.
const KEYS: [&str; 40] = [
    "models",
    "byPrompt",
    "iterations",
    "id",
    "iteration",
    "code",
    "remediation",
    "fixedCode",
    "error",
    "findings",
    "modelId",
    "results",
    "prompts",
    "generations",
    "model",
    "prompt",
    "round",
    "response",
    "domain",
    "generation_time_ms",
    "generationTimeMs",
    "summary",
    "messages",
    "ruleId",
    "line",
    "column",
    "severity",
    "message",
    "vulnerabilities",
    "rule",
    "rounds",
    "initial",
    "final",
    "name",
    "a",
    "",
    "a/b",
    "~0",
    "é😀",
    "__proto__",
];

const TEXTS: [&str; 14] = [
    "a",
    "",
    "b",
    "db-get-user",
    "pool.query('SELECT * FROM users');",
    "```js\neval(x)\n```",
    "no code at all",
    "```",
    "]",
    "pg/no-select-all",
    "claude-opus",
    "timed out",
    "\u{0}\u{202E}😀",
    "error",
];

/// Checks experiments: JSON, one row per line, or a folder of neither. The first byte chooses.
pub fn experiment(data: &[u8]) {
    let Some((&choice, data)) = data.split_first() else { return };
    let u = &mut Unstructured::new(data);
    let made = |value: Result<Value>| value.map(|value| value.to_string().into_bytes());
    let (text, is_lines) = match choice % 5 {
        0 => (Ok(data.to_vec()), false),
        1 => (Ok(data.to_vec()), true),
        2 => (made(value(u, 7)), false),
        3 => (made(shaped(u)), false),
        _ => (rows(u), true),
    };
    let Ok(text) = text else { return };
    let domains = Domains::default();
    // JSON Lines are read as the program does it: from a file.
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = [folder.path().join("rows.jsonl")];
    if is_lines {
        std::fs::write(&file[0], &text).expect("a file can be written");
    }
    let read_again = || {
        if is_lines { read(&file, &Columns::default(), &domains) } else { from_json("a.json", &text, &domains) }
    };
    let experiment = read_again();
    assert_eq!(experiment, read_again(), "the same file is read differently the second time");
    for problem in &experiment.problems {
        assert!(!format!("{problem:?}").is_empty());
    }

    let scored = score(&experiment, &RULES);
    agreement(&scored, |_| true);
    let given_back = give_back(&scored).to_string();
    let second = from_json("a.json", given_back.as_bytes(), &domains);
    assert_eq!(code(&second), code(&experiment), "what is given back holds other code: {given_back}");
}

/// Returns all code of an experiment, by model and prompt.
fn code(experiment: &Experiment) -> BTreeMap<(&str, &str), Vec<&str>> {
    let mut pieces: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for model in &experiment.models {
        for prompt in &model.prompts {
            let pieces = pieces.entry((model.name.as_str(), prompt.id.as_str())).or_default();
            for answer in &prompt.answers {
                pieces.push(&answer.code);
                pieces.extend(answer.remediations.iter().filter_map(|remediation| match &remediation.attempt {
                    Attempt::Answered { code, .. } => Some(&**code),
                    Attempt::Failed { .. } => None,
                }));
            }
        }
    }
    pieces
}

/// Makes any JSON, of the names that the readers look for.
fn value(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let kinds = if depth == 0 { 4 } else { 8 };
    Ok(match u.int_in_range(0..=kinds)? {
        0 => Value::Null,
        1 => json!(u.choose(&[0_i64, 1, -1, 2, 1 << 53, i64::MAX, i64::MIN])?),
        2 => json!(u.choose(&[0.5, -0.0, 1e308])?),
        3 => json!(u.choose(&[true, false])?),
        4 => json!(u.choose(&TEXTS)?),
        5 | 6 => (0..u.int_in_range(0..=4)?).map(|_| value(u, depth - 1)).collect::<Result<Vec<_>>>()?.into(),
        _ => (0..u.int_in_range(0..=5)?)
            .map(|_| Ok((u.choose(&KEYS)?.to_string(), value(u, depth - 1)?)))
            .collect::<Result<serde_json::Map<_, _>>>()?
            .into(),
    })
}

/// Makes one of the shapes of an experiment, with anything in place of some parts.
fn shaped(u: &mut Unstructured<'_>) -> Result<Value> {
    let attempt = |u: &mut Unstructured<'_>| -> Result<Value> {
        if u.ratio(1, 6)? {
            return value(u, 2);
        }
        Ok(json!({"fixedCode": u.choose(&TEXTS)?, "findings": value(u, 2)?}))
    };
    let answer = |u: &mut Unstructured<'_>| -> Result<Value> {
        if u.ratio(1, 10)? {
            return value(u, 3);
        }
        let remediation = if u.ratio(1, 3)? { json!([attempt(u)?, attempt(u)?]) } else { attempt(u)? };
        Ok(json!({
            "iteration": value(u, 0)?, "code": u.choose(&TEXTS)?, "remediation": remediation, "findings": value(u, 3)?,
            "generationTimeMs": value(u, 0)?, "initial": value(u, 1)?, "rounds": value(u, 2)?,
        }))
    };
    let prompt = |u: &mut Unstructured<'_>| -> Result<Value> {
        let answers = (0..u.int_in_range(0..=3)?).map(|_| answer(u)).collect::<Result<Vec<_>>>()?;
        let list = *u.choose(&["iterations", "generations", "code"])?;
        let mut prompt = json!({"id": u.choose(&TEXTS)?, "prompt": u.choose(&TEXTS)?, "domain": value(u, 0)?});
        prompt[list] = answers.into();
        Ok(prompt)
    };
    let prompts: Value = (0..u.int_in_range(0..=3)?).map(|_| prompt(u)).collect::<Result<Vec<_>>>()?.into();
    Ok(match u.int_in_range(0..=2)? {
        0 => {
            let mut models = json!({});
            models[*u.choose(&TEXTS)?] = json!({"byPrompt": prompts});
            models[*u.choose(&TEXTS)?] = value(u, 3)?;
            json!({"models": models, "summary": value(u, 2)?})
        }
        1 => json!({"modelId": value(u, 0)?, "results": {"byPrompt": prompts}}),
        _ => json!({"model": value(u, 1)?, "prompts": prompts}),
    })
}

fn rows(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    while !u.is_empty() && text.len() < 8 << 10 {
        if u.ratio(1, 6)? {
            text.extend(value(u, 3)?.to_string().bytes());
        } else {
            let row = json!({
                "model": u.choose(&TEXTS)?, "prompt": u.choose(&TEXTS)?, "iteration": value(u, 0)?,
                "round": value(u, 0)?, "code": value(u, 0)?, "response": value(u, 0)?, "remediation": value(u, 0)?,
            });
            text.extend(row.to_string().bytes());
        }
        text.extend(u.choose(&["\n", "\n", "\r\n", "\n\n", ""])?.bytes());
    }
    Ok(text)
}

/// The plan that `oxsec run --init` writes.
const PLAN: &str = include_str!("../../src/generation/example.toml");

/// The values that replace those in plans and rules.
const SETTINGS: [&str; 40] = [
    "0",
    "1",
    "-1",
    "4294967295",
    "18446744073709551615",
    "1e308",
    "-0.5",
    "nan",
    "inf",
    "true",
    "\"\"",
    "\"a\"",
    "[]",
    "{}",
    "[[models]]",
    "[providers.x]",
    "rules = { \"pg/no-select-all\" = [\"error\", {}] }",
    "preset = \"all\"",
    "iterations = 4294967295",
    "rounds = 4294967295",
    "pause_seconds = 1e300",
    "concurrency = 1",
    "kind = \"replay\"",
    "kind = \"command\"",
    "name = \"self\"",
    "\"{prompt}\"",
    "{",
    "}}",
    "\"\"\"",
    "'''",
    "#",
    "=",
    "\n",
    "\\u{0}",
    "é😀",
    "pg/no-select-all: error",
    "jwt/no-weak-secret: [2, { minLength: -1 }]",
    ": ",
    ",",
    "secure-coding/no-hardcoded-credentials: [1, { ignorePatterns: ['(a'] }]",
];

/// Checks rules as on the command line, and plans. The first byte chooses.
pub fn config(data: &[u8]) {
    let Some((&choice, data)) = data.split_first() else { return };
    let u = &mut Unstructured::new(data);
    match choice % 4 {
        0 => rule_texts(&String::from_utf8_lossy(data)),
        1 => {
            if let Ok(text) = rule_text(u) {
                rule_texts(&text);
            }
        }
        2 => plan(&String::from_utf8_lossy(data)),
        _ => {
            if let Ok(text) = mutated_plan(u) {
                plan(&text);
            }
        }
    }
}

fn rule_text(u: &mut Unstructured<'_>) -> Result<String> {
    let ids: Vec<&str> = RULES.rules().map(|(id, _)| id).collect();
    let options = [
        "allowInTests",
        "minLength",
        "ignorePatterns",
        "additionalMethods",
        "strategy",
        "maxAge",
        "trustedAnnotations",
        "trustedSanitizers",
        "sensitivePatterns",
        "allow",
        "x",
    ];
    let mut text = String::new();
    while !u.is_empty() && text.len() < 2000 {
        let _ = write!(text, "{}: [{}, {{ ", u.choose(&ids)?, u.choose(&["2", "'warn'", "\"off\"", "9"])?);
        for _ in 0..u.int_in_range(0..=2)? {
            let value =
                u.choose(&["true", "1", "-1", "1e400", "'a'", "['(']", "['.*', '\\\\b']", "{}", "null", "[1]"])?;
            let _ = write!(text, "{}: {value}, ", u.choose(&options)?);
        }
        text += u.choose(&["}], ", "}]", "}, 1],", "}"])?;
        if u.ratio(1, 8)? {
            text += u.choose(&SETTINGS)?;
        }
    }
    Ok(text)
}

fn rule_texts(text: &str) {
    let configured = || {
        let mut rules = RuleSet::preset("recommended").expect("there is such a preset");
        rules.configure_text(text).map(|()| rules)
    };
    match (configured(), configured()) {
        (Ok(rules), Ok(again)) => {
            assert!(rules.rules().eq(again.rules()), "the rules differ the second time");
            let source = "eval(a[b]); pool.query('SELECT * FROM t'); const secret = 'hunter2-hunter2';";
            hold_for_analysis("answer.js", source, &Analyzer::new(&rules).analyze("answer.js", source));
        }
        (Err(error), Err(again)) => assert_eq!(error.to_string(), again.to_string()),
        _ => panic!("the text is refused only once"),
    }
}

fn mutated_plan(u: &mut Unstructured<'_>) -> Result<String> {
    let mut lines: Vec<String> =
        PLAN.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect();
    while !u.is_empty() {
        let at = u.choose_index(lines.len())?;
        match u.int_in_range(0..=4)? {
            0 if lines.len() > 1 => drop(lines.remove(at)),
            1 => {
                let line = lines[u.choose_index(lines.len())?].clone();
                lines.insert(at, line);
            }
            2 => {
                let setting = u.choose(&SETTINGS)?;
                let key = lines[at].split(" =").next().unwrap_or_default();
                lines[at] = format!("{key} = {setting}");
            }
            3 => lines.insert(at, u.choose(&SETTINGS)?.to_string()),
            _ => {
                let commented =
                    PLAN.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| line.contains(" = "));
                let commented: Vec<&str> = commented.collect();
                lines.insert(at, u.choose(&commented)?.to_string());
            }
        }
    }
    Ok(lines.join("\n"))
}

fn plan(text: &str) {
    // A plan may name a file to take its prompts from; the files of the machine are not part of the text.
    if text.contains("prompts_from") && !text.contains("built-in") {
        return;
    }
    let parse = || Plan::parse(text, Path::new("no-such-folder/plan.toml"));
    match parse() {
        Ok(plan) => {
            plan.rule_set();
            plan.loads();
            plan.providers_in_use().for_each(drop);
            assert!(plan.authors().all(|author| plan.model(&author.name).name == author.name));
            plan.conditions.iter().for_each(|condition| drop(plan.output_of(&condition.name)));
        }
        Err(error) => {
            let mut shown = String::new();
            GraphicalReportHandler::new().render_report(&mut shown, &error).expect("an error can be shown");
            assert_eq!(error.to_string(), parse().expect_err("the plan is refused again").to_string());
        }
    }
}

/// The output of a stream's workers, which can be read when they are done.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no worker panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The answer to a row. Its id is the row's own, letter by letter: it may name half a surrogate pair.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow, rename = "id")]
    _id: &'a RawValue,
    #[serde(default)]
    messages: Value,
    error: Option<String>,
}

/// Checks rows of the stream protocol, well-formed and not.
pub fn stream(data: &[u8]) {
    let Some((&choice, data)) = data.split_first() else { return };
    let u = &mut Unstructured::new(data);
    let Ok(rows) = (if choice.is_multiple_of(3) { Ok(data.to_vec()) } else { stream_rows(u) }) else { return };

    let (alone, summary) = answers(&rows, 1, true);
    let lines: Vec<&[u8]> = alone.split_inclusive(|&byte| byte == b'\n').collect();
    let start = rows.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&rows);
    let asked: Vec<&[u8]> = start.split(|&byte| byte == b'\n').filter(|row| !row.trim_ascii().is_empty()).collect();
    assert_eq!(lines.len(), asked.len(), "not every row has one answer");
    let mut broken = 0;
    for (row, line) in asked.into_iter().zip(&lines) {
        let answer: Answer = serde_json::from_slice(line).expect("an answer is JSON, with an id");
        broken += u64::from(answer.error.is_some());
        let Ok(row) = serde_json::from_slice::<Value>(row) else { continue };
        if let (Some(code), None) = (row["code"].as_str(), answer.error) {
            let path = row["filename"].as_str().unwrap_or("stdin.js");
            let analysis = Analyzer::new(&RULES).analyze(path, code);
            hold_for_analysis(path, code, &analysis);
            let messages = serde_json::to_value(&analysis.messages).expect("messages are JSON");
            assert_eq!(answer.messages, messages, "a row's result is not that of its code alone");
        }
    }
    assert_eq!(summary.broken, broken, "the broken rows are miscounted");

    let (many, other) = answers(&rows, 3, true);
    assert_eq!(many, alone, "three workers answer differently from one");
    assert_eq!(format!("{other:?}"), format!("{summary:?}"), "three workers count differently from one");
    let (unordered, _) = answers(&rows, 2, false);
    let mut unordered: Vec<&[u8]> = unordered.split_inclusive(|&byte| byte == b'\n').collect();
    let mut ordered = lines;
    unordered.sort_unstable();
    ordered.sort_unstable();
    assert_eq!(unordered, ordered, "without order the answers are others");
}

fn answers(rows: &[u8], jobs: usize, ordered: bool) -> (Vec<u8>, StreamSummary) {
    let options = StreamOptions {
        jobs,
        ordered,
        quiet: false,
        tells_warnings: false,
        filename: "stdin.js".into(),
        limits: Limits::default(),
        ignores_directives: false,
        judges: false,
        isolation: None,
        extract: false,
        language: None,
    };
    let written = Written::default();
    let summary = lint_rows(Cursor::new(rows.to_vec()), written.clone(), &RULES, options, |_| {})
        .expect("memory can be read and written");
    let answers = std::mem::take(&mut *written.0.lock().expect("no worker panics"));
    (answers, summary)
}

fn stream_rows(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut rows = Vec::new();
    if u.ratio(1, 8)? {
        rows.extend("\u{FEFF}".bytes());
    }
    while !u.is_empty() && rows.len() < 16 << 10 {
        match u.int_in_range(0..=7)? {
            0 => rows.extend(value(u, 3)?.to_string().bytes()),
            1 => {
                let length = u.int_in_range(0..=24)?.min(u.len());
                rows.extend(u.bytes(length)?);
            }
            2 => rows.extend(
                u.choose(&[r#"{"id":1,"code":"\ud800x"}"#, r#"{"code":"a","code":"b"}"#, r#"{"id":"\ude00"}"#, "{"])?
                    .bytes(),
            ),
            _ => {
                let row = json!({"id": value(u, 1)?, "code": u.choose(&TEXTS)?, "filename": u.choose(&PATHS)?});
                rows.extend(row.to_string().bytes());
            }
        }
        rows.extend(u.choose(&["\n", "\n", "\r\n", "\n \n", "", "\r"])?.bytes());
    }
    Ok(rows)
}
