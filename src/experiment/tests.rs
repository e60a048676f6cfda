//! Tests of the readers on files, well-formed and not.

use std::{fs, path::PathBuf, sync::Arc};

use ::parquet::{
    column::writer::ColumnWriter, data_type::ByteArray, file::writer::SerializedFileWriter, schema::parser,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;

/// A folder with files to read.
struct Files(TempDir);

impl Files {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, names: &[&str]) -> Experiment {
        self.read_mapped(names, &Columns::default())
    }

    fn read_mapped(&self, names: &[&str], columns: &Columns) -> Experiment {
        let paths: Vec<PathBuf> = names.iter().map(|name| self.path(name)).collect();
        read(&paths, columns, &Domains::default())
    }

    /// Returns an experiment's problems, without the folder's own path.
    fn problems(&self, experiment: &Experiment) -> Vec<String> {
        let prefix = format!("{}/", self.0.path().display());
        let say = |problem: &Problem| format!("{}: {}", problem.place, problem.message).replace(&prefix, "");
        experiment.problems.iter().map(say).collect()
    }
}

/// Returns `model/prompt/iteration code`, and `+round code` for remediations.
fn outline(experiment: &Experiment) -> Vec<String> {
    let mut lines = Vec::new();
    for model in &experiment.models {
        for prompt in &model.prompts {
            for answer in &prompt.answers {
                let mut line = format!("{}/{}/{} {}", model.name, prompt.id, answer.iteration, answer.code);
                for remediation in &answer.remediations {
                    match &remediation.attempt {
                        Attempt::Answered { code, .. } => line += &format!(" +{} {code}", remediation.round),
                        Attempt::Failed { error } => line += &format!(" +{} !{error}", remediation.round),
                    }
                }
                lines.push(line);
            }
        }
    }
    lines
}

fn stored(models: &Value) -> Vec<u8> {
    json!({ "models": models }).to_string().into_bytes()
}

#[test]
fn json_lines_hold_a_row_an_answer() {
    let text = br#"{"model":"a","prompt":"p","iteration":2,"round":1,"code":"fixed"}
{"model":"a","prompt":"p","iteration":2,"code":"a2","generation_time_ms":1500,"domain":"sql"}

{"model":"b","prompt":7,"code":"b1"}
{"model":"b","prompt":7,"response":"So:\n```js\nb2\n```\n","remediation":"```\nb2(fixed)\n```"}
"#;
    let files = Files::new(&[("rows.jsonl", text)]);
    let experiment = files.read(&["rows.jsonl"]);
    assert_eq!(files.problems(&experiment), [""; 0]);
    assert_eq!(outline(&experiment), ["a/p/2 a2 +1 fixed", "b/7/1 b1", "b/7/2 b2 +1 b2(fixed)"]);
    let prompt = &experiment.models[0].prompts[0];
    assert_eq!((prompt.domain.as_str(), prompt.answers[0].generation_time_ms), ("sql", Some(1500.0)));
    assert_eq!(prompt.answers[0].place.position, Position::Line(2));
}

