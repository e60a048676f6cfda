//! Nesting that would overflow a recursive parser's stack.

use oxsec_rules::{Analyzer, Limits, RuleSet};

/// Every way in which a text can nest: what opens a level, what stands inside, what closes it, and the
/// file's extension.
const FORMS: &[(&str, &str, &str, &str)] = &[
    ("(", "a", ")", "js"),
    ("[", "a", "]", "js"),
    ("{", "a", "}", "js"),
    ("({a:", "a", "})", "js"),
    ("f(", "a", ")", "js"),
    ("new ", "a", "", "js"),
    ("!", "a", "", "js"),
    ("- ", "a", "", "js"),
    ("typeof ", "a", "", "js"),
    ("a=>", "a", "", "js"),
    ("async()=>{", "", "}", "js"),
    ("a=", "b", "", "js"),
    ("a+", "b", "", "js"),
    ("a**", "b", "", "js"),
    ("a&&", "b", "", "js"),
    ("a??", "b", "", "js"),
    ("a?", "b", ":c", "js"),
    ("a?b:", "c", "", "js"),
    ("`${", "a", "}`", "js"),
    ("a`${", "b", "}`", "js"),
    ("x=function(){", "", "}", "js"),
    ("function f(){", "", "}", "js"),
    ("class A{m(){", "", "}}", "js"),
    ("x=class extends ", "a", "{}", "js"),
    ("class A{static{", "", "}}", "js"),
    ("if(a)", "b", "", "js"),
    ("if(a){}else ", "b", "", "js"),
    ("if(a);else ", "b", "", "js"),
    ("for(;;)", "a", "", "js"),
    ("while(a)", "b", "", "js"),
    ("do ", "a", " while(b)", "js"),
    ("try{", "", "}catch{}", "js"),
    ("switch(a){default:", "", "}", "js"),
    ("var {a:", "b", "}=c", "js"),
    ("([", "a", "]=b)", "js"),
    ("import(", "a", ")", "js"),
    ("a[", "b", "]", "js"),
    ("a\nin ", "b", "", "js"),
    ("/(?:", "a", ")/", "js"),
    ("<a>", "b", "</a>", "jsx"),
    ("<a>;", "b", "</a>", "jsx"),
    ("<a b={", "c", "}/>", "jsx"),
    ("let a:A<", "b", ">", "ts"),
    ("let a:", "b", "[]", "ts"),
    ("(a as ", "b", ")", "ts"),
];

/// The forms that chain to the right of what stands before: the opening repeats inside the whole.
fn nested((open, inside, close, _): (&str, &str, &str, &str), levels: usize) -> String {
    format!("{}{inside}{}", open.repeat(levels), close.repeat(levels))
}

/// What may stand behind a statement without changing how deep it nests.
fn chains() -> Vec<(String, String)> {
    let levels = 100_000;
    vec![
        ("member".into(), format!("a{}", ".b".repeat(levels))),
        ("call".into(), format!("a{}", "()".repeat(levels))),
        ("index".into(), format!("a{}", "[b]".repeat(levels))),
        ("optional".into(), format!("a{}", "?.b".repeat(levels))),
        ("tagged".into(), format!("a{}", "``".repeat(levels))),
    ]
}

fn analyzer() -> Analyzer {
    Analyzer::new(&RuleSet::preset("all").unwrap())
}

#[test]
fn what_nests_a_hundred_thousand_levels_is_answered() {
    let mut analyzer = analyzer();
    for &form in FORMS {
        let analysis = analyzer.analyze(&format!("a.{}", form.3), &nested(form, 100_000));
        assert!(analysis.messages.iter().any(|message| message.fatal), "{:?}", form.0);
    }
    for (name, text) in chains() {
        let analysis = analyzer.analyze("a.js", &text);
        assert!(analysis.messages.iter().any(|message| message.fatal), "{name}");
    }
}

#[test]
fn what_nests_almost_too_deep_is_analyzed() {
    let levels = Limits::default().max_depth / 8;
    let mut analyzer = analyzer();
    for &form in FORMS {
        let analysis = analyzer.analyze(&format!("a.{}", form.3), &nested(form, levels));
        let refused = analysis.messages.iter().find(|message| message.message.contains("deeper than is analyzed"));
        assert_eq!(refused, None, "{:?}", form.0);
    }
}

#[test]
fn the_stack_is_large_enough_for_every_form_at_the_limit() {
    let limits = Limits { max_depth: usize::MAX, ..Limits::default() };
    let mut analyzer = Analyzer::with_limits(&RuleSet::preset("all").unwrap(), limits);
    for &form in FORMS {
        // An overflow ends the process: that it goes on is the test.
        analyzer.analyze(&format!("a.{}", form.3), &nested(form, 10_000));
    }
}

#[test]
fn deep_nesting_hides_nowhere() {
    let mut analyzer = analyzer();
    let deep = "(".repeat(100_000);
    for text in [
        format!("x=/'/;{deep}"),
        format!("x=a/b/'{deep}'"),
        format!("function f(){{}}/'/;{deep}"),
        format!("x=function(){{}}/'/;{deep}'"),
        format!("`${{`'`}}`;{deep}"),
        format!("if(a)/'/;{deep}"),
        format!("/[/']/;{deep}"),
        format!("'\\\n{deep}"),
        format!("//\u{2028}{deep}"),
        format!("a++/'/;{deep}"),
    ] {
        analyzer.analyze("a.js", &text);
    }
}

#[test]
fn ordinary_code_is_not_taken_for_deep() {
    let limits = Limits { max_depth: 100, ..Limits::default() };
    let mut analyzer = Analyzer::with_limits(&RuleSet::preset("all").unwrap(), limits);
    for text in [
        "const a = b.c(d => d.e ? 1 : 2)\n".repeat(500),
        "if (a) { b() } else if (c) { d() }\n".repeat(40),
        format!("const list = [\n{}]", "  { name: 'x', value: -1 },\n".repeat(500)),
        format!("// {}\na()", "=".repeat(500)),
    ] {
        let analysis = analyzer.analyze("a.js", &text);
        assert!(!analysis.messages.iter().any(|message| message.message.contains("levels deep")), "{text:.60}");
    }
}
