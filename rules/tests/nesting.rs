//! Nesting that would overflow a recursive parser's stack, and texts that would keep the parser busy for minutes.

use oxsec_rules::{Analyzer, Limits, RuleSet};

/// Every way in which a text can nest: the opening, the contents, the closing of a level, and the file's extension.
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

/// Returns a text of nested levels. Some forms chain to the right of the text before: their opening repeats inside the
/// whole.
fn nested((open, inside, close, _): (&str, &str, &str, &str), levels: usize) -> String {
    format!("{}{inside}{}", open.repeat(levels), close.repeat(levels))
}

/// Returns continuations of a statement that do not change how deep it nests.
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
        // An overflow would end the process, and so the test.
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
        format!("x={{}}/[\\c+'/]/ ']+{deep}"),
    ] {
        analyzer.analyze("a.js", &text);
    }
}

#[test]
fn what_nests_in_a_regular_expression_has_a_limit_of_its_own() {
    let mut analyzer = analyzer();
    for (open, close, flags) in [("(", ")", ""), ("(?=", ")", ""), ("[", "]", "v")] {
        for (path, levels) in [("a.js", 2_000), ("a.js", 100_000), ("a.jsx", 2_000), ("a.ts", 2_000)] {
            let text = format!("x=/{}a{}/{flags}", open.repeat(levels), close.repeat(levels));
            let analysis = analyzer.analyze(path, &text);
            assert!(analysis.messages[0].message.contains("Not enough stack space"), "{open} {path} {levels}");
        }
    }
}

#[test]
fn groups_of_a_regular_expression_are_not_held_against_one_another() {
    // The parser's own way takes hours for these.
    let mut analyzer = analyzer();
    let deep = |inside: &str| format!("x=/{}{inside}{}/;\n", "(".repeat(900), ")".repeat(900));
    let alike = deep(&vec!["(?<a>b)"; 5_000].join("|"));
    let unlike: String = (0..50_000).map(|number| format!("(?<a{number}>b)")).collect();
    for path in ["a.js", "a.jsx", "a.ts"] {
        let messages = analyzer.analyze(path, &alike.repeat(10)).messages;
        assert!(messages[0].message.contains("Duplicate capture group name"), "{path}: {messages:?}");
        let messages = analyzer.analyze(path, &format!("x=/{unlike}/")).messages;
        assert!(messages.iter().all(|message| !message.fatal), "{path}: {messages:?}");
    }
}

#[test]
fn nothing_that_looks_like_a_closing_bracket_closes_one() {
    let mut analyzer = analyzer();
    let (open, close, layers) = ("[".repeat(100), "]".repeat(101), 6000);
    for (begin, layer, extension) in [
        // The text of a tag.
        ("x=<b>", format!("{{{open}<a>{close}"), "jsx"),
        ("x=", format!("<b c=\"\\\">{{{open}<a>{close}"), "jsx"),
        ("x=<b>", format!("{{{open}<a>{close}"), "tsx"),
        // A regular expression where a slash might divide.
        ("x=", format!("{open}function(){{if/**/(a)/{close}/;x="), "js"),
        ("x=", format!("{open}function(){{debugger\n/{close}/;x="), "js"),
        ("x=", format!("{open}function(){{for(;;){{break\n/{close}]/;x="), "js"),
        ("x=", format!("{open}function(){{a.if/**/(a)\n/{close}/;x="), "js"),
        ("x=", format!("{open}function(){{1.\nif(a)/{close}/;x="), "js"),
        ("x=", format!("{open}function(){{1. in/{close}/;x="), "js"),
        ("x=", format!("{open}function(){{0in/{close}/;x="), "js"),
        // A string that continues on the next line.
        ("x=", format!("{open}function(){{\"\\\r\n{close}\";x="), "js"),
        // A template, where a comment contains the beginning of another.
        ("#!`\nx=", format!("{open}`{close}`+"), "js"),
    ] {
        analyzer.analyze(&format!("a.{extension}"), &format!("{begin}{}", layer.repeat(layers)));
    }
}

#[test]
fn nothing_that_looks_like_an_end_ends_what_it_stands_in() {
    let mut analyzer = analyzer();
    let many = |text: &str| text.repeat(5000);
    for layer in [
        format!("{}x\nelse {{", many("if(a)")),
        format!("{}x;else {{", many("if(a)")),
        format!("{}x,function(){{", many("if(a)")),
        format!("{}x,function(){{", many("for(;;)")),
        format!("{}x,function(){{", many("do ")),
        format!("{}x,function(){{", many("a:")),
        format!("{}x;while(function(){{", many("do ")),
        format!("x={}function()\n{{", many("-")),
        format!("x={}class extends b\n{{[", many("-")),
        format!("x={}@a(b)\nclass{{[", many("-")),
        format!("x={}a\\u{{62}}c(", many("-")),
        "a,class extends ".repeat(1_000),
        "a,class extends {},".repeat(1_000),
        "a,class extends function(){},".repeat(1_000),
        "a,class extends class extends a{},".repeat(1_000),
    ] {
        analyzer.analyze("a.js", &layer.repeat(100));
    }
}

