//! Arguments of programs: options, and the further syntax that some programs accept.

use super::{Judged, Verdict};
use crate::flow::{Flow, Term, TermKind, Weakness, witness::Val};

/// Shells, which take a command after `-c`.
const SHELLS: &[&str] = &["ash", "bash", "cmd", "cmd.exe", "dash", "ksh", "powershell", "pwsh", "sh", "zsh"];

/// Programs that run a script and pass the arguments after its name on to it.
const INTERPRETERS: &[&str] =
    &["bun", "deno", "node", "nodejs", "perl", "php", "python", "python3", "ruby", "ts-node", "tsx"];

/// Options of interpreters that take a value.
const VALUES_OF_INTERPRETERS: &[&str] = &[
    "--conditions",
    "--env-file",
    "--experimental-loader",
    "--import",
    "--loader",
    "--require",
    "-C",
    "-I",
    "-W",
    "-X",
    "-e",
    "-m",
    "-r",
];

/// Programs of ImageMagick, which accept a coder before the name of a file.
const IMAGE_MAGICK: &[&str] = &["compare", "composite", "convert", "identify", "magick", "mogrify", "montage"];

/// Programs whose database name may be a whole connection string.
const LIBPQ: &[&str] = &["createdb", "dropdb", "pg_dump", "pg_restore", "psql", "vacuumdb"];

/// Programs whose short options take no value.
const WITHOUT_VALUES: &[&str] = &["bzip2", "cat", "cp", "gunzip", "gzip", "ls", "mv", "rm", "unzip", "wc", "xz", "zip"];

/// Long options that take no value, whatever the program.
const FLAGS: &[&str] = &[
    "--all",
    "--cached",
    "--dry-run",
    "--force",
    "--json",
    "--name-only",
    "--oneline",
    "--porcelain",
    "--quiet",
    "--recursive",
    "--silent",
    "--stat",
    "--verbose",
];

/// Programs whose first argument may be letters of options without a dash, and the letters that take a value.
const BUNDLED: &[(&str, &str)] = &[("bsdtar", "bCfITX"), ("gtar", "bCfFgHIKLNTVX"), ("tar", "bCfFgHIKLNTVX")];

/// Returns the number of words after the first argument that are values of the options in it: one in `tar xzf NAME`.
fn values_of_bundle(program: &str, first: &str) -> usize {
    let Some((_, letters)) = BUNDLED.iter().find(|(name, _)| *name == program) else { return 0 };
    let is_bundle = first.bytes().all(|it| it.is_ascii_alphanumeric());
    if is_bundle { first.chars().filter(|letter| letters.contains(*letter)).count() } else { 0 }
}

/// Returns the command that a shell is given as an argument: `sh -c COMMAND`.
pub(crate) fn script_of_shell(flow: &Flow<'_>, program: &str, list: Term) -> Option<Term> {
    if !SHELLS.contains(&program) {
        return None;
    }
    let TermKind::Array { items, rest } = flow.kind_of(list) else { return None };
    let flag = items.iter().position(|&item| {
        flow.constant_text(item).is_some_and(|text| {
            text.eq_ignore_ascii_case("/c") || text.starts_with('-') && text.to_ascii_lowercase().ends_with('c')
        })
    })?;
    items.get(flag + 1).copied().or(*rest)
}

/// Returns the code that Node.js is given as an argument: `node -e CODE`.
pub(crate) fn script_of_interpreter(flow: &Flow<'_>, program: &str, list: Term) -> Option<Term> {
    if !matches!(program, "node" | "nodejs" | "bun" | "deno") {
        return None;
    }
    let TermKind::Array { items, rest } = flow.kind_of(list) else { return None };
    let flag = items.iter().position(|&item| {
        flow.constant_text(item).is_some_and(|text| matches!(&*text, "-e" | "--eval" | "-p" | "-pe" | "--print"))
    })?;
    items.get(flag + 1).copied().or(*rest)
}

/// Returns the inputs to try as an argument of a program.
pub(crate) fn payloads(program: Option<&str>) -> &'static [&'static str] {
    match program {
        Some(name) if IMAGE_MAGICK.contains(&name) => {
            &["-write", "msl:/tmp/x.msl", "label:@/etc/passwd", "-write.png", "msl:x.png", "-x.png", "-x.jpg", "-x"]
        }
        Some(name) if LIBPQ.contains(&name) => {
            &["host=evil.example dbname=x", "--file=/tmp/x", "postgresql://evil.example/x", "-x"]
        }
        _ => &["--output=/tmp/x", "-x", "-x.txt", "--help"],
    }
}

/// Returns a verdict if an input arrives as an argument that the program takes for an option, a coder or a connection.
pub(super) fn damage(judged: &Judged<'_>, input: &str, arrived: &Val) -> Option<Verdict> {
    let Val::Array(items) = arrived else { return None };
    let program = judged.program.unwrap_or("the program");
    let bundled = items.first().and_then(Val::to_text).map_or(0, |first| values_of_bundle(program, &first));
    let is_interpreter = INTERPRETERS.contains(&program);
    let mut ended = false;
    for (at, item) in items.iter().enumerate() {
        let Some(text) = item.to_text() else { continue };
        if text == "--" {
            ended = true;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| items[at].to_text()).unwrap_or_default();
        let has_value = if is_interpreter {
            VALUES_OF_INTERPRETERS.contains(&&*before)
        } else {
            !WITHOUT_VALUES.contains(&program) && !FLAGS.contains(&&*before) && !before.starts_with("--no-")
        };
        let follows_option = has_value && before.starts_with('-') && before != "-" && !input.contains(&before);
        let is_value = follows_option || (1..=bundled).contains(&at);
        let verdict = |context: String| Some(Verdict { context, weakness: Weakness::Argument });
        let is_new = judged.benign.is_none_or(|benign| match benign {
            Val::Array(items) => !items.contains(item),
            _ => true,
        });
        if text.starts_with('-') && is_new && (text.starts_with(input) || input.contains(&text)) && !ended && !is_value
        {
            return verdict(format!("an argument of {program} that may begin with a dash"));
        }
        if is_interpreter && !text.starts_with('-') && !is_value {
            return None;
        }
        let opens = input.contains(':')
            && input.find(':').is_some_and(|at| input[..at].bytes().all(|it| it.is_ascii_alphabetic()));
        if IMAGE_MAGICK.contains(&program) && opens && text.starts_with(input) {
            return verdict(format!("a name that {program} reads a coder from"));
        }
        let names_database = |option: &str| matches!(option, "-d" | "--dbname");
        if LIBPQ.contains(&program) && (input.contains('=') && !input.starts_with('-') || input.contains("://")) {
            let given = text.strip_prefix("--dbname=").or_else(|| text.strip_prefix("-d")).unwrap_or(&text);
            if given == input && (!is_value || names_database(&before)) {
                return verdict(format!("the database of {program}, which may be a connection string"));
            }
        }
    }
    None
}