#[test]
fn wrong_rows_are_named_and_the_rest_is_read() {
    let text = br#"{"model":"a","prompt":"p","iteration":1,"code":"a1"}
{"model":"a","prompt":"p","iteration":1,"code":"again"}
{"model":"a","prompt":"p","iteration":-2,"code":"a"}
{"model":"a","prompt":"p","iteration":3}
{"prompt":"p","iteration":4,"code":"a"}
{"model":"a","prompt":"p","iteration":5,"code":["a"]}
{"model":"a","prompt":"p","iteration":6,"code":"a6","generation_time_ms":-1}
{"model":"a","prompt":"q","iteration":1,"round":1,"code":"orphan"}
{"model":"a","prompt":"p","round":1,"code":"a"}
[1]
{"model":"a","prompt":"p","iteration":7,"code":"a"#;
    let files = Files::new(&[("rows.jsonl", text)]);
    let experiment = files.read(&["rows.jsonl"]);
    assert_eq!(outline(&experiment), ["a/p/1 a1", "a/p/5 a", "a/p/6 a6"]);
    assert_eq!(
        files.problems(&experiment),
        [
            "rows.jsonl:2: a second answer of the same model, prompt and iteration; the first is rows.jsonl:1",
            "rows.jsonl:3: `iteration` is -2; expected a whole number from 0 to 4294967295",
            "rows.jsonl:4: `code` and `response` are missing; expected one of them, or `--map response=NAME`: the row \
             has `model`, `prompt`, `iteration`",
            "rows.jsonl:5: `model` is missing; expected a name, or `--model NAME` for all rows",
            "rows.jsonl:7: `generation_time_ms` is -1; expected a number from 0",
            "rows.jsonl:9: `iteration` is missing; a remediation round needs it",
            "rows.jsonl:10: the row is a list; expected an object",
            "rows.jsonl:11: the JSON breaks off here, column 49: the file is truncated",
            "rows.jsonl:8: the answer of this remediation (round 1) is missing",
        ]
    );
    let rows = experiment.problems.iter().filter(|problem| problem.effect == Effect::RowLeftOut).count();
    assert_eq!(rows, 8);
}

#[test]
fn columns_may_go_by_other_names() {
    let files = Files::new(&[("rows.jsonl", br#"{"engine":"a","prompt":"p","completion":"x","model":"ignored"}"#)]);
    let experiment = files.read_mapped(&["rows.jsonl"], &"code=completion,model=engine".parse().unwrap());
    assert_eq!(outline(&experiment), ["a/p/1 x"]);
}

#[test]
fn lines_are_known_without_their_extension() {
    let row = r#"{"model":"a","prompt":"p","code":"x"}"#;
    let two_rows = format!("{row}\n{row}\n");
    let files = Files::new(&[("rows", two_rows.as_bytes()), ("stored", &stored(&json!({"a": {"byPrompt": []}})))]);
    assert_eq!(outline(&files.read(&["rows"])), ["a/p/1 x", "a/p/2 x"]);
    assert_eq!(
        files.problems(&files.read(&["stored"])),
        ["stored at /models/a: the model has no prompts: `byPrompt` is empty"]
    );
}

#[test]
fn a_folder_holds_models_prompts_and_iterations() {
    let files = Files::new(&[
        ("tree/b/p/1.js", b"b1"),
        ("tree/a/q/10.js", b"a10"),
        ("tree/a/q/9.mjs", b"a9 \xff"),
        ("tree/a/q/notes.txt", b""),
        ("tree/a/q/.DS_Store", b""),
        ("tree/a/readme.md", b""),
        ("tree/c/.keep", b""),
    ]);
    let experiment = files.read(&["tree"]);
    assert_eq!(outline(&experiment), ["a/q/9 a9 \u{fffd}", "a/q/10 a10", "b/p/1 b1"]);
    assert_eq!(
        files.problems(&experiment),
        [
            "tree/a/q/notes.txt: this file's name is not an iteration; expected MODEL/PROMPT/ITERATION.js",
            "tree/a/readme.md: this is a file; expected MODEL/PROMPT/ITERATION.js",
            "tree/c: this folder is empty; expected MODEL/PROMPT/ITERATION.js",
        ]
    );
}

/// The values of a column, which may all be missing.
enum Cells<'a> {
    Text(&'a [Option<&'a str>]),
    Whole(&'a [Option<i32>]),
    Numbers(&'a [Option<f64>]),
}

impl Cells<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Text(cells) => cells.len(),
            Self::Whole(cells) => cells.len(),
            Self::Numbers(cells) => cells.len(),
        }
    }
}

/// Makes a file with these columns, whose types `schema` has in the same order.
fn parquet_file(schema: &str, columns: &[Cells]) -> Vec<u8> {
    let schema = Arc::new(parser::parse_message_type(&format!("message rows {{ {schema} }}")).unwrap());
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema, Arc::default()).unwrap();
    let mut group = file.next_row_group().unwrap();
    for cells in columns {
        let mut column = group.next_column().unwrap().unwrap();
        // A list has at most one element here, so that each value begins a row.
        let begins = vec![0; cells.len()];
        let written = match (column.untyped(), cells) {
            (ColumnWriter::ByteArrayColumnWriter(writer), Cells::Text(cells)) => {
                let values: Vec<_> = cells.iter().flatten().map(|text| ByteArray::from(*text)).collect();
                writer.write_batch(&values, Some(&present(cells)), Some(&begins))
            }
            (ColumnWriter::Int32ColumnWriter(writer), Cells::Whole(cells)) => {
                let values: Vec<_> = cells.iter().flatten().copied().collect();
                writer.write_batch(&values, Some(&present(cells)), Some(&begins))
            }
            (ColumnWriter::DoubleColumnWriter(writer), Cells::Numbers(cells)) => {
                let values: Vec<_> = cells.iter().flatten().copied().collect();
                writer.write_batch(&values, Some(&present(cells)), Some(&begins))
            }
            _ => panic!("the cells are of another type than the column"),
        };
        written.unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    file.close().unwrap();
    bytes
}

/// Returns the definition level of each cell.
fn present<T>(cells: &[Option<T>]) -> Vec<i16> {
    cells.iter().map(|cell| i16::from(cell.is_some())).collect()
}

#[test]
fn parquet_holds_a_row_an_answer() {
    let bytes = parquet_file(
        "optional binary model (STRING); optional int32 prompt; optional int32 iteration (UINT_8); \
         optional binary code; optional double generation_time_ms; optional binary unused (STRING);",
        &[
            Cells::Text(&[Some("a"), Some("a"), Some("b")]),
            Cells::Whole(&[Some(1), Some(1), Some(1)]),
            Cells::Whole(&[Some(1), Some(2), None]),
            Cells::Text(&[Some("a1"), None, Some("b1")]),
            Cells::Numbers(&[Some(1.5), None, Some(f64::NAN)]),
            Cells::Text(&[None, None, None]),
        ],
    );
    let files = Files::new(&[("rows.parquet", &bytes)]);
    let experiment = files.read(&["rows.parquet"]);
    assert_eq!(outline(&experiment), ["a/1/1 a1", "b/1/1 b1"]);
    assert_eq!(experiment.models[0].prompts[0].answers[0].generation_time_ms, Some(1.5));
    assert_eq!(
        files.problems(&experiment),
        ["rows.parquet, row 2: `code` and `response` are missing; expected one of them"]
    );
}

#[test]
fn parquet_without_the_columns_is_refused_by_their_names() {
    let bytes = parquet_file(
        "optional binary engine (STRING); optional binary completion (STRING);",
        &[Cells::Text(&[Some("a")]), Cells::Text(&[Some("x")])],
    );
    let files = Files::new(&[("rows.parquet", &bytes), ("broken.parquet", &bytes[..bytes.len() - 9])]);
    assert_eq!(
        files.problems(&files.read(&["rows.parquet"])),
        ["rows.parquet: has no column `model`, `prompt`, `code`; it has `engine`, `completion`. Another name is \
          given with --map COLUMN=NAME, a model with --model NAME"]
    );
    let problems = files.problems(&files.read(&["broken.parquet"]));
    assert!(problems[0].starts_with("broken.parquet: is not valid Parquet: "), "{problems:?}");
}

#[test]
fn parquet_with_a_list_of_answers_has_rows_without_one_named() {
    let bytes = parquet_file(
        "optional binary model (STRING); optional binary prompt (STRING); \
         optional group code (LIST) { repeated group list { optional binary element (STRING); } }",
        &[Cells::Text(&[Some("a")]), Cells::Text(&[Some("p")]), Cells::Text(&[None])],
    );
    let files = Files::new(&[("rows.parquet", &bytes)]);
    let experiment = files.read(&["rows.parquet"]);
    assert_eq!(outline(&experiment), [""; 0]);
    assert_eq!(experiment.problems.len(), 1);
    assert!(files.problems(&experiment)[0].contains("row 1"), "{:?}", experiment.problems);
}

#[test]
fn a_stored_experiment_names_what_it_lacks() {
    let answer = json!({"iteration": 1, "code": "a"});
    let text = stored(&json!({
        "a": {"byPrompt": [
            {"id": "p", "iterations": [answer, answer, {"iteration": 2}, {"iteration": 3, "error": "timed out"}, 5]},
            {"id": "empty", "iterations": []},
            {"iterations": [answer]},
        ]},
        "b/~": {"byPrompt": [{"id": "p", "iterations": [
            {"iteration": 1, "code": "b", "generationTimeMs": "slow",
             "violations": [{"ruleId": "pg/a", "severity": 3, "line": 1}],
             "remediation": {"fixedCode": 7}},
        ]}]},
        "c": {},
        "d": {"byPrompt": []},
    }));
    let files = Files::new(&[("stored.json", &text)]);
    let experiment = files.read(&["stored.json"]);
    assert_eq!(outline(&experiment), ["a/p/1 a", "b/~/p/1 b"]);
    let a = "stored.json at /models/a/byPrompt";
    let b = "stored.json at /models/b~1~0/byPrompt/0/iterations/0";
    assert_eq!(
        files.problems(&experiment),
        [
            format!(
                "{a}/0/iterations/1: a second answer of the same model, prompt and iteration; the first is \
                 {a}/0/iterations/0"
            ),
            format!("{a}/0/iterations/2: `code` is missing; expected text"),
            format!("{a}/0/iterations/3: the generation failed: timed out"),
            format!("{a}/0/iterations/4: the answer is 5; expected an object"),
            format!("{a}/1: the prompt has no answers: `iterations` is empty"),
            format!("{a}/2: `id` is missing; expected text"),
            format!("{b}: `generationTimeMs` is text; expected a number from 0"),
            format!("{b}/violations/0: `severity` is 3; expected text"),
            format!("{b}/remediation: `fixedCode` is 7; expected text"),
            "stored.json at /models/c: `byPrompt` is missing; expected a list".into(),
            "stored.json at /models/d: the model has no prompts: `byPrompt` is empty".into(),
        ]
    );
    assert_eq!(experiment.models[1].prompts[0].answers[0].recorded, None);
}

#[test]
fn a_checkpoint_holds_one_model() {
    let answer = json!({"iteration": 1, "code": "a", "remediation": {"error": "timed out"}});
    let checkpoint = json!({"modelId": "a", "results": {"byPrompt": [{"id": "db-x", "iterations": [answer]}]}});
    let nameless = json!({"results": {"byPrompt": []}});
    let files = Files::new(&[
        ("checkpoint.json", checkpoint.to_string().as_bytes()),
        ("nameless.json", nameless.to_string().as_bytes()),
    ]);
    let experiment = files.read(&["checkpoint.json", "nameless.json"]);
    assert_eq!(outline(&experiment), ["a/db-x/1 a +1 !timed out"]);
    assert_eq!(experiment.models[0].prompts[0].domain, "database");
    assert_eq!(files.problems(&experiment), ["nameless.json: `modelId` is missing; expected text"]);
}

#[test]
fn rounds_become_remediations() {
    let rounds = json!({"model": "a", "prompts": [
        {"promptId": "p", "prompt": "Write it", "generations": [
            {"generation": 0, "code": "a0", "violations": [{"ruleId": "pg/x", "severity": "error", "line": 3}]},
            {"generation": 2, "error": "prose"},
            {"generation": 1, "code": "a1"},
        ]},
        {"promptId": "q", "generations": [{"generation": 0, "error": "timed out"}, {"generation": 1, "code": "x"}]},
        {"promptId": "r", "generations": []},
    ]});
    let files = Files::new(&[("rounds.json", rounds.to_string().as_bytes())]);
    let experiment = files.read(&["rounds.json"]);
    assert_eq!(outline(&experiment), ["a/p/1 a0 +1 a1 +2 !prose"]);
    let prompt = &experiment.models[0].prompts[0];
    assert_eq!(prompt.text, "Write it");
    assert_eq!(prompt.answers[0].recorded.as_ref().unwrap()[0].column, None);
    assert_eq!(
        files.problems(&experiment),
        [
            "rounds.json at /prompts/1/generations/0: the generation failed: timed out",
            "rounds.json at /prompts/2: the prompt has no answer: `generations` is empty",
            "rounds.json at /prompts/1/generations/1: the answer of this remediation (round 1) is missing",
        ]
    );
}

#[test]
fn one_bad_file_does_not_spoil_the_others() {
    let good = stored(&json!({"a": {"byPrompt": [{"id": "p", "iterations": [{"iteration": 1, "code": "x"}]}]}}));
    let files = Files::new(&[
        ("good.json", &good),
        ("truncated.json", &good[..good.len() - 5]),
        ("list.json", b"[1, 2]"),
        ("other.json", br#"{"name": "a package", "version": "1"}"#),
        ("empty.json", b""),
        ("text.json", b"not JSON"),
        ("latin1.json", b"{\"models\": \"\xe9\"}"),
    ]);
    let names = [
        "missing.json",
        "truncated.json",
        "list.json",
        "other.json",
        "empty.json",
        "text.json",
        "latin1.json",
        "good.json",
    ];
    let experiment = files.read(&names);
    assert_eq!(outline(&experiment), ["a/p/1 x"]);
    let problems = files.problems(&experiment);
    let beginnings = [
        "missing.json: cannot be read: No such file",
        "truncated.json:1: the JSON breaks off here, column 79: the file is truncated",
        "list.json: this JSON is not an experiment: it is a list; expected `models.NAME",
        "other.json: this JSON is not an experiment: it holds `name`, `version`; expected",
        "empty.json:1: the JSON breaks off here, column 0",
        "text.json:1: this is not JSON: expected ident",
        "latin1.json:1: this is not JSON: invalid unicode code point",
    ];
    assert_eq!(problems.len(), beginnings.len());
    for (problem, beginning) in problems.iter().zip(beginnings) {
        assert!(problem.starts_with(beginning), "{problem}");
    }
    assert!(experiment.problems.iter().all(|problem| problem.effect == Effect::FileLeftOut));
}

#[test]
fn files_are_merged() {
    let one = stored(&json!({"a": {"byPrompt": [{"id": "p", "iterations": [{"iteration": 1, "code": "x"}]}]}}));
    let two = br#"{"model":"a","prompt":"p","iteration":2,"code":"y"}
{"model":"a","prompt":"p","iteration":1,"round":1,"code":"x fixed"}"#;
    let files = Files::new(&[("one.json", &one), ("two.jsonl", two), ("tree/b/p/1.js", b"z")]);
    let experiment = files.read(&["two.jsonl", "one.json", "tree"]);
    assert_eq!(files.problems(&experiment), [""; 0]);
    assert_eq!(outline(&experiment), ["a/p/2 y", "a/p/1 x +1 x fixed", "b/p/1 z"]);
}

#[test]
fn ten_thousand_models_are_read() {
    let rows: String =
        (0..10_000).map(|model| format!("{{\"model\":\"m{model}\",\"prompt\":\"p\",\"code\":\"x\"}}\n")).collect();
    let files = Files::new(&[("rows.jsonl", rows.as_bytes())]);
    let experiment = files.read(&["rows.jsonl"]);
    assert_eq!((experiment.models.len(), experiment.problems.len()), (10_000, 0));
}

/// Generates a line of JSON Lines: mostly a row, from so few names that some occur twice.
fn line() -> impl Strategy<Value = String> {
    let row = ("[ab]", "[pq]", 0u32..4, ".*").prop_map(|(model, prompt, iteration, code)| {
        json!({"model": model, "prompt": prompt, "iteration": iteration, "code": code}).to_string()
    });
    prop_oneof![4 => row, 1 => "[ -~]*"]
}

proptest! {
    #[test]
    fn every_line_is_read_or_named(lines in proptest::collection::vec(line(), 0..30)) {
        let files = Files::new(&[("rows.jsonl", lines.join("\n").as_bytes())]);
        let experiment = files.read(&["rows.jsonl"]);
        let expected = lines.iter().filter(|line| !line.trim_ascii().is_empty()).count();
        prop_assert_eq!(experiment.answer_count() + experiment.problems.len(), expected);
    }

    #[test]
    fn an_experiment_survives_its_own_json(lines in proptest::collection::vec(line(), 0..30)) {
        let files = Files::new(&[("rows.jsonl", lines.join("\n").as_bytes())]);
        let experiment = files.read(&["rows.jsonl"]);
        let rules = oxsec_rules::RuleSet::new();
    let scored = score(&experiment, &rules);
        fs::write(files.path("again.json"), give_back(&scored).to_string()).unwrap();
        let again = files.read(&["again.json"]);
        prop_assert_eq!(outline(&again), outline(&experiment));
    }

    #[test]
    fn any_bytes_are_read_or_named(
        bytes in proptest::collection::vec(any::<u8>(), 1..200),
        extension in "json|jsonl|parquet|txt",
    ) {
        let name = format!("input.{extension}");
        let files = Files::new(&[(name.as_str(), &bytes), ("magic", &[b"PAR1".as_slice(), &bytes].concat())]);
        for name in [name.as_str(), "magic"] {
            let experiment = files.read(&[name]);
            prop_assert!(experiment.answer_count() + experiment.problems.len() > 0 || bytes.trim_ascii().is_empty());
        }
    }

    #[test]
    fn a_truncated_experiment_is_named(end in 0usize..90) {
        let whole = stored(&json!({"a": {"byPrompt": [{"id": "p", "iterations": [{"iteration": 1, "code": "x"}]}]}}));
        let end = end.min(whole.len() - 1);
        let files = Files::new(&[("stored.json", &whole[..end])]);
        let experiment = files.read(&["stored.json"]);
        prop_assert!(experiment.models.is_empty());
        prop_assert!(files.problems(&experiment)[0].contains("the file is truncated"));
    }
}
