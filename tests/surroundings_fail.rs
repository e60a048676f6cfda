//! Inputs that are not files, outputs that cannot be written: every command ends with the reason.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Duration,
};

use nix::{sys::stat::Mode, unistd::mkfifo};
use serde_json::{Value, json};
use tempfile::TempDir;

const EVAL: &str = "eval(a);\n";

fn oxsec(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("oxsec"));
    command.current_dir(folder);
    command
}

/// Runs a command that must end by itself.
fn ended(command: &mut Command) -> Output {
    assert_cmd::Command::from_std(std::mem::replace(command, Command::new("true")))
        .timeout(Duration::from_mins(1))
        .output()
        .unwrap()
}

fn fifo(path: &Path) {
    mkfifo(path, Mode::S_IRWXU).unwrap();
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.js"), EVAL).unwrap();
    folder
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn messages(output: &Output) -> Vec<String> {
    let results = json(output);
    let all = results.as_array().unwrap().iter().flat_map(|result| result["messages"].as_array().unwrap().clone());
    all.map(|message| message["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_no_file_is_named_and_not_read() {
    let folder = folder();
    fifo(&folder.path().join("fifo.js"));
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket.js")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero.js")).unwrap();
    let named = ["a.js", "fifo.js", "socket.js", "zero.js", "/dev/full"];
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json"]).args(named));
    assert_eq!(output.status.code(), Some(2));
    let said = messages(&output).join("\n");
    for reason in ["it is a FIFO", "it is a socket", "it is a device", "CWE-95"] {
        assert!(said.contains(reason), "{reason} is not in {said}");
    }
    // In a folder they do not count as JavaScript.
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "."]));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output).as_array().unwrap().len(), 1);
}

#[test]
fn an_ignore_file_that_never_ends_leaves_its_folder_out() {
    let folder = folder();
    fs::create_dir(folder.path().join("b")).unwrap();
    fs::write(folder.path().join("b/b.js"), EVAL).unwrap();
    fifo(&folder.path().join("b/.gitignore"));
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "."]));
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).iter().any(|message| message.contains("as an ignore file it is a FIFO")));
    assert!(messages(&output).iter().any(|message| message.contains("CWE-95")));
    std::os::unix::fs::symlink("/dev/zero", folder.path().join(".ignore")).unwrap();
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "."]));
    assert_eq!(output.status.code(), Some(2));
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "--no-ignore", "."]));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_is_read_up_to_the_limit_whatever_size_it_is_told_to_have() {
    let folder = folder();
    fs::write(folder.path().join("long.js"), "a;\n".repeat(1000)).unwrap();
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "--max-bytes", "100", "long.js"]));
    assert!(messages(&output)[0].contains("3000 bytes long"), "{:?}", messages(&output));
    // It says that it is empty.
    let output =
        ended(oxsec(folder.path()).args(["check", "--format", "json", "--max-bytes", "10", "/proc/self/maps"]));
    assert!(messages(&output)[0].contains("more than the 10"), "{:?}", messages(&output));
}

#[test]
fn utf_16_is_read_and_binary_data_is_named() {
    let folder = folder();
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(EVAL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    fs::write(folder.path().join("utf16.js"), &utf16).unwrap();
    fs::write(folder.path().join("binary.js"), b"\x7fELF\x02\x01\x01\0\0\0\xff(((((").unwrap();
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "utf16.js"]));
    assert!(messages(&output).iter().any(|message| message.contains("CWE-95")), "{:?}", messages(&output));
    let output = ended(oxsec(folder.path()).args(["check", "--format", "json", "binary.js"]));
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output)[0].contains("binary data"), "{:?}", messages(&output));
}

