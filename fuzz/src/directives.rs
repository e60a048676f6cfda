//! Code with comments that are written for ESLint.

use arbitrary::{Result, Unstructured};

use super::analysis::{PATHS, hold};

/// Lines that rules find something in.
const CODE: [&str; 8] = [
    "pool.query('SELECT * FROM users');",
    "eval(code);",
    "if (password == token) { }",
    "while (true) { x[key] = `${y}`; }",
    "const secret = 'sk_live_0123456789abcdef';",
    "require('child_process').exec('ls ' + dir);",
    "😀;",
    "fine();",
];

const LABELS: [&str; 9] = [
    "eslint-disable",
    "eslint-enable",
    "eslint-disable-line",
    "eslint-disable-next-line",
    "eslint",
    "global",
    "globals",
    "eslint-env",
    "exported",
];

/// Names in lists: rules that fire on the code, one of ESLint's own, a name of no rule, and texts that are not names.
const NAMES: [&str; 12] = [
    "pg/no-select-all",
    "secure-coding/detect-object-injection",
    "secure-coding/no-hardcoded-credentials",
    "node-security/detect-eval-with-expression",
    "node-security/detect-child-process",
    "pg/no-floating-query",
    "no-eval",
    "no/such-rule",
    "'pg/no-select-all'",
    "é😀",
    "",
    "__proto__",
];

const SETTINGS: [&str; 14] = [
    "2",
    "\"off\"",
    "warn",
    "[1]",
    "[\"error\", {}]",
    "[2, { minLength: 3 }]",
    "[2, { ignorePatterns: ['(', '\\\\b.*'] }]",
    "[2, { allowInTests: true }, 3]",
    "3",
    "{",
    "[",
    "'",
    "writable",
    "1e999",
];

const GAPS: [&str; 10] = [" ", "", "\n", ", ", "\t", "\r\n", "\u{2028}", " -- ", "--", " --- "];

/// Checks lines of code with directives between them; some texts consist of the bytes alone.
pub fn directives(data: &[u8]) {
    let u = &mut Unstructured::new(data);
    if let Ok((path, source)) = text(u) {
        hold(path, &source);
    }
}

fn text(u: &mut Unstructured<'_>) -> Result<(&'static str, String)> {
    let path = *u.choose(&PATHS)?;
    let mut source = String::new();
    while !u.is_empty() && source.len() < 8 << 10 {
        match u.int_in_range(0..=3)? {
            0 => source += u.choose(&CODE)?,
            1 => source += u.choose(&GAPS)?,
            _ => comment(u, &mut source)?,
        }
        if u.ratio(3, 4)? {
            source += u.choose(&["\n", " ", "\r\n", "\r", "\u{2029}", ""])?;
        }
    }
    Ok((path, source))
}

fn comment(u: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    let in_line = u.ratio(1, 4)?;
    out.push_str(if in_line { "//" } else { "/*" });
    out.push_str(u.choose(&GAPS)?);
    out.push_str(u.choose(&LABELS)?);
    out.push_str(u.choose(&GAPS)?);
    for _ in 0..u.int_in_range(0..=4)? {
        out.push_str(u.choose(&NAMES)?);
        if u.ratio(1, 2)? {
            out.push_str(u.choose(&[": ", ":", "=", " "])?);
            out.push_str(u.choose(&SETTINGS)?);
        }
        out.push_str(u.choose(&[",", ", ", " ", ",,", "\n", " , ", ";"])?);
    }
    if u.ratio(1, 4)? {
        out.push_str(u.choose(&GAPS)?);
        // The bytes' own text, unless it ends the comment.
        let length = u.int_in_range(0..=16)?;
        let length = length.min(u.len());
        out.push_str(&String::from_utf8_lossy(u.bytes(length)?).replace("*/", ""));
    }
    out.push_str(if in_line { "\n" } else { "*/" });
    Ok(())
}