#[test]
fn words_nest_however_they_are_set_apart() {
    let mut analyzer = analyzer();
    for (begin, level, end, extension) in [
        ("//\u{2028}", "new ", "a", "js"),
        ("x=", "new\u{A0}", "a", "js"),
        ("x=", "typeof\u{FEFF}new\u{2028}", "a", "js"),
        ("x=", "new\u{C}", "a", "js"),
        // espree does not count these as white space.
        ("x=", "new\u{200B}", "a", "js"),
        ("x=", "new\u{85}", "a", "js"),
        ("type A=", "readonly ", "b[]", "ts"),
        ("type A=", "readonly\n", "b[]", "ts"),
        ("type A=", "unique ", "symbol", "ts"),
        ("type A=", "keyof ", "b", "ts"),
    ] {
        analyzer.analyze(&format!("a.{extension}"), &format!("{begin}{}{end}", level.repeat(1_000_000)));
    }
}

/// Returns whether a text is refused because it can be read in too many ways: reading it would take minutes, or for
/// ever.
fn is_ambiguous(analyzer: &mut Analyzer, extension: &str, text: &str) -> bool {
    let analysis = analyzer.analyze(&format!("a.{extension}"), text);
    analysis.messages.iter().any(|message| message.message.contains("too many ways"))
}

#[test]
fn what_the_parser_would_read_again_and_again_is_refused() {
    let mut analyzer = analyzer();
    for (begin, open, inside, close, levels, extension) in [
        ("", "(x=", "1", ")", 3000, "js"),
        ("", "([x=", "1", "])", 2000, "js"),
        ("", "(functionx=", "1", ")", 3000, "js"),
        ("", "(\u{B}x=", "1", ")", 3000, "js"),
        ("", "(\u{A0}x=", "1", ")", 3000, "js"),
        ("", "async(x=", "1", ")", 3000, "js"),
        ("", "(x=/*\n*/", "", "", 3000, "js"),
        ("", "f<a,", "b", ">()", 3000, "ts"),
        ("x=", "a?(b):c=>", "d", "", 2000, "ts"),
        ("", "await <T,", "a", "", 3000, "ts"),
        ("", "of <T,", "a", "", 3000, "tsx"),
        ("x=>", "!<T,", "a", "", 3000, "ts"),
        ("x=", "override <", "a", "", 5000, "tsx"),
        ("(", "\\-<A", "{}", "", 5000, "tsx"),
        ("", "static /*\n*/", "", "", 10_000, "ts"),
        ("", "{}(a=function(){", "", "", 1500, "js"),
        ("", "var x\n([a=function(){", "", "", 1200, "js"),
        // These would take twice the time for each level.
        ("", "x<(a=", "1", ")", 40, "ts"),
        ("", "x<y<(a=b<", "1", "", 40, "ts"),
        ("", "x<{[", "1", "]}", 40, "ts"),
        ("", "x<{get[", "1", "]}", 40, "ts"),
        ("", "x<(@a(", "1", "))", 40, "ts"),
        ("", "x<import('a',{with:", "1", "})", 40, "ts"),
        ("", "a!<A<(b=function(){", "", "", 40, "tsx"),
        ("", "x<A<<>(a=(b)=>{", "", "", 40, "tsx"),
        ("let x:", "([a=(c:", "d", ")=>e])=>f", 40, "ts"),
        ("let x:", "({a:{b=(c:", "d", ")=>e}})=>f", 40, "ts"),
        ("let x:", "([a=(b as ", "c", ")]:d)=>e", 40, "ts"),
    ] {
        let text = format!("{begin}{}{inside}{}", open.repeat(levels), close.repeat(levels));
        assert!(is_ambiguous(&mut analyzer, extension, &text), "{open}");
    }
}

#[test]
fn imports_that_the_parser_would_look_through_for_too_many_exports_are_refused() {
    let mut analyzer = analyzer();
    let names = |count: usize| (0..count).map(|number| format!("a{number}")).collect::<Vec<_>>().join(",");
    let mut is_refused = |count: usize| {
        let text = format!("import {{{0}}} from 'b';\nexport {{{0}}};\n", names(count));
        let messages = analyzer.analyze("a.js", &text).messages;
        assert!(messages.iter().all(|message| message.message.contains("imports and")), "{messages:?}");
        !messages.is_empty()
    };
    assert!(is_refused(100_000));
    assert!(!is_refused(2_000));
}