/// Returns a call of every command that writes to standard output.
fn calls(folder: &Path) -> Vec<Vec<String>> {
    let row = r#"{"model": "m", "prompt": "p", "iteration": 1, "code": "eval(a)"}"#;
    fs::write(folder.join("rows.jsonl"), format!("{row}\n")).unwrap();
    fs::write(folder.join("none.json"), "[]").unwrap();
    let found = ended(oxsec(folder).args(["check", "--format", "json", "a.js"])).stdout;
    fs::write(folder.join("some.json"), found).unwrap();
    let formats = ["json", "unix", "sarif", "stylish", "pretty", "html", "junit", "jsonl", "markdown", "github"];
    let mut calls: Vec<Vec<String>> =
        formats.iter().map(|format| vec!["check".into(), "--format".into(), (*format).into(), "a.js".into()]).collect();
    for call in [
        &["rescore", "rows.jsonl"][..],
        &["rescore", "--format", "json", "rows.jsonl"],
        &["rescore", "--format", "html", "rows.jsonl"],
        &["rescore", "--format", "csv", "--table", "leaderboard", "rows.jsonl"],
        &["explain", "a.js:1"],
        &["explain", "--json", "a.js:1"],
        &["coverage", "--experiment", "rows.jsonl"],
        &["coverage", "--experiment", "rows.jsonl", "--leaderboard"],
        &["compare", "none.json", "some.json"],
        &["presets"],
        &["completions", "zsh"],
        &["rules"],
        &["rules", "pg/no-unsafe-query"],
        &["--help"],
        &["check", "--help"],
        &["--version"],
    ] {
        calls.push(call.iter().map(|word| (*word).to_owned()).collect());
    }
    calls
}

