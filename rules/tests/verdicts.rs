//! ESLint's parse verdicts: on snippets of our own, and on the stored answers where they are at hand.

#[path = "../../tests/shared/mod.rs"]
mod shared;

use std::{collections::HashMap, fs};

use oxc_allocator::Allocator;
use oxsec_rules::parse::{Language, parse};
use serde_json::Value;

/// The verdicts of ESLint 9.39.2: a snippet, and the line, column and message of its error; line 0 where it parses.
const VERDICTS: &[(&str, u32, u32, &str)] = &[
    // Texts that parse, though they may look otherwise.
    ("", 0, 0, ""),
    ("Note: x()", 0, 0, ""),
    ("```js\nconst a = 1;\n```", 0, 0, ""),
    ("one\ntwo\nthree", 0, 0, ""),
    ("#!/usr/bin/env node\nawait x", 0, 0, ""),
    ("(class arguments {})", 0, 0, ""),
    ("class A { static { () => arguments } }", 0, 0, ""),
    ("for (var a = () => { b in c };;);", 0, 0, ""),
    ("f(a\u{a0}+\u{feff}b\u{3000})", 0, 0, ""),
    ("'\u{2028}'", 0, 0, ""),
    ("a <!-- b", 0, 0, ""),
    // Later editions.
    ("import a from 'a' with { type: 'json' }", 1, 19, "Unexpected token with"),
    ("import('a', b)", 1, 11, "Unexpected token ,"),
    ("import('a',)", 1, 11, "Trailing comma is not allowed in import()"),
    ("import source a from 'a'", 1, 15, "Unexpected token a"),
    ("using a = b", 1, 7, "Unexpected token a"),
    ("await using a = b", 1, 13, "Unexpected token a"),
    ("@a class B {}", 1, 1, "Unexpected character '@'"),
    ("class A { accessor b }", 1, 20, "Unexpected token b"),
    ("/(?i:a)/", 1, 2, "Invalid regular expression: /(?i:a)/: Invalid group"),
    ("/(?<a>.)|(?<a>.)/", 1, 2, "Invalid regular expression: /(?<a>.)|(?<a>.)/: Duplicate capture group name"),
    // TypeScript and JSX.
    ("let a: number", 1, 6, "Unexpected token :"),
    ("class A { private b }", 1, 19, "Unexpected token b"),
    ("class A { default b() {} }", 1, 19, "Unexpected token b"),
    ("class A { async b = 1 }", 1, 19, "Unexpected token ="),
    ("abstract class A {}", 1, 10, "Unexpected token class"),
    ("interface A {}", 1, 1, "The keyword 'interface' is reserved"),
    ("x = <a/>", 1, 5, "Unexpected token <"),
    // Tokens.
    ("Here is the code:", 1, 6, "Unexpected token is"),
    ("don't", 1, 4, "Unterminated string constant"),
    ("a\u{200b}b", 1, 2, "Unexpected character '\u{200b}'"),
    ("“a”", 1, 1, "Unexpected character '“'"),
    ("😀", 1, 1, "Unexpected character '😀'"),
    ("#", 1, 2, "Unexpected character '\u{10000}'"),
    ("'a\n'", 1, 1, "Unterminated string constant"),
    ("`a", 1, 2, "Unterminated template"),
    ("`a${", 1, 5, "Unexpected token"),
    ("/* a", 1, 1, "Unterminated comment"),
    ("/a", 1, 2, "Unterminated regular expression"),
    ("/a/gg", 1, 2, "Duplicate regular expression flag"),
    ("/[b-a]/", 1, 2, "Invalid regular expression: /[b-a]/: Range out of order in character class"),
    ("/\\p{X}/u", 1, 2, "Invalid regular expression: /\\p{X}/: Invalid property name"),
    ("01", 1, 1, "Invalid number"),
    ("1_", 1, 2, "Numeric separator is not allowed at the last of digits"),
    ("3in a", 1, 2, "Identifier directly after number"),
    ("0x", 1, 3, "Expected number in radix 16"),
    ("'\\01'", 1, 2, "Octal literal in strict mode"),
    ("'\\u{}'", 1, 5, "Bad character escape sequence"),
    ("`\\u`", 1, 2, "Bad escape sequence in untagged template literal"),
    ("v\\u0061r a", 1, 1, "Escape sequence in keyword var"),
    ("a?.", 1, 3, "Unexpected token ."),
    // The end of the text is after the last newline.
    ("f(\n\n", 3, 1, "Unexpected token"),
    ("a\r\nb\rc\u{2028}d e", 4, 3, "Unexpected token e"),
    // Names and scopes.
    ("let a; let a", 1, 12, "Identifier 'a' has already been declared"),
    ("try {} catch (a) { let a }", 1, 24, "Identifier 'a' has already been declared"),
    ("class A { static { function a() {} function a() {} } }", 1, 45, "Identifier 'a' has already been declared"),
    ("function f(a, [a]) {}", 1, 16, "Argument name clash"),
    ("export { a }; (", 1, 16, "Unexpected token"),
    ("export { a, b }; let b", 1, 10, "Export 'a' is not defined"),
    ("export let a; export { a }", 1, 24, "Duplicate export 'a'"),
    ("class A { b() { this.#c } }", 1, 22, "Private field '#c' must be declared in an enclosing class"),
    ("class A { #a; #a }", 1, 15, "Identifier '#a' has already been declared"),
    ("let a; { var a }", 1, 14, "Identifier 'a' has already been declared"),
    ("{ { { let a; { { var a } } } } }", 1, 22, "Identifier 'a' has already been declared"),
    ("let a = () => { let a; { var b; let b } }", 1, 37, "Identifier 'b' has already been declared"),
    ("try {} catch ([a]) { var a }", 1, 26, "Identifier 'a' has already been declared"),
    ("import a from 'a'; let a", 1, 24, "Identifier 'a' has already been declared"),
    ("let a; function a() {}", 1, 17, "Identifier 'a' has already been declared"),
    ("{ function a() {} var a }", 1, 23, "Identifier 'a' has already been declared"),
    ("function a(b) { let b }", 1, 21, "Identifier 'b' has already been declared"),
    ("function a() { var b; let b }", 1, 27, "Identifier 'b' has already been declared"),
    ("switch (a) { case 1: let b; case 2: let b }", 1, 41, "Identifier 'b' has already been declared"),
    ("for (let a;;) { var a }", 1, 21, "Identifier 'a' has already been declared"),
    // These declare nothing twice.
    ("try {} catch (a) { var a }", 0, 0, ""),
    ("function a(b) { var b; var b } function a2(b) { { let b } }", 0, 0, ""),
    ("for (let a of b) { let a } for (let a of b);", 0, 0, ""),
    ("(function a() { let a }); (class b { c() { let b } })", 0, 0, ""),
    ("eval = 1", 1, 1, "Assigning to eval in strict mode"),
    ("eval++", 1, 1, "Assigning to eval in strict mode"),
    ("[arguments] = a", 1, 2, "Assigning to arguments in strict mode"),
    ("({ a: eval } = b)", 1, 7, "Assigning to eval in strict mode"),
    ("static = 1", 1, 1, "The keyword 'static' is reserved"),
    ("(private) => 1", 1, 2, "The keyword 'private' is reserved"),
    ("function a() { return eval(arguments[0], ...arguments) }", 0, 0, ""),
    ("for (eval of a);", 1, 6, "Assigning to eval in strict mode"),
    ("let let = 1", 1, 5, "The keyword 'let' is reserved"),
    ("delete a", 1, 1, "Deleting local variable in strict mode"),
    ("class A { b = arguments }", 1, 15, "Cannot use 'arguments' in class field initializer"),
    ("() => await a", 1, 7, "Cannot use keyword 'await' outside an async function"),
    // Statements.
    ("return a", 1, 1, "'return' outside of function"),
    ("with (a) b", 1, 1, "'with' in strict mode"),
    ("while (1) { () => { break } }", 1, 21, "Unsyntactic break"),
    ("() => { continue }", 1, 9, "Unsyntactic continue"),
    ("a: while (1) { continue b }", 1, 16, "Unsyntactic continue"),
    ("a: a: b", 1, 4, "Label 'a' is already declared"),
    ("if (1) function a() {}", 1, 8, "Unexpected token function"),
    ("throw\na", 1, 6, "Illegal newline after throw"),
    ("try {}", 1, 1, "Missing catch or finally clause"),
    ("for (const a;;);", 1, 13, "Unexpected token ;"),
    ("for (let a = 1 of b);", 1, 6, "for-of loop variable declaration may not have an initializer"),
    ("{ import 'a' }", 1, 3, "'import' and 'export' may only appear at the top level"),
    (
        "function f(a = 1) { 'use strict' }",
        1,
        1,
        "Illegal 'use strict' directive in function with non-simple parameter list",
    ),
    // Expressions and patterns.
    ("((a)) => b", 1, 2, "Parenthesized pattern"),
    ("[({ a })] = b", 1, 2, "Assigning to rvalue"),
    ("(a = b) = c", 1, 2, "Assigning to rvalue"),
    ("({ a = 1 })", 1, 6, "Shorthand property assignments are valid only in destructuring patterns"),
    ("({ __proto__: a, __proto__: b })", 1, 18, "Redefinition of __proto__ property"),
    ("({ get [a]() {} } = b)", 1, 9, "Object pattern can't contain getter or setter"),
    ("({ get a(...b) {} })", 1, 9, "getter should have no params"),
    ("[...a, b] = c", 1, 6, "Comma is not permitted after the rest element"),
    ("a?.b = c", 1, 1, "Optional chaining cannot appear in left-hand side"),
    ("a?.b`c`", 1, 5, "Optional chaining cannot appear in the tag of tagged template expressions"),
    ("a ?? b || c", 1, 8, "Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses"),
    ("-a ** b", 1, 4, "Unexpected token **"),
    ("a?.return / 1 / g", 1, 11, "Unexpected token / 1 /"),
    ("x = (async function () {} / 1 / g)", 1, 27, "Unexpected token / 1 /"),
    ("function* g(a = yield) {}", 1, 17, "Yield expression cannot be a default value"),
    ("async () => { (a = await b) => a }", 1, 20, "Await expression cannot be a default value"),
    ("class A { constructor() {} constructor() {} }", 1, 28, "Duplicate constructor in the same class"),
    ("super()", 1, 1, "'super' keyword outside a method"),
    ("function a() { super.b }", 1, 16, "'super' keyword outside a method"),
    ("class A extends B { constructor() { super(); super.a() } b() { () => super.b } }", 0, 0, ""),
    ("class A { constructor() { super() } }", 1, 27, "super() call outside constructor of a subclass"),
    ("() => new.target", 1, 7, "'new.target' can only be used in functions and class static block"),
    // Texts close to errors.
    (
        "(a) && b ?? c",
        1,
        10,
        "Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses",
    ),
    (
        "a ?? (b) || c",
        1,
        10,
        "Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses",
    ),
    ("(a && b) ?? c", 0, 0, ""),
    ("class A { #a; b() { this.#a; #a in this } }", 0, 0, ""),
    ("class A { b() { this.#a } }", 1, 22, "Private field '#a' must be declared in an enclosing class"),
    ("class A extends B.#a { #a }", 1, 19, "Private field '#a' must be declared in an enclosing class"),
    ("class A { #a; #a() {} }", 1, 15, "Identifier '#a' has already been declared"),
    ("class A { get #a() {} set #a(b) {} }", 0, 0, ""),
    ("class A { #a; b() { delete this.#a } }", 1, 21, "Private fields can not be deleted"),
    ("class A { static { this.a = b } }", 0, 0, ""),
    ("a: for (;;) { for (;;) { continue a; } break a; }", 0, 0, ""),
    ("a: { continue a }", 1, 6, "Unsyntactic continue"),
    ("a: { a: ; }", 1, 6, "Label 'a' is already declared"),
    ("a: for (;;) { (() => { for (;;) break a; })() }", 1, 33, "Unsyntactic break"),
    ("await: for (;;);", 1, 6, "Unexpected token :"),
    ("({ __proto__: a, b })", 0, 0, ""),
    ("({ __proto__: a, '__proto__': b })", 1, 18, "Redefinition of __proto__ property"),
    ("({ __proto__: a, __proto__: b } = c)", 0, 0, ""),
    ("function f() { const a = arguments; return [arguments] }", 0, 0, ""),
    ("function f() { arguments = a }", 1, 16, "Assigning to arguments in strict mode"),
    ("export { a }; const a = b", 0, 0, ""),
    ("export { a }; { let a }", 1, 10, "Export 'a' is not defined"),
    ("export { a }; { var a }", 0, 0, ""),
    ("import a from 'b'; export { a as default }", 0, 0, ""),
    ("a?.default / b", 1, 13, "Unterminated regular expression"),
    ("a?.default / b / c", 1, 12, "Unexpected token / b /"),
    ("a?.function\nfunction b() {}\n/c/.d", 0, 0, ""),
    ("f(/=a/)", 0, 0, ""),
    ("'\\\\1'", 0, 0, ""),
    ("'\\\\\\1'", 1, 4, "Octal literal in strict mode"),
    ("/(?<a>b)|\\\\c/", 0, 0, ""),
];

