//! Comments that configure the analysis are held to limits, as code is.

mod hostile;

use hostile::{EVAL, FORMS, text};
use oxsec_rules::{Analysis, Analyzer, LintMessage, RuleSet, Severity};

fn analyzer() -> Analyzer {
    Analyzer::new(&RuleSet::preset("all").unwrap())
}

fn has_eval(analysis: &Analysis) -> bool {
    let is_eval = |rule: &str| rule == "node-security/detect-eval-with-expression";
    analysis.messages.iter().any(|message| message.line == 1 && message.rule_id.as_deref().is_some_and(is_eval))
}

fn ignored(analysis: &Analysis) -> Vec<(u32, &str)> {
    let said = "This configuration comment is ignored: ";
    let warnings = analysis.messages.iter().filter(|message| message.severity == Severity::Warn);
    warnings.filter_map(|message| Some((message.line, message.message.strip_prefix(said)?))).collect()
}

#[test]
fn what_comments_ask_for_grows_with_the_text() {
    /// The steps that any text may take.
    const BASE_STEPS: usize = 100_000;
    let mut analyzer = analyzer();
    let mut steps = |text: &str| {
        let analysis = analyzer.analyze("a.js", text);
        assert!(has_eval(&analysis), "{:.200} … says {:?}", text, analysis.messages.first());
        analyzer.steps()
    };
    for &(name, form) in FORMS {
        let (once, twice) = (steps(&text(form, 20_000)), steps(&text(form, 40_000)));
        assert!(twice <= 2 * once + BASE_STEPS, "{name}: {once} steps, and {twice} for a text twice as long");
        let most = steps(&text(form, 200_000));
        assert!(most <= 25_000_000, "{name}: {most} steps");
    }
}

#[test]
fn a_comment_over_a_limit_is_ignored_with_a_warning() {
    let mut analyzer = analyzer();
    for (setting, reason) in [
        (format!("pg/no-select-all: [2, {{a: [{}1]}}]", "1,".repeat(300)), "hold more than 256 values"),
        (format!("pg/no-select-all: 0, b: '{}'", "c".repeat(70_000)), "more than 65536 bytes"),
    ] {
        let analysis = analyzer.analyze("a.js", &format!("{EVAL}/* eslint {setting} */\n"));
        assert!(has_eval(&analysis));
        assert!(matches!(ignored(&analysis)[..], [(2, said)] if said.contains(reason)), "{:?}", analysis.messages);
    }
    let patterns: String = (0..250).map(|place| format!("\".{{360}}{place}\",")).collect();
    let setting = format!("pg/no-unsafe-copy-from: [1, {{\"allowedPaths\": [{patterns}\"b\"]}}]");
    let copy = "db.query(\"COPY t FROM '/tmp/a'\");\n";
    let analysis = analyzer.analyze("a.js", &format!("{EVAL}/* eslint {setting} */\n{copy}"));
    assert!(matches!(ignored(&analysis)[..], [(2, said)] if said.contains("take too many steps")));
    let found = analysis.messages.iter().find(|message| message.message_id == Some("hardcodedPath")).unwrap();
    assert_eq!((found.line, found.severity), (3, Severity::Error));
}

#[test]
fn a_pattern_that_is_too_large_is_an_error_of_its_comment() {
    let setting = "pg/no-unsafe-copy-from: [2, {allowedPaths: ['(.{100}){60}a']}]";
    let analysis = analyzer().analyze("a.js", &format!("{EVAL}/* eslint {setting} */\n"));
    assert!(has_eval(&analysis));
    let is_refused = |message: &LintMessage| message.line == 2 && message.message.contains("the pattern is too large");
    assert!(analysis.messages.iter().any(is_refused), "{:?}", analysis.messages);
}

#[test]
fn a_rule_is_looked_up_as_eslint_looks_it_up() {
    let mut analyzer = analyzer();
    for (name, is_found) in [
        ("pg/constructor", true),
        ("jwt/toString", true),
        ("pg/__proto__", true),
        ("secure-coding/hasOwnProperty", true),
        ("@/no-eval", true),
        ("constructor", false),
        ("toString", false),
        ("constructor/name", false),
        ("other/constructor", false),
        ("pg/create", false),
        ("@/toString", false),
    ] {
        for comment in [format!("/* eslint-disable-line {name} */"), format!("/* eslint {name}: 2 */")] {
            let analysis = analyzer.analyze("a.js", &format!("a(); {comment}"));
            let is_missing = analysis.messages.iter().any(|message| message.message.contains("was not found"));
            assert_eq!(is_missing, !is_found, "{comment}: {:?}", analysis.messages);
        }
    }
    let analysis = analyzer.analyze("a.js", "a(); /* eslint no-wrap-func: 2 */");
    assert_eq!(analysis.messages[0].message, "Rule 'no-wrap-func' was removed and replaced by: no-extra-parens");
}

#[test]
fn justifications_and_suppressions_have_room_together() {
    let code = format!("/* eslint-disable -- {} */\n", "j".repeat(100_000)) + &"eval(b);\n".repeat(10_000);
    let analysis = analyzer().analyze("a.js", &code);
    let suppressions = || analysis.suppressed.iter().flat_map(|message| &message.suppressions);
    assert!(analysis.suppressed.len() >= 10_000);
    let bytes: usize = suppressions().map(|suppression| suppression.justification.len()).sum();
    assert!(bytes < 10 * code.len(), "{bytes}");
    assert!(suppressions().next().unwrap().justification.starts_with("jjj"));
    assert_eq!(suppressions().last().unwrap().justification, "…");
}