#[test]
fn a_full_disk_or_a_closed_pipe_is_a_clean_end_of_every_command() {
    let folder = folder();
    for call in calls(folder.path()) {
        let run =
            |stdout: Stdio| oxsec(folder.path()).args(&call).stdin(Stdio::null()).stdout(stdout).output().unwrap();
        let good = run(Stdio::piped());
        assert!(!good.stdout.is_empty(), "{call:?}: {}", String::from_utf8_lossy(&good.stderr));
        let full = run(fs::OpenOptions::new().write(true).open("/dev/full").unwrap().into());
        let said = String::from_utf8_lossy(&full.stderr);
        assert_eq!(full.status.code(), Some(2), "{call:?}: {said}");
        assert!(said.contains("standard output cannot be written") && !said.contains("panicked"), "{call:?}: {said}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let closed = run(writer.into());
        let said = String::from_utf8_lossy(&closed.stderr);
        assert_eq!(closed.status.code(), Some(141), "{call:?}: {said}");
        assert!(!said.contains("panicked"), "{call:?}: {said}");
    }
}

#[test]
fn a_file_that_cannot_be_written_to_its_end_stays_as_it_was() {
    let folder = folder();
    let row = r#"{"model": "m", "prompt": "p", "iteration": 1, "code": "eval(a)"}"#;
    fs::write(folder.path().join("rows.jsonl"), format!("{row}\n")).unwrap();
    for call in
        [["check", "--format", "html", "-o", "old", "a.js"], ["rescore", "--format", "html", "-o", "old", "rows.jsonl"]]
    {
        fs::write(folder.path().join("old"), "old").unwrap();
        // A limit on the size of files is a disk that is full.
        let command = format!("trap '' XFSZ; ulimit -f 1; exec \"$0\" {}", call.join(" "));
        let output = Command::new("bash")
            .current_dir(folder.path())
            .args(["-c", &command])
            .arg(assert_cmd::cargo::cargo_bin("oxsec"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("`old` cannot be written"), "{said}");
        assert_eq!(fs::read_to_string(folder.path().join("old")).unwrap(), "old");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 3, "{left:?}");
    }
}

/// Calls of every command that write to standard output, to files or into folders; what is written is below `out`.
const WRITING_CALLS: &[&str] = &[
    "check --format html -o out/a a.js",
    "check --format json --format sarif=out/a --format html=out/b a.js",
    "check --stdin-jsonl -o out/a",
    "check --fix out/fixed.js",
    "check --print-config a.js",
    "rescore rows.jsonl",
    "rescore --format json -o out/a rows.jsonl",
    "rescore --format markdown -o out/a rows.jsonl",
    "rescore --format html -o out/a rows.jsonl",
    "rescore --format csv -o out rows.jsonl",
    "explain a.js:1",
    "explain --json a.js:1",
    "init out/new.toml",
    "coverage code",
    "coverage --format json -o out/a code",
    "coverage --experiment rows.jsonl --format html -o out/a",
    "coverage --experiment rows.jsonl --sample 3 -o out/review.md",
    "coverage --experiment rows.jsonl --leaderboard -o out/a",
    "compare old.json new.json",
    "rules",
    "presets",
    "completions bash",
    "docs out",
    "man out",
    "run plan.toml",
];

/// Code that `--fix` changes.
const TO_FIX: &str = "if (a === b) { f(new Buffer(c)); }\n";

/// Returns the commands, as the program's help lists them.
fn commands() -> Vec<String> {
    let help = ended(oxsec(Path::new(".")).arg("--help")).stdout;
    let help = String::from_utf8(help).unwrap();
    let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn no_command_is_forgotten() {
    let is_tried = |command: &String| WRITING_CALLS.iter().any(|call| call.split(' ').next() == Some(command));
    let forgotten: Vec<String> =
        commands().into_iter().filter(|command| command != "help" && !is_tried(command)).collect();
    assert!(forgotten.is_empty(), "no call of {forgotten:?} is tried with a full disk");
}

#[test]
fn problems_that_nobody_reads_end_no_command() {
    let folder = folder();
    fs::write(folder.path().join("rows.jsonl"), "{\"model\": \"m\"}\n").unwrap();
    fs::write(folder.path().join("labels.jsonl"), "no label\n").unwrap();
    for call in
        ["check none.js", "rescore rows.jsonl", "coverage --labels labels.jsonl .", "coverage none", "explain a:1"]
    {
        let command = format!("exec \"$0\" {call} 2>/dev/full");
        let status = Command::new("bash")
            .current_dir(folder.path())
            .args(["-c", &command])
            .arg(assert_cmd::cargo::cargo_bin("oxsec"))
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(2), "{call}");
    }
}

/// Returns the files below a folder, and their sizes.
fn sizes(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(
            |path| if path.is_dir() { sizes(&path) } else { [(path.clone(), path.metadata().unwrap().len())].into() },
        )
        .collect()
}

#[test]
fn every_write_can_fail_in_every_command() {
    for call in WRITING_CALLS {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        let row = |model: &str| json!({"model": model, "prompt": "p", "iteration": 1, "code": EVAL}).to_string();
        fs::create_dir_all(at("code/vulnerable")).unwrap();
        fs::create_dir(at("out")).unwrap();
        fs::write(at("code/vulnerable/a.js"), EVAL).unwrap();
        fs::write(at("out/fixed.js"), TO_FIX).unwrap();
        fs::write(at("rows.jsonl"), ["a", "b"].map(row).join("\n")).unwrap();
        for name in ["old.json", "new.json"] {
            let results = ended(oxsec(folder.path()).args(["check", "--format", "json", "a.js"])).stdout;
            fs::write(at(name), if name == "old.json" { b"[]".to_vec() } else { results }).unwrap();
        }
        fs::write(at("plan.toml"), REPLAY).unwrap();
        let mut whole = BTreeMap::new();
        // In the first round nothing is limited.
        for blocks in [None, Some(0), Some(1), Some(2), Some(4), Some(8), Some(16), Some(32)] {
            let _ = fs::remove_dir_all(at("out"));
            fs::create_dir(at("out")).unwrap();
            fs::write(at("out/fixed.js"), TO_FIX).unwrap();
            fs::write(at("out/a"), "old").unwrap();
            // A limit on the size of files, in kibibytes, is a disk that is full.
            let limit = blocks.map_or("unlimited".to_owned(), |blocks: usize| blocks.to_string());
            let command = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" {call}");
            let output = Command::new("bash")
                .current_dir(folder.path())
                .args(["-c", &command])
                .arg(assert_cmd::cargo::cargo_bin("oxsec"))
                .stdin(fs::File::open(at("rows.jsonl")).unwrap())
                .stdout(fs::File::create(at("stdout")).unwrap())
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            let Some(blocks) = blocks else {
                whole = sizes(&at("out"));
                continue;
            };
            assert!(!said.contains("panicked"), "{call} in {blocks} KiB: {said}");
            let status = output.status.code();
            assert!(
                status.is_some_and(|status| status <= 2),
                "{call} in {blocks} KiB ends with {:?}: {said}",
                output.status
            );
            let (a, is_whole) = (fs::read(at("out/a")).unwrap(), status != Some(2));
            assert!(
                a == b"old" || is_whole || a.len() > blocks * 1024,
                "{call} in {blocks} KiB leaves a half file: {said}"
            );
            if blocks == 0 {
                let wrote_nothing = fs::metadata(at("stdout")).unwrap().len() == 0;
                assert!(
                    wrote_nothing && status == Some(2) || call.contains("--fix"),
                    "{call} ends with {status:?}: {said}"
                );
                assert!(said.contains("cannot be written") || said.contains("File too large"), "{call}: {said}");
            }
            for (path, size) in sizes(&at("out")) {
                let name = path.file_name().unwrap().to_str().unwrap();
                // A journal is written line by line; what breaks off in it is passed over.
                let is_half = whole.get(&path) != Some(&size)
                    && fs::read(&path).unwrap() != b"old"
                    && !call.starts_with("run ")
                    && fs::read(&path).unwrap() != TO_FIX.as_bytes();
                assert!(!is_half, "{call} in {blocks} KiB leaves {name} with {size} bytes");
                assert!(!name.starts_with(".oxsec-"), "{call} leaves {name}");
            }
        }
    }
}

