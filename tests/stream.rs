//! `oxsec check --stdin-jsonl` and data sets, through the program.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{ChildStdin, ChildStdout, Command, Stdio},
    sync::Arc,
};

use parquet::{
    data_type::{ByteArray, ByteArrayType, Int32Type},
    file::{
        reader::{FileReader, SerializedFileReader},
        writer::SerializedFileWriter,
    },
    record::{Field, ListAccessor, Row, RowAccessor},
    schema::parser::parse_message_type,
};
use serde_json::{Value, json};

const VULNERABLE: &str = "async function all(pool) {\n  return pool.query('SELECT * FROM users');\n}\n";

fn oxsec() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin("oxsec"))
}

fn rows_command(arguments: &[&str]) -> Command {
    let mut command = oxsec();
    command.args(["check", "--stdin-jsonl", "--preset", "none", "--rule", "pg/no-select-all: error"]);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

struct Ended {
    status: Option<i32>,
    rows: Vec<Value>,
    complaint: String,
}

/// Gives the program all rows at once.
fn answer(arguments: &[&str], input: impl Into<Vec<u8>>) -> Ended {
    let mut child = rows_command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.into();
    let writing = std::thread::spawn(move || stdin.write_all(&input).unwrap());
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    Ended {
        status: output.status.code(),
        rows: output.stdout.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect(),
        complaint: String::from_utf8(output.stderr).unwrap(),
    }
}

fn row(id: impl Into<Value>, code: &str) -> String {
    format!("{}\n", json!({ "id": id.into(), "code": code }))
}

fn ids(rows: &[Value]) -> Vec<Value> {
    rows.iter().map(|row| row["id"].clone()).collect()
}

#[test]
fn a_row_gets_eslints_result_and_its_id_back() {
    let ended = answer(&[], row("a", VULNERABLE));
    assert_eq!(ended.status, Some(1));
    let mut rows = ended.rows;
    let message = rows[0]["messages"][0].as_object_mut().unwrap();
    assert!(message.remove("message").unwrap().as_str().unwrap().starts_with("CWE-1049 | "));
    assert_eq!(
        rows,
        [json!({
            "id": "a",
            "messages": [{
                "ruleId": "pg/no-select-all", "severity": 2, "line": 2, "column": 21, "nodeType": "Literal",
                "messageId": "noSelectAll", "endLine": 2, "endColumn": 42,
            }],
            "suppressedMessages": [],
            "errorCount": 1, "fatalErrorCount": 0, "warningCount": 0, "fixableErrorCount": 0, "fixableWarningCount": 0, "status": "code",
            "reading": {"basis": "published", "directives": "obeyed", "verdict": "rules", "unit": "answers"},
        })]
    );
}

#[test]
fn an_id_of_any_type_comes_back_to_the_letter() {
    let ids = ["\"a\\u00e9\\n\"", "12345678901234567890123", "1.50", "null", "true", "[1, {\"b\": 2}]", "{\"a\":[ ]}"];
    let input: String = ids.iter().map(|id| format!("{{\"code\":\"\",\"id\":{id},\"model\":[\"x\"]}}\n")).collect();
    let mut child = rows_command(&[]).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let found: Vec<&str> = output
        .lines()
        .map(|line| line.strip_prefix("{\"id\":").unwrap().split_once(",\"messages\"").unwrap().0)
        .collect();
    assert_eq!(found, ids);
}

#[test]
fn answers_come_in_order_whatever_the_threads() {
    let input: String = (0..5000).map(|id| row(id, if id % 7 == 0 { VULNERABLE } else { "let a = 1;" })).collect();
    let one = answer(&["--jobs", "1"], input.clone());
    assert_eq!(ids(&one.rows), (0..5000).map(Value::from).collect::<Vec<_>>());
    assert_eq!(one.rows.iter().filter(|row| row["errorCount"] == 1).count(), 715);
    let many = answer(&["--jobs", "7"], input.clone());
    assert_eq!(one.rows, many.rows);
    let mut unordered = answer(&["--jobs", "7", "--unordered"], input).rows;
    unordered.sort_by_key(|row| row["id"].as_u64());
    assert_eq!(one.rows, unordered);
}

#[test]
fn a_broken_row_is_named_and_harms_no_other() {
    let broken: [&[u8]; 9] = [
        b"{\"id\": 1, \"code\": \"let a",
        b"nonsense",
        b"{\"id\": 3}",
        b"{\"id\": [4], \"code\": 4}",
        b"[]",
        b"{\"id\": 6, \"code\": \"\xff\"}",
        b"{\"id\": 7, \"code\": \"a\", \"filename\": 7}",
        b"{\"id\": 8, \"code\": \"a\", \"code\": \"b\"}",
        b"{\"id\": 9, \"code\": \"a\"} {\"id\": 10, \"code\": \"b\"}",
    ];
    for broken in broken {
        let mut input = row("before", VULNERABLE).into_bytes();
        input.extend_from_slice(b"\n  \r\n");
        input.extend_from_slice(broken);
        input.push(b'\n');
        input.extend_from_slice(row("after", VULNERABLE).as_bytes());
        let ended = answer(&[], input);
        let shown = String::from_utf8_lossy(broken);
        assert_eq!(ended.status, Some(2), "{shown}");
        assert_eq!(ended.rows.len(), 3, "{shown}");
        assert_eq!(ended.rows[1]["line"], 4, "{shown}");
        assert!(ended.rows[1]["error"].as_str().unwrap().starts_with("the row is "), "{shown}");
        assert_eq!(ended.rows[0]["errorCount"], 1, "{shown}");
        assert_eq!(ended.rows[0]["messages"], ended.rows[2]["messages"], "{shown}");
        assert!(ended.complaint.contains("1 rows could not be read, the first in line 4: the row is "), "{shown}");
    }
}

#[test]
fn a_broken_row_keeps_an_id_that_can_be_read() {
    let ended = answer(&[], "{\"id\": [4], \"code\": 4}\n{\"id\": 5, \"code\n");
    assert_eq!(ids(&ended.rows), [json!([4]), Value::Null]);
    assert!(ended.rows[0]["error"].as_str().unwrap().contains("expected a string"));
}

#[test]
fn what_stands_where_code_should_is_named() {
    let values = [("{}", "map"), ("[4]", "sequence"), ("true", "boolean `true`"), ("-1e5", "number")];
    for (value, kind) in values {
        let ended = answer(&[], format!("{{\"id\": 1, \"code\": {value}}}\n"));
        let error = format!(
            "the row is not {{\"id\": …, \"code\" or \"response\": \"…\", \"filename\": \"…\"}}: invalid type: {kind}, expected a string"
        );
        assert_eq!(ended.rows, [json!({ "id": 1, "line": 1, "error": error })]);
    }
}

#[test]
fn half_a_surrogate_pair_is_one_column_wide() {
    let ended = answer(&[], "{\"id\":1,\"code\":\"'\\ud83d';a.query('SELECT * FROM b')\"}\n");
    assert_eq!(ended.rows[0]["messages"][0]["column"], 13);
}

#[test]
fn code_and_file_name_are_read_however_they_are_spelt() {
    let spelt = r#"{"id":1,"code":"let \u0061: number;\n\t\"\uD83D\uDE00\"; a.query('SELECT * FROM b')","filename":"\u0061\/b.ts"}"#;
    let plain = r#"{"id":1,"code":"let a: number;","filename":"a/b.ts"}"#;
    let ended = answer(&[], format!("{spelt}\n{plain}\n"));
    assert_eq!(ended.rows[0]["filePath"], "a/b.ts");
    let found = &ended.rows[0]["messages"][0];
    assert_eq!((&found["line"], &found["column"]), (&json!(2), &json!(16)));
    assert_eq!(ended.rows[1]["messages"], json!([]), "nothing is left of the row before");
}

#[test]
fn the_last_row_needs_no_line_end_and_the_first_may_have_a_mark() {
    let ended = answer(&[], format!("\u{FEFF}{}{}", row(1, "a;"), row(2, "b;").trim_end()));
    assert_eq!(ids(&ended.rows), [json!(1), json!(2)]);
    assert_eq!(ended.status, Some(0));
    assert_eq!(answer(&[], "").status, Some(0));
}

#[test]
fn a_file_name_decides_the_language_and_comes_back() {
    let typed = "{\"id\":1,\"code\":\"let a: number = 1;\",\"filename\":\"a.ts\"}\n{\"id\":2,\"code\":\"let a: number = 1;\"}\n";
    let ended = answer(&[], typed);
    assert_eq!(ended.rows[0]["filePath"], "a.ts");
    assert_eq!(ended.rows[0]["fatalErrorCount"], 0);
    assert_eq!(ended.rows[1].get("filePath"), None);
    assert_eq!(ended.rows[1]["fatalErrorCount"], 1);
    assert_eq!(answer(&["--stdin-filename", "b.ts"], typed).rows[1]["fatalErrorCount"], 0);
}

#[test]
fn warnings_are_counted_where_they_are_left_out() {
    let warn = ["--rule", "pg/no-select-all: warn"];
    let quiet = answer(&[warn[0], warn[1], "--quiet"], row(1, VULNERABLE));
    assert_eq!((quiet.status, &quiet.rows[0]["messages"]), (Some(0), &json!([])));
    let too_many = answer(&[warn[0], warn[1], "--quiet", "--max-warnings", "0"], row(1, VULNERABLE));
    assert_eq!(too_many.status, Some(1));
    assert!(too_many.complaint.contains("1 warnings"));
}

#[test]
fn a_huge_row_is_answered_among_others() {
    let huge = format!("let a = '{}';", "x".repeat(50 << 20));
    let input = format!("{}{}{}", row(1, VULNERABLE), row(2, &huge), row(3, VULNERABLE));
    let ended = answer(&["--jobs", "2"], input);
    assert_eq!(ids(&ended.rows), [json!(1), json!(2), json!(3)]);
    assert_eq!(ended.rows[1]["fatalErrorCount"], 1);
    let longer = format!("{}{{\"id\":2,\"code\":\"{}\"}}\n{}", row(1, "a;"), "x".repeat(70 << 20), row(3, "b;"));
    let ended = answer(&["--jobs", "2"], longer);
    assert_eq!(ids(&ended.rows), [json!(1), Value::Null, json!(3)]);
    assert_eq!(
        ended.rows[1],
        json!({ "id": null, "line": 2, "error": "the row is longer than the 64 MiB that are read" })
    );
    assert_eq!(ended.status, Some(2));
}

/// A program that answers row by row, as a training loop would use it.
struct CoProcess {
    child: std::process::Child,
    rows: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl CoProcess {
    fn start(arguments: &[&str]) -> Self {
        let mut child = rows_command(arguments).spawn().unwrap();
        let rows = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, rows, answers }
    }

    fn ask(&mut self, rows: &str) {
        self.rows.as_mut().unwrap().write_all(rows.as_bytes()).unwrap();
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }
}

#[test]
fn each_row_is_answered_before_the_next_is_there() {
    for arguments in [&["--jobs", "1"][..], &["--jobs", "3"], &["--jobs", "3", "--unordered"]] {
        let mut process = CoProcess::start(arguments);
        for id in 0..200 {
            process.ask(&row(id, VULNERABLE));
            assert_eq!(process.answer()["id"], id);
        }
        // A row that comes in two pieces, the second with one more row.
        let (first, second) = (row(200, VULNERABLE), row(201, VULNERABLE));
        process.ask(&first[..20]);
        process.ask(&format!("{}{second}", &first[20..]));
        let mut ids = [process.answer()["id"].as_u64(), process.answer()["id"].as_u64()];
        ids.sort_unstable();
        assert_eq!(ids, [Some(200), Some(201)]);
        drop(process.rows.take());
        assert_eq!(process.child.wait().unwrap().code(), Some(1));
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    for arguments in [&["--jobs", "2"][..], &["--jobs", "2", "--unordered"]] {
        let mut process = CoProcess::start(arguments);
        process.ask(&row(1, VULNERABLE));
        process.answer();
        drop(process.answers);
        // The pipe on the other side stays open.
        process.rows.as_mut().unwrap().write_all(row(2, VULNERABLE).as_bytes()).unwrap();
        let rows = process.rows.take();
        let output = process.child.wait_with_output().unwrap();
        drop(rows);
        assert_eq!(output.status.code(), Some(141));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let ended = answer(&["-o", "/dev/full"], row(1, VULNERABLE));
    assert_eq!(ended.status, Some(2));
    assert!(ended.complaint.contains("`/dev/full` cannot be written"), "{}", ended.complaint);
    assert!(ended.complaint.contains("No space left"), "{}", ended.complaint);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_stream_between_answers() {
    let mut process = CoProcess::start(&["--jobs", "2"]);
    process.ask(&row(1, VULNERABLE));
    process.answer();
    let id = nix::unistd::Pid::from_raw(i32::try_from(process.child.id()).unwrap());
    nix::sys::signal::kill(id, nix::sys::signal::Signal::SIGTERM).unwrap();
    assert_eq!(process.child.wait().unwrap().code(), Some(143));
}

/// Writes a data set with three columns, one of them code, in row groups of two.
fn write_dataset(path: &Path) {
    let schema = "message rows {
        required int32 id;
        optional binary completion (STRING);
        optional group tags (LIST) { repeated group list { required binary element (STRING); } }
    }";
    let rows = [(5, Some(VULNERABLE)), (4, None), (3, Some("let a = 1;")), (2, Some("let = ;")), (1, Some(VULNERABLE))];
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut file = SerializedFileWriter::new(File::create(path).unwrap(), schema, Arc::default()).unwrap();
    for rows in rows.chunks(2) {
        let mut group = file.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let ids: Vec<i32> = rows.iter().map(|&(id, _)| id).collect();
        column.typed::<Int32Type>().write_batch(&ids, None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let levels: Vec<i16> = rows.iter().map(|(_, code)| i16::from(code.is_some())).collect();
        let codes: Vec<_> = rows.iter().filter_map(|&(_, code)| code).map(ByteArray::from).collect();
        column.typed::<ByteArrayType>().write_batch(&codes, Some(&levels), None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let tags = vec![ByteArray::from("a"); rows.len() * 2];
        let repetitions: Vec<i16> = rows.iter().flat_map(|_| [0, 1]).collect();
        column.typed::<ByteArrayType>().write_batch(&tags, Some(&vec![2; tags.len()]), Some(&repetitions)).unwrap();
        column.close().unwrap();
        group.close().unwrap();
    }
    file.close().unwrap();
}

fn check_dataset(input: &Path, output: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = oxsec();
    command.arg("check").arg(input).arg("-o").arg(output);
    command.args(["--preset", "none", "--rule", "pg/no-select-all: error"]).args(arguments);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_data_set_gets_a_column_of_findings() {
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("data.parquet"), folder.path().join("findings.parquet"));
    write_dataset(&input);
    let (status, complaint) = check_dataset(&input, &output, &["--code-column", "completion"]);
    assert_eq!((status, complaint.as_str()), (Some(1), ""));
    let read = SerializedFileReader::new(File::open(&output).unwrap()).unwrap();
    assert_eq!(read.num_row_groups(), 3, "row groups stay as they are");
    let rows: Vec<Row> = read.get_row_iter(None).unwrap().map(Result::unwrap).collect();
    let names: Vec<&String> = rows[0].get_column_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["id", "completion", "tags", "findings", "status"]);
    assert_eq!(rows.iter().map(|row| row.get_int(0).unwrap()).collect::<Vec<_>>(), [5, 4, 3, 2, 1]);
    assert!(rows.iter().all(|row| row.get_list(2).unwrap().len() == 2));
    assert!(rows[1].get_list(3).is_err(), "a row without code has null for its findings");
    let lengths: Vec<usize> = [0, 2, 3, 4].iter().map(|&row| rows[row].get_list(3).unwrap().len()).collect();
    assert_eq!(lengths, [1, 0, 1, 1]);
    let finding = |row: usize| rows[row].get_list(3).unwrap().get_group(0).unwrap();
    assert_eq!(finding(4).get_string(0).unwrap(), "pg/no-select-all");
    assert_eq!((finding(4).get_ubyte(2).unwrap(), finding(4).get_uint(4).unwrap()), (2, 2));
    assert_eq!(finding(3).get_column_iter().next().unwrap().1, &Field::Null);
    assert!(finding(3).get_bool(1).unwrap());
}

#[test]
fn findings_of_rows_and_of_a_data_set_are_judged_where_that_is_asked_for() {
    let verdict = |arguments: &[&str]| {
        let message = answer(arguments, row("a", VULNERABLE)).rows[0]["messages"][0].clone();
        (message["verdict"].clone(), message["verdictReason"].clone())
    };
    assert_eq!(verdict(&[]), (Value::Null, Value::Null));
    for arguments in [&["--verdict"][..], &["--verdict", "--isolate"]] {
        assert_eq!(verdict(arguments).0, "not applicable", "{arguments:?}");
    }
    let shell = "const { exec } = require('child_process');\nexports.run = (a) => exec('ls ' + Number(a));\n";
    let (verdict, reason) = verdict_of_shell(shell);
    assert_eq!(verdict, "refuted");
    assert!(!reason.is_empty());
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("data.parquet"), folder.path().join("findings.parquet"));
    write_dataset(&input);
    check_dataset(&input, &output, &["--code-column", "completion", "--verdict"]);
    let read = SerializedFileReader::new(File::open(&output).unwrap()).unwrap();
    let rows: Vec<Row> = read.get_row_iter(None).unwrap().map(Result::unwrap).collect();
    let finding = |row: usize| {
        let finding = rows[row].get_list(3).unwrap().get_group(0).unwrap();
        finding.get_column_iter().map(|(name, field)| (name.clone(), field.clone())).collect::<Vec<_>>()
    };
    let judged = finding(4);
    assert_eq!(judged[10], ("verdict".to_owned(), Field::Str("not applicable".to_owned())));
    assert_eq!(judged[11].0, "verdictReason");
    // A syntax error is not a rule's finding.
    assert_eq!(finding(3)[10], ("verdict".to_owned(), Field::Null));
    assert_eq!(rows[4].get_string(4).unwrap(), "code");
}

/// Returns the verdict on a call of a shell, and its reason, in the answer to a row.
fn verdict_of_shell(code: &str) -> (String, String) {
    let rule = "node-security/detect-child-process: error";
    let ended = answer(&["--verdict", "--rule", rule], row(1, code));
    let message = &ended.rows[0]["messages"][0];
    let text = |field: &str| message[field].as_str().unwrap_or_default().to_owned();
    (text("verdict"), text("verdictReason"))
}

#[test]
fn a_data_set_that_cannot_be_used_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("data.parquet"), folder.path().join("findings.parquet"));
    write_dataset(&input);
    let refused = |input: &Path, output: &Path, arguments: &[&str], reason: &str| {
        let (status, complaint) = check_dataset(input, output, arguments);
        let complaint = complaint.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(status, Some(2), "{complaint}");
        assert!(complaint.contains(reason), "{complaint}");
    };
    refused(&input, &output, &[], "has no column `code`");
    refused(&input, &output, &["--code-column", "id"], "expected text");
    refused(&input, &output, &["--code-column", "completion", "--findings-column", "tags"], "has a column `tags`");
    refused(&input, &input, &["--code-column", "completion"], "read and written at once");
    let nonsense = folder.path().join("nonsense.parquet");
    std::fs::write(&nonsense, "nonsense").unwrap();
    refused(&nonsense, &output, &[], "not a valid Parquet file");
    let cut = folder.path().join("cut.parquet");
    let bytes = std::fs::read(&input).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    refused(&cut, &output, &[], "not a valid Parquet file");
}

#[test]
fn several_data_sets_go_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(at("in/day=1")).unwrap();
    write_dataset(&at("in/day=1/part-0.parquet"));
    write_dataset(&at("in/part-1.parquet"));
    write_dataset(&at("one.parquet"));
    std::fs::write(at("in/_SUCCESS"), "").unwrap();
    let rows = |path: &Path| {
        let read = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
        read.metadata().file_metadata().num_rows()
    };
    let column = ["--code-column", "completion"];
    let (status, said) = check_dataset(&at("in"), &at("out"), &column);
    assert_eq!((status, said.as_str()), (Some(1), ""));
    assert_eq!((rows(&at("out/day=1/part-0.parquet")), rows(&at("out/part-1.parquet"))), (5, 5));

    // One that cannot be read is named, and the rest is checked.
    std::fs::write(at("in/day=1/part-0.parquet"), "nonsense").unwrap();
    let (status, said) = check_dataset(&at("in"), &at("again"), &column);
    assert_eq!(status, Some(2));
    assert!(said.contains("part-0.parquet") && said.contains("1 of 2 data sets"), "{said}");
    assert!(!at("again/day=1/part-0.parquet").exists());
    assert_eq!(rows(&at("again/part-1.parquet")), 5);

    for (out, words) in [("one.parquet", "is a file"), ("in", "read and written at once")] {
        let (status, said) = check_dataset(&at("in"), &at(out), &column);
        assert_eq!(status, Some(2));
        assert!(said.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{said}");
    }
    std::fs::write(at("a.js"), "f();").unwrap();
    let output = oxsec().arg("check").args([at("a.js"), at("one.parquet")]).arg("-o").arg(at("x")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("in two calls"), "{said}");
    std::fs::write(at("table.parquet"), b"ARROW1\0\0rest").unwrap();
    let (status, said) = check_dataset(&at("table.parquet"), &at("x"), &column);
    assert!(status == Some(2) && said.contains("is an Arrow IPC file"), "{said}");
}
