//! Chores of this repository: `cargo xtask new-rule PLUGIN/ID`.

mod new_rule;

use std::{env, path::Path, process::ExitCode};

const USAGE: &str = "usage: cargo xtask new-rule PLUGIN/ID    (such as pg/no-debugger-in-query)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [command, id] = &arguments[..] else { return fail(USAGE) };
    if command != "new-rule" {
        return fail(USAGE);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is a folder of the repository");
    match new_rule::add(root, id) {
        Ok(next) => {
            println!("{next}");
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