#[test]
fn ordinary_code_can_be_read_in_one_way() {
    let mut analyzer = analyzer();
    let method = "m(a, b) { return [(a), (b = 1)].map((c, d) => ({ c, d: (c + d) * 2 })) },\n";
    let component =
        "export const A = ({ a = 1, b: [c = 2] = [] }: Props<T>): R<S> => a < b ? (c) : f<T>({ d: (e) => ({ e }) });\n";
    let element = "const E = (a) => (a ? <A.B c={d} e='\\' {...f} g>it's (i)) \
                   {h.map((i) => <J key={i} l=\"m\">n</J>)} <br/> </A.B> : <></>);\n";
    for (extension, text) in [
        ("jsx", element.repeat(5_000)),
        ("tsx", element.repeat(5_000)),
        ("tsx", "const B = () => a < b ? (<C d={e}/>) : f.map((g) => <H i={g < j && <K/>}/>)\n".repeat(5_000)),
        ("jsx", "for (let i = 0; i++ < n;) if (a) { b = <c>{/* ( */}</c>; d = i-- / 2 }\n".repeat(5_000)),
        ("js", format!("export default ({{\n{}}})", method.repeat(20_000))),
        ("js", format!("(function () {{\n(() => {{ x = {{\n{}}} }})()\n}})()", method.repeat(20_000))),
        ("ts", component.repeat(5_000)),
        ("tsx", component.repeat(5_000)),
        ("tsx", "const a = (1 << b) > 2 && c < d; e <<= 1; f = g(h << 3, i < j ? k(<l/>) : m)\n".repeat(5_000)),
        ("tsx", "function of<T>(a: T) { return of<B>(a) }\nfunction unique<T>() {}\n".repeat(5_000)),
        ("ts", format!("interface A {{\n{}}}", "  a?: Promise<Map<string, B<C>>>\n".repeat(10_000))),
    ] {
        assert!(!is_ambiguous(&mut analyzer, extension, &text), "{text:.60}");
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

#[test]
fn names_that_would_be_noted_or_compared_for_minutes_are_refused() {
    let mut analyzer = analyzer();
    let mut fatal = |path: &str, text: &str| {
        let messages = analyzer.analyze(path, text).messages;
        messages.into_iter().find(|message| message.fatal).map_or_else(String::new, |message| message.message)
    };
    let hoisted = |blocks: usize, variables: usize| {
        let variables: String = (0..variables).map(|number| format!("var a{number};")).collect();
        format!("{}{variables}{}", "{".repeat(blocks), "}".repeat(blocks))
    };
    for path in ["a.js", "a.jsx", "a.ts"] {
        assert_eq!(fatal(path, &hoisted(100, 1_000)), "", "{path}");
    }
    for path in ["a.js", "a.jsx"] {
        assert!(fatal(path, &hoisted(2_900, 40_000)).contains("in blocks within blocks"), "{path}");
    }
    let deep = |levels: usize| format!("x={}b;\n", "a=>a=".repeat(levels));
    assert!(fatal("a.jsx", &deep(2_000).repeat(64)).contains("within one another"));
    assert_eq!(fatal("a.jsx", &deep(1_000)), "");
    // oxc takes the hash of a long name from its ends and two places between.
    let names: Vec<_> = (0..10_000).map(|number| format!("begin{number:05}{}", "z".repeat(30))).collect();
    let alike: String = names.iter().map(|name| format!("let {name} = f({name});\n")).collect();
    assert!(fatal("a.jsx", &alike).contains("cannot tell apart"));
    assert_eq!(fatal("a.js", &alike), "");
}

/// Returns a text in which something numbered is repeated this many levels deep.
fn repeated_within(open: &str, levels: usize, inside: &str, times: usize, close: &str) -> String {
    let number = |text: &str, number: usize| text.replace('@', &number.to_string());
    let inside: String = (0..times).map(|at| number(inside, at)).collect();
    let open: String = (0..levels).map(|at| number(open, at)).collect();
    format!("{open}{inside}{}", close.repeat(levels))
}

#[test]
fn what_stands_deep_takes_no_longer_however_often() {
    for (open, inside, close) in [
        ("if(a){", "pool.query(q@);", "}"),
        ("if(a){", "fetch(url@);", "}"),
        ("f(", "buffer.slice(x@),", ")"),
        ("if(fs.existsSync(p@)){", "fs.readFileSync(q@);", "}"),
    ] {
        let text = repeated_within(open, 2_000, inside, 2_000, close);
        let limits = Limits { max_steps: 10 * text.len(), ..Limits::default() };
        let messages = Analyzer::with_limits(&RuleSet::preset("all").unwrap(), limits).analyze("a.js", &text).messages;
        assert!(!messages.iter().any(|message| message.fatal), "{inside}: {:?}", messages[0]);
    }
}

#[test]
fn what_would_be_looked_around_for_too_long_is_refused_alone() {
    let mut analyzer = analyzer();
    let inside = "buffer@[x@];buffer@.length;";
    for (times, is_refused) in [(8_000, true), (100, false)] {
        let text = repeated_within("if(a){", 2_000, inside, times, "}");
        let messages = analyzer.analyze("a.js", &text).messages;
        let refusal = messages.iter().find(|message| message.fatal).map(|message| message.message.as_str());
        assert_eq!(
            refusal.is_some_and(|it| it.contains("rules take more than 25000000 steps")),
            is_refused,
            "{refusal:?}"
        );
    }
}

/// Each call is found for each declaration, as ESLint finds it.
#[test]
fn what_is_found_too_often_is_refused() {
    let limits = Limits { max_steps: 500_000, ..Limits::default() };
    let mut analyzer = Analyzer::with_limits(&RuleSet::preset("all").unwrap(), limits);
    for (times, is_refused) in [(20, false), (300, true)] {
        let text = format!("{}{}", "var y=require('js-yaml');".repeat(times), "y.load(x);".repeat(times));
        let messages = analyzer.analyze("a.js", &text).messages;
        assert_eq!(messages[0].message.contains("rules take more than 500000 steps"), is_refused, "{}", messages.len());
        assert!(is_refused || messages.len() >= times * times);
    }
}

/// A file is used where an `if` around checks it, whether that is found by looking around or among all of the text.
#[test]
fn files_that_are_checked_are_found_however_much_there_is() {
    let mut analyzer = Analyzer::new(&RuleSet::preset("all").unwrap());
    let mut found = |before: &str, text: &str| {
        let text = format!("{before}\n{text}");
        let messages = analyzer.analyze("a.js", &text).messages;
        let of_rule =
            messages.iter().filter(|it| it.rule_id.as_deref() == Some("node-security/no-toctou-vulnerability"));
        of_rule.filter(|it| it.line == 2).count()
    };
    let much = repeated_within("if(a@){", 200, "fs.readFileSync(q@);", 2_000, "}");
    for (text, count) in [
        ("if (fs.existsSync(a)) { fs.readFileSync(a) }", 1),
        ("if (!fs.existsSync(a)) { fs.readFileSync(a) }", 1),
        ("if (fs.existsSync(a)) { fs.readFileSync(b) }", 0),
        ("if (fs.existsSync(a)) { c() } fs.readFileSync(a)", 0),
        ("if (fs.existsSync(a)) { if (fs.existsSync(a)) { c() } fs.readFileSync(a) }", 1),
        ("if (fs.existsSync(a + b)) { fs.readFileSync(a  +  b) }", 1),
        ("if (fs.existsSync(a + b)) { fs.readFileSync(a + c) }", 0),
        (r"if (fs.existsSync(\u0061)) { fs.readFileSync(a) }", 1),
        ("const s = fs.statSync(a); if (s.isFile()) { fs.readFileSync(a) }", 1),
        (r"const s = fs.statSync(a); if (s.isFile()) { fs.readFileSync(\u0061) }", 0),
        ("if (fs.existsSync(fs.readFileSync(a))) { fs.readFileSync(fs.readFileSync(a)) }", 1),
        ("if (fs.existsSync(a)) { fs.readFileSync(a); fs.unlinkSync(a) } if (fs.existsSync(a)) fs.openSync(a)", 3),
    ] {
        assert_eq!(found("", text), count, "{text}");
        assert_eq!(found(&much, text), count, "{text}, behind much");
    }
}

#[test]
fn minified_code_is_read_where_the_recogniser_tells_that_it_can_be() {
    let mut analyzer = analyzer();
    // A slash after a brace may divide or begin a regular expression, and commas join everything to one expression.
    let item = "x=function(){return(a=b)||(c&&d(e))}/(f||1),(g)&&(h=(i,j)),k=/[(]/.test(l)?(m):n,";
    for text in [
        format!("var {}z=1;", item.repeat(3_000).replace("(g)&&", "y=(g)&&")),
        format!("eval(a);!function(){{return {}z}}();", item.repeat(3_000)),
    ] {
        assert!(!is_ambiguous(&mut analyzer, "js", &text), "{text:.60}");
    }
}

#[test]
fn a_loop_that_awaits_makes_a_module() {
    let mut analyzer = analyzer();
    for extension in ["ts", "tsx", "mts"] {
        let analysis = analyzer.analyze(&format!("a.{extension}"), "for await (const a of b) { eval(a) }\n");
        assert!(analysis.messages.iter().all(|message| !message.fatal), "{:?}", analysis.messages);
    }
    assert!(analyzer.analyze("a.ts", "function f() { for await (const a of b) {} }\n").messages[0].fatal);
    assert!(!analyzer.analyze("a.ts", "const await = 1;\n").messages.iter().any(|message| message.fatal));
}