/// A plan that answers from stored rows.
const REPLAY: &str = r#"
output = "out/result.json"
iterations = 1

[providers.stored]
kind = "replay"
file = "rows.jsonl"

[[models]]
name = "a"
provider = "stored"

[[prompts]]
id = "p"
domain = "code"
text = "Evaluate a."
"#;

#[test]
fn an_input_is_not_taken_for_an_output() {
    let folder = folder();
    let row = r#"{"model": "m", "prompt": "p", "iteration": 1, "code": "eval(a)"}"#;
    fs::write(folder.path().join("rows.jsonl"), format!("{row}\n")).unwrap();
    for call in
        [&["check", "-o", "a.js", "."][..], &["rescore", "--format", "json", "-o", "./rows.jsonl", "rows.jsonl"]]
    {
        let output = ended(oxsec(folder.path()).args(call));
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("read and written at once"), "{said}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.js")).unwrap(), EVAL);
}

#[test]
fn a_path_and_a_text_write_no_line_and_no_control_character_of_their_own() {
    let folder = TempDir::new().unwrap();
    let name = "a\n::error file=b.js::c\u{202e}.js";
    fs::write(folder.path().join(name), "eval(`\u{202e}\u{2066}`); eval(a)\n").unwrap();
    for format in ["json", "jsonl", "sarif", "gitlab", "rdjson", "unix", "compact", "stylish", "github", "junit"] {
        let output = ended(oxsec(folder.path()).args(["check", "--format", format, "."]));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(!text.contains(['\u{202e}', '\u{2066}']), "{format}: {text}");
        if format == "github" {
            assert!(!text.lines().any(|line| line.starts_with("::error file=b.js")), "{text}");
        } else {
            assert!(!text.lines().any(|line| line.starts_with("::")), "{format}: {text}");
        }
        if format == "json" {
            let results: Value = serde_json::from_str(&text).unwrap();
            assert!(results[0]["filePath"].as_str().unwrap().ends_with(name), "{results}");
        }
    }
}

