//! Prints what the recommended rules find in a file: `cargo run -p oxsec-rules --example findings -- answer.js`.

use std::{env, fs, process::ExitCode, thread};

use oxsec_rules::{Analyzer, RuleSet, worker_stack};

fn main() -> ExitCode {
    // The parser goes as deep as a text nests, which needs more stack than a program's first thread has.
    let worker = thread::Builder::new().stack_size(worker_stack(1)).spawn(print_findings);
    worker.expect("a thread can be started").join().expect("no text makes the analysis panic")
}

fn print_findings() -> ExitCode {
    let Some(path) = env::args().nth(1) else { return ExitCode::from(2) };
    let Ok(source) = fs::read_to_string(&path) else { return ExitCode::from(2) };
    let rules = RuleSet::preset("recommended").expect("it is a preset");
    for message in Analyzer::new(&rules).analyze(&path, &source).messages {
        let rule = message.rule_id.as_deref().unwrap_or("parsing");
        println!("{path}:{}:{} {rule}\n{}\n", message.line, message.column, message.message);
    }
    ExitCode::SUCCESS
}
