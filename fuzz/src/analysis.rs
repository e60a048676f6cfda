//! The properties of every analysis.

use std::{sync::LazyLock, thread};

use oxsec_rules::{Analysis, Analyzer, Evidence, Fix, LintMessage, RuleSet, Verdict};

/// All rules.
pub static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::preset("all").expect("there is a preset of all rules"));

/// oxsec's own rules, whose findings carry a proof.
static OWN: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::preset("oxsec").expect("there is a preset of our own rules"));

/// All rules, without their filters.
static UNFILTERED: LazyLock<RuleSet> = LazyLock::new(|| RULES.clone().unfiltered());

/// The names that a text is analyzed under: one for each language, and those that exempt from rules.
pub const PATHS: [&str; 8] =
    ["answer.js", "answer.jsx", "answer.ts", "answer.tsx", "answer.mjs", "answer.test.js", "__tests__/a.js", "a.d.ts"];

/// A text that leaves rules with state, and its name. It is short, because it is analyzed once for each input.
const COMPANION: (&str, &str) = (
    "answer.js",
    r#"const { Pool } = require("pg");
async function find(req, secret = "hunter2-hunter2") {
  const client = await new Pool().connect();
  for (const id of req.body) await client.query(`SELECT * FROM users WHERE id = ${id}`);
  require("child_process").exec("ls " + req.body.path); // eslint-disable-line -- it is a companion
  fs.readFile(req.query.name, () => client.release());
}"#,
);

static COMPANION_ALONE: LazyLock<Analysis> = LazyLock::new(|| Analyzer::new(&RULES).analyze(COMPANION.0, COMPANION.1));

/// The text that is appended to another: a call that no rule knows, on a line of its own, because a text may end in a
/// comment. It begins with a word that can only begin a statement: a semicolon would still belong to the statement
/// before it, and TypeScript takes a name after `global` for a declaration's.
const UNRELATED: &str = "\nvoid zzzz();\n";

/// Checks arbitrary bytes, decoded as a file is. The first byte chooses the file's name.
pub fn analyze_bytes(data: &[u8]) {
    let Some((&choice, text)) = data.split_first() else { return };
    hold(PATHS[choice as usize % PATHS.len()], &String::from_utf8_lossy(text));
}

/// Checks every property of one text.
pub fn hold(path: &str, source: &str) {
    let text = || format!("{path}: {source:?}");
    let mut analyzer = Analyzer::new(&RULES);
    let alone = analyzer.analyze(path, source);
    hold_for_analysis(path, source, &alone);
    hold_for_proofs(path, source);
    assert_eq!(
        analyzer.analyze(COMPANION.0, COMPANION.1),
        *COMPANION_ALONE,
        "a text changes the result of the next one: {}",
        text()
    );
    assert_eq!(
        analyzer.analyze(path, source),
        alone,
        "after another text the result is not that of a fresh analyzer: {}",
        text()
    );
    if source.len().is_multiple_of(2) {
        let unfiltered = Analyzer::new(&UNFILTERED).analyze(path, source);
        assert_eq!(unfiltered, alone, "a rule fires on what it says that it cannot fire on: {}", text());
    }
    // A thread costs more than all the rest, so only a few texts pay for one.
    if source.len().is_multiple_of(64) {
        let elsewhere = thread::scope(|scope| {
            [(); 2].map(|()| scope.spawn(|| Analyzer::new(&RULES).analyze(path, source))).map(|it| it.join())
        });
        for other in elsewhere {
            assert_eq!(
                other.expect("an analysis does not panic"),
                alone,
                "the result differs on another thread: {}",
                text()
            );
        }
    }

    if !matches!(alone.verdict, Verdict::Unparsable | Verdict::OverLimit) {
        // A file of declarations has no calls.
        if !path.ends_with(".d.ts") {
            let appended = analyzer.analyze(path, &format!("{source}{UNRELATED}"));
            let before = findings(&alone, 0);
            assert_ne!(
                appended.verdict,
                Verdict::Unparsable,
                "unrelated code behind a text makes it unparsable: {}",
                text()
            );
            assert_eq!(findings(&appended, 0), before, "unrelated code behind a text changes its findings: {}", text());
        }
        let unmarked = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        if !unmarked.starts_with("#!") {
            let moved = analyzer.analyze(path, &format!("\n{unmarked}"));
            assert_eq!(
                findings(&moved, 1),
                findings(&alone, 0),
                "an empty line before a text changes its findings: {}",
                text()
            );
        }
    }
}

/// Checks what oxsec's own rules find: whether findings are judged, and on which thread, makes no difference. Where
/// assertions are on, the engine itself checks that each witness does its damage anew, and that no sink with one is
/// refuted.
fn hold_for_proofs(path: &str, source: &str) {
    let alone = Analyzer::new(&OWN).analyze(path, source);
    hold_for_analysis(path, source, &alone);
    let judge = || Analyzer::new(&OWN).judging_findings(true).analyze(path, source);
    let judged = judge();
    assert_eq!(judged.messages, alone.messages, "judging changes what is found: {path}: {source:?}");
    assert!(judged.sinks.is_sorted_by_key(|sink| (sink.line, sink.column)));
    if source.len().is_multiple_of(64) {
        let elsewhere = thread::scope(|scope| scope.spawn(judge).join()).expect("an analysis does not panic");
        assert_eq!(elsewhere, judged, "the proofs differ on another thread: {path}: {source:?}");
    }
}

