//! Tasks of this repository: `cargo xtask new-rule PLUGIN/ID`, `cargo xtask fmt`.

mod format;
mod new_rule;

use std::{env, path::Path, process::ExitCode};

const USAGE: &str = "usage: cargo xtask new-rule PLUGIN/ID    (such as pg/no-debugger-in-query)
       cargo xtask fmt [--check]         (formats all files, those too that cargo fmt does not see)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is a folder of the repository");
    let result = match arguments[..] {
        ["new-rule", id] => new_rule::add(root, id),
        ["fmt"] => format::format(root, false),
        ["fmt", "--check"] => format::format(root, true),
        _ => Err(USAGE.to_string()),
    };
    match result {
        Ok(next) => {
            print!("{next}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