/// Returns the line and column of a byte offset, as ESLint counts them.
fn position(source: &str, offset: usize) -> (u32, u32) {
    let before = source[..offset].replace("\r\n", "\n");
    let mut lines = before.split(['\n', '\r', '\u{2028}', '\u{2029}']);
    let last = lines.next_back().unwrap_or_default();
    (lines.count() as u32 + 1, last.encode_utf16().count() as u32 + 1)
}

fn judge(source: &str) -> (u32, u32, String) {
    let allocator = Allocator::default();
    match parse(&allocator, source, Language::JavaScript) {
        Ok(_) => (0, 0, String::new()),
        Err(error) => {
            let (line, column) = position(source, error.offset as usize);
            (line, column, error.message.into_owned())
        }
    }
}

#[test]
fn snippets_are_judged_as_eslint_does() {
    let wrong: Vec<String> = VERDICTS
        .iter()
        .map(|&(source, line, column, message)| (source, judge(source), (line, column, message.to_owned())))
        .filter(|(_, ours, eslints)| ours != eslints)
        .map(|(source, ours, eslints)| format!("{source:?}: {ours:?}, but ESLint says {eslints:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn languages_are_told_from_names() {
    for (path, language) in [
        ("a.js", Language::JavaScript),
        ("b/a.mjs", Language::JavaScript),
        ("a.cjs", Language::JavaScript),
        ("a", Language::JavaScript),
        ("a.jsx", Language::Jsx),
        ("a.ts", Language::TypeScript),
        ("a.mts", Language::TypeScript),
        ("a.cts", Language::TypeScript),
        ("a.d.ts", Language::TypeScriptDefinition),
        ("a.tsx", Language::Tsx),
    ] {
        assert_eq!(Language::from_path(path), language, "{path}");
    }
}

#[test]
fn other_languages_are_taken_by_their_extension() {
    for (language, source, parses) in [
        (Language::TypeScript, "let a: number = 1 as any; @b class C { private d }", true),
        (Language::TypeScript, "let a: = 1", false),
        (Language::Jsx, "x = <a b={c}>d</a>", true),
        (Language::Jsx, "x = <a>", false),
        (Language::Tsx, "let a: number = <b/>", true),
    ] {
        assert_eq!(parse(&Allocator::default(), source, language).is_ok(), parses, "{source}");
    }
}

/// Returns every answer and remediation of the stored experiment, by the id that the facts use.
fn stored_code(experiment: &Value) -> HashMap<String, &str> {
    let mut code = HashMap::new();
    for (model, result) in experiment["models"].as_object().unwrap() {
        for prompt in result["byPrompt"].as_array().unwrap() {
            for answer in prompt["iterations"].as_array().unwrap() {
                let id = format!("{model}/{}/{}", prompt["id"].as_str().unwrap(), answer["iteration"]);
                if let Some(fixed) = answer["remediation"]["fixedCode"].as_str() {
                    code.insert(format!("{id}/fixed"), fixed);
                }
                code.insert(id, answer["code"].as_str().unwrap());
            }
        }
    }
    code
}

#[test]
fn stored_answers_are_judged_as_eslint_did() {
    let (Some(facts), Some(stored)) =
        (shared::file("oracle/stored.ndjson"), shared::file("stored/overnight-7iter.json"))
    else {
        return;
    };
    let experiment: Value = serde_json::from_str(&fs::read_to_string(stored).unwrap()).unwrap();
    let code = stored_code(&experiment);
    let mut judged = 0;
    let mut refused = 0;
    for line in fs::read_to_string(facts).unwrap().lines() {
        let fact: Value = serde_json::from_str(line).unwrap();
        let id = fact["id"].as_str().unwrap();
        let expected = match &fact["fatal"] {
            Value::Null => (0, 0, String::new()),
            fatal => {
                refused += 1;
                let number = |index: usize| fatal[index].as_u64().unwrap() as u32;
                let message = fatal[2].as_str().unwrap().trim_start_matches("Parsing error: ");
                (number(0), number(1), message.to_owned())
            }
        };
        assert_eq!(judge(code[id]), expected, "{id}");
        judged += 1;
    }
    assert_eq!((judged, refused), (1136, 21));
}

#[test]
fn typescript_is_judged_as_typescript_eslint_judges_it() {
    use oxsec_rules::{Analyzer, RuleSet};

    let mut analyzer = Analyzer::new(&RuleSet::preset("all").unwrap());
    let mut fatal = |name: &str, text: &str| analyzer.analyze(name, text).messages.iter().any(|it| it.fatal);
    assert!(!fatal("a.ts", "const a = 1; const a: number = 2;"));
    assert!(!fatal("a.ts", "return 1"));
    assert!(fatal("a.ts", "const = 1"));
}

#[test]
fn errors_in_typescript_stand_where_its_own_parser_has_them() {
    use oxsec_rules::{Analyzer, RuleSet};

    // The places are those of TypeScript 5.9, columns from 0.
    let cases = [
        ("let a;\nclass <%= name %> {}", (2, 7)),
        ("let a = 'open;\nlet b;", (1, 14)),
        ("let a = 'b\\\nc\nd", (2, 1)),
        ("let a = `open;\nlet b;\n", (3, 0)),
        ("let modu'le = 1;\nlet b;", (1, 16)),
        ("let a; /* open\n\n", (3, 0)),
        ("let a;\n  expo function f() {}", (2, 2)),
        ("let a = 1 2", (1, 10)),
        ("let a = f(1) g", (1, 13)),
        ("let a;\nexport , b", (2, 0)),
        ("f(() =) => 1)", (1, 3)),
        ("let a;\n\n= 1", (3, 0)),
    ];
    let mut analyzer = Analyzer::new(&RuleSet::new());
    for (code, place) in cases {
        let analysis = analyzer.analyze("a.ts", code);
        let error = analysis.messages.first().expect("it does not parse");
        assert!(error.fatal, "{code}");
        assert_eq!((error.line, error.column), place, "{code}: {}", error.message);
    }
}

#[test]
fn entities_in_the_attributes_of_tags_are_what_they_stand_for() {
    use oxsec_rules::{Analyzer, RuleSet};

    let mut rules = RuleSet::new();
    rules.configure_text("secure-coding/no-hardcoded-credentials: error").unwrap();
    let mut analyzer = Analyzer::new(&rules);
    let analysis = analyzer.analyze("a.jsx", "<a b=\"pass&#119;ord\"/>");
    assert_eq!(analysis.messages.len(), 1, "{:?}", analysis.messages);
}
