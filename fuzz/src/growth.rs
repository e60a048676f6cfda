//! Comments that grow: the cost of the analysis must not grow faster than they do.
//!
//! The steps that an analysis counts are compared, for a text and one whose repeated part is twice as long: they are
//! the same on every machine.

use arbitrary::{Result, Unstructured};
use oxsec_rules::{Analyzer, RuleSet};

/// The longest text, in bytes.
const MAX_BYTES: usize = 200_000;

/// The steps that any text may take: rules that a comment switches on, patterns that it gives.
const BASE_STEPS: usize = 2_000_000;

/// The beginnings of comments, and their ends after the repeated part.
const COMMENTS: &[(&str, &str)] = &[
    ("/* eslint-disable ", " */"),
    ("/* eslint-disable-next-line ", " */"),
    ("// eslint-disable-line ", "\n"),
    ("/* eslint-enable ", " */"),
    ("/* eslint ", " */"),
    ("/* eslint pg/no-unsafe-copy-from: [2, {allowedPaths: ['", "']}] */"),
    ("/* eslint pg/no-unsafe-copy-from: [2, {allowedPaths: [", "'a']}] */"),
    ("/* eslint node-security/no-timing-unsafe-compare: [1, {\"secretPatterns\": [\"", "\"]}] */"),
    ("/* eslint node-security/no-weak-hash-algorithm: [2, {additionalWeakAlgorithms: [", "a]}] */"),
    ("/* eslint secure-coding/no-hardcoded-credentials: [2, {ignorePatterns: ['", "']}] */"),
    ("/* eslint secure-coding/no-privilege-escalation: [2, {userInputPatterns: ['", "']}] */"),
    ("/* global ", " */"),
    ("/*", "*/"),
    ("", ""),
];

/// The repeated parts.
const UNITS: &[&str] = &[
    "-",
    "--",
    " -- ",
    "e",
    "g",
    ",",
    "no-eval,",
    "pg/constructor,",
    "a:",
    "a: 2,",
    "'",
    "\"",
    "\\",
    "[",
    "{",
    "}",
    "(?:",
    ")",
    "a|",
    "a?",
    ".",
    "\\w",
    "[a-z]",
    "{9}",
    "{1",
    "*",
    "+",
    "'a', ",
    "'.{99}', ",
    " ",
    "\t",
    "\n",
    "é",
    "error",
    "/* eslint-disable */ ",
    "/* eslint-enable */ ",
    "/* eslint no-eval: 2 */\n",
    "/* eslint a: 2 */\n",
    "eval(a); // eslint-disable-line\n",
];

/// Code around the comment.
const CODE: &[&str] = &[
    "eval(a);\n",
    "crypto.createHash('a');\n",
    "db.query(\"COPY t FROM '/tmp/aaaa'\");\n",
    "if (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa === b) c();\n",
    "user.role = req.body.role;\n",
    "const password = 'aaaaaaaaaaaaaaaaaaaaaaaa';\n",
];

pub fn growth(data: &[u8]) {
    let u = &mut Unstructured::new(data);
    let Ok(text) = Text::arbitrary(u) else { return };
    let mut analyzer = Analyzer::new(&RuleSet::preset("all").expect("there is a preset of this name"));
    let mut steps = |times| {
        analyzer.analyze("a.js", &text.of(times));
        analyzer.steps()
    };
    let (once, twice) = (steps(text.times), steps(2 * text.times));
    assert!(
        twice <= 2 * once + BASE_STEPS,
        "{once} steps for {} times {:?}, and {twice} for twice as many",
        text.times,
        (&text.before, &text.unit, &text.after)
    );
}

/// A text in which something is repeated.
struct Text {
    before: String,
    unit: String,
    after: String,
    times: usize,
}

impl Text {
    fn arbitrary(u: &mut Unstructured<'_>) -> Result<Self> {
        let mut text = Self { before: String::new(), unit: String::new(), after: String::new(), times: 0 };
        for _ in 0..u.int_in_range(0..=3)? {
            text.before += u.choose(CODE)?;
        }
        let (open, close) = *u.choose(COMMENTS)?;
        text.before += open;
        for _ in 0..u.int_in_range(0..=2)? {
            text.before += u.choose(UNITS)?;
        }
        for _ in 0..u.int_in_range(1..=3)? {
            text.unit += u.choose(UNITS)?;
        }
        text.after = format!("{close}\n");
        for _ in 0..u.int_in_range(0..=3)? {
            text.after += u.choose(CODE)?;
        }
        text.times = u.int_in_range(1..=MAX_BYTES / 2 / text.unit.len())?;
        Ok(text)
    }

    fn of(&self, times: usize) -> String {
        format!("{}{}{}", self.before, self.unit.repeat(times), self.after)
    }
}
