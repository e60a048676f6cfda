//! Formatting: `cargo fmt`, and the files that a macro declares, which it does not see.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folders that hold, or whose folders hold, files that a macro declares: the plugins' rules and the formats.
const DECLARED_BY_MACRO: &[&str] = &["rules", "src/format"];

/// Formats every source of the workspace, or only checks that they are.
///
/// # Errors
///
/// The one of the two programs that failed; it has printed the reason itself.
pub fn format(root: &Path, is_check: bool) -> Result<String, String> {
    let check = is_check.then_some("--check");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).current_dir(root).args(["fmt", "--all"]).args(check))?;
    run(Command::new("rustfmt").args(check).args(declared_by_macro(root)?))?;
    Ok(String::new())
}

/// Returns the files in the folders of [`DECLARED_BY_MACRO`] and in those one level below.
fn declared_by_macro(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for folder in DECLARED_BY_MACRO {
        for entry in entries(&root.join(folder))? {
            files.extend(if entry.is_dir() { entries(&entry)? } else { vec![entry] });
        }
    }
    files.retain(|file| file.extension().is_some_and(|it| it == "rs"));
    Ok(files)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    fs::read_dir(folder).map_err(failed)?.map(|entry| Ok(entry.map_err(failed)?.path())).collect()
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} found files that are not formatted, or failed")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_rules_and_formats_are_formatted() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = declared_by_macro(&root).unwrap();
        for file in ["rules/pg/no_select_all.rs", "rules/oxsec/cors.rs", "src/format/agent.rs"] {
            assert!(files.contains(&root.join(file)), "{file}");
        }
    }
}