/// Runs `oxsec` in little memory, with standard input.
fn in_memory(kilobytes: usize, folder: &Path, arguments: &str, input: &str) -> Output {
    let mut child = Command::new("bash")
        .current_dir(folder)
        .args(["-c", &format!("ulimit -v {kilobytes}; exec \"$0\" {arguments}")])
        .arg(assert_cmd::cargo::cargo_bin("oxsec"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    let writing = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let _ = writing.join().unwrap();
    output
}

#[test]
fn a_text_that_takes_all_memory_costs_one_answer_where_it_is_analyzed_apart() {
    const MEMORY_LIMIT_KIB: usize = 700_000;
    let folder = folder();
    let large = "a;\n".repeat(6 << 20);
    fs::write(folder.path().join("large.js"), &large).unwrap();
    fs::write(folder.path().join("z.js"), EVAL).unwrap();
    let output = in_memory(MEMORY_LIMIT_KIB, folder.path(), "check --format json --isolate -j 1 .", "");
    let said = messages(&output);
    assert_eq!(said.iter().filter(|message| message.contains("ended its process")).count(), 1, "{said:?}");
    assert_eq!(said.iter().filter(|message| message.contains("CWE-95")).count(), 2, "{said:?}");
    assert_eq!(output.status.code(), Some(1));

    let row = |id: &str, code: &str| format!("{}\n", serde_json::json!({ "id": id, "code": code }));
    let rows = row("a", EVAL) + "no row\n" + &row("b", &large) + &row("c", EVAL);
    let output = in_memory(MEMORY_LIMIT_KIB, folder.path(), "check --stdin-jsonl --isolate -j 1", &rows);
    let answers: Vec<Value> =
        output.stdout.split(|&byte| byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!(answers.len(), 4, "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!((&answers[1]["line"], &answers[2]["id"], &answers[3]["id"]), (&2.into(), &"b".into(), &"c".into()));
    assert!(answers[2]["messages"][0]["message"].as_str().unwrap().contains("ended its process"));
    assert_eq!(answers[0]["messages"], answers[3]["messages"]);
}

#[test]
fn what_is_analyzed_apart_is_the_same() {
    let folder = folder();
    fs::create_dir(folder.path().join("b")).unwrap();
    fs::write(folder.path().join("b/\n.js"), "eval(b); // eslint-disable-line\nquery(`${a}`);").unwrap();
    // Warnings alone, and more than are allowed.
    fs::write(folder.path().join("warned.js"), "f(); // eslint-disable-line\n").unwrap();
    let row = |code: &str| json!({ "id": 1, "code": code }).to_string();
    let rows = ["eval(a)", "f(); // eslint-disable-line", "eval(", "no row"].map(row).join("\n") + "\n{\n";
    for arguments in [
        "--format json .",
        "--format stylish .",
        "--format sarif .",
        "--format junit .",
        "--format json --quiet .",
        "--format json --quiet --max-warnings 0 warned.js",
        "--stdin-jsonl",
        "--stdin-jsonl --quiet",
        "--stdin-jsonl --quiet --max-warnings 0",
    ] {
        let run = |more: &[&str]| {
            let mut command = assert_cmd::Command::from_std(oxsec(folder.path()));
            command.arg("check").args(arguments.split(' ')).args(more).write_stdin(rows.clone()).output().unwrap()
        };
        let (here, apart) = (run(&[]), run(&["--isolate"]));
        assert_eq!(String::from_utf8_lossy(&here.stdout), String::from_utf8_lossy(&apart.stdout), "{arguments}");
        assert_eq!(here.status.code(), apart.status.code(), "{arguments}");
        assert_eq!(String::from_utf8_lossy(&here.stderr), String::from_utf8_lossy(&apart.stderr), "{arguments}");
    }
}