/// Asserts the properties of one analysis by itself.
pub fn hold_for_analysis(path: &str, source: &str, analysis: &Analysis) {
    let text = Text::new(source);
    // ESLint passes on the columns of TypeScript's errors as typescript-eslint has them, from 0.
    let is_typescript = [".ts", ".tsx", ".mts", ".cts"].iter().any(|extension| path.ends_with(extension));
    let is_from_0 = is_typescript && analysis.verdict == Verdict::Unparsable;
    let suppressed: Vec<&LintMessage> = analysis.suppressed.iter().map(|suppressed| &suppressed.message).collect();
    for messages in [analysis.messages.iter().collect(), suppressed] {
        assert!(
            messages.is_sorted_by_key(|message| (message.line, message.column)),
            "messages are not sorted by place: {messages:?}"
        );
        for message in messages {
            // Messages quote the text, so only words at their beginning count.
            let is_failure = message.fatal && message.message.starts_with("oxsec failed on this text");
            assert!(!is_failure, "{}", message.message);
            text.hold(message, u32::from(!(is_from_0 && message.fatal)));
        }
    }
    assert!(analysis.suppressed.iter().all(|suppressed| !suppressed.suppressions.is_empty()));
}

/// A finding without the parts that unrelated code around the text may change.
#[derive(Debug, PartialEq)]
struct Unmoved {
    message: LintMessage,
    suppressions: usize,
}

/// Returns the findings of an analysis, moved up by `lines`. Those about the program as a whole are left out, because
/// the code around the text belongs to it too.
fn findings(analysis: &Analysis, lines: u32) -> Vec<Unmoved> {
    let kept = analysis.messages.iter().map(|message| (message, 0));
    let taken = analysis.suppressed.iter().map(|suppressed| (&suppressed.message, suppressed.suppressions.len()));
    kept.chain(taken)
        .filter(|(message, _)| message.node_type != Some("Program"))
        .map(|(message, suppressions)| {
            let mut message = message.clone();
            message.line -= lines;
            message.end_line = message.end_line.map(|line| line - lines);
            let fixes = message.suggestions.iter_mut().map(|suggestion| &mut suggestion.fix).chain(&mut message.fix);
            fixes.for_each(|fix| fix.range = fix.range.map(|offset| offset - lines));
            Unmoved { message, suppressions }
        })
        .collect()
}

/// A text as ESLint counts it, computed in the plainest way, independently of the analysis.
struct Text {
    /// The columns at which a character begins or the line ends, for each line.
    lines: Vec<Vec<u32>>,
    /// The UTF-16 offsets at which a character begins or the text ends.
    offsets: Vec<u32>,
}

impl Text {
    fn new(source: &str) -> Self {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let (mut lines, mut offsets) = (vec![vec![1]], vec![0]);
        let (mut column, mut offset) = (1, 0);
        let mut characters = source.chars().peekable();
        while let Some(character) = characters.next() {
            let units = character.len_utf16() as u32;
            offset += units;
            offsets.push(offset);
            column += units;
            let is_end = match character {
                '\r' => characters.peek() != Some(&'\n'),
                character => matches!(character, '\n' | '\u{2028}' | '\u{2029}'),
            };
            if is_end {
                lines.push(vec![1]);
                column = 1;
            } else if character != '\r' {
                lines.last_mut().expect("there is a line").push(column);
            }
        }
        Self { lines, offsets }
    }

    /// Checks the places of a message whose columns are counted from `first`.
    fn hold(&self, message: &LintMessage, first: u32) {
        let is_place = |line: u32, column: u32| {
            let columns = line.checked_sub(1).and_then(|line| self.lines.get(line as usize));
            columns.is_some_and(|columns| columns.binary_search(&(column + 1 - first)).is_ok())
        };
        let start = (message.line, message.column);
        assert!(is_place(start.0, start.1), "the place is not in the text: {message:?}");
        if let (Some(line), Some(column)) = (message.end_line, message.end_column) {
            assert!(is_place(line, column), "the end is not in the text: {message:?}");
            assert!(start <= (line, column), "the end is before the start: {message:?}");
        }
        if let Some(Evidence::Flow { steps, .. } | Evidence::Fact { steps, .. }) = message.evidence.as_deref() {
            for step in steps {
                let ends = [(step.line, step.column), (step.end_line, step.end_column)];
                assert!(ends[0] <= ends[1], "evidence ends before it starts: {message:?}");
                assert!(
                    ends.iter().all(|&(line, column)| is_place(line, column)),
                    "evidence is not in the text: {message:?}"
                );
            }
        }
        let fixes = message.suggestions.iter().map(|suggestion| &suggestion.fix).chain(&message.fix);
        for Fix { range: [from, to], .. } in fixes {
            assert!(from <= to, "a range is the wrong way round: {message:?}");
            let is_offset = |offset| self.offsets.binary_search(offset).is_ok();
            assert!(is_offset(from) && is_offset(to), "a range is not in the text: {message:?}");
        }
    }
}
