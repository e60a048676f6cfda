//! Tests with texts that are made to keep the engine busy: its work grows no faster than their size.

use oxc_allocator::Allocator;

use super::{Facts, Flow, Settings, flows_in};
use crate::{
    estree::Kind,
    parse::{Language, parse},
};

const BEGIN: &str = "const { exec } = require('child_process');\n";

/// Returns how many evaluations, operations and steps of names all sinks of a text take, and how many flows are found.
fn taken(source: &str) -> (usize, usize) {
    let allocator = Allocator::default();
    let path = "a.js";
    let Ok(tree) = parse(&allocator, source, Language::from_path(path)) else { panic!("{source}") };
    let mut flow = Flow::new(&tree, path, &Settings::of_tests());
    let left = |flow: &Flow<'_>| flow.fuel + flow.search_left.get();
    let before = left(&flow);
    let mut found = Vec::new();
    for call in tree.nodes_of([Kind::CallExpression]) {
        flow.look_at_call(call, &Facts::default(), &mut found);
    }
    (before - left(&flow) + tree.all_steps(), found.len())
}

#[test]
fn what_many_sinks_take_grows_with_the_text() {
    type Shape = (&'static str, fn(usize) -> String);
    let lines = |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    const SHAPES: &[Shape] = &[
        ("a text that grows", |at| format!("line += given[{at}]; exec(line);\n")),
        ("aliases", |at| format!("const a{} = a{at} + 'x'; exec(a{at});\n", at + 1)),
        ("guards", |at| format!("if (given.b{at} === 'x') return;\nexec('ls ' + given.a{at});\n")),
        ("one helper", |at| format!("exec(helper(given.a{at}));\n")),
        ("blocks of calls", |at| format!("{{ exec('ls ' + given.a{at}); {} }}\n", "log(given.b); ".repeat(20))),
        ("properties", |at| format!("made.p{at} = given.a{at}; exec(made.p{at});\n")),
    ];
    for &(name, line) in SHAPES {
        let text = |count| {
            let head = "let line = 'ls '; const a0 = given, made = {}, helper = (it) => 'ls ' + it;";
            format!("{BEGIN}exports.run = (given) => {{ {head}\n{}}};", lines(count, line))
        };
        let (small, found) = taken(&text(400));
        let (large, _) = taken(&text(800));
        assert!(found > 0, "{name}");
        assert!(large <= small * 22 / 10, "{name}: {small} at one size, {large} at twice that");
    }
}

#[test]
fn what_nested_code_takes_grows_with_the_text() {
    /// The stack for a text of so many levels, in bytes.
    const STACK_BYTES: usize = 1 << 30;
    /// The most by which twice the depth may increase what is taken, in tenths. A name that each block declares is
    /// looked for outwards through all that have ended.
    const MOST: usize = 22;
    const MOST_OF_ONE_NAME: usize = 30;
    type Shape = (&'static str, &'static str, &'static str);
    const SHAPES: &[Shape] = &[
        ("`if`s", "if (given.b#) { let c# = given.a#; exec('ls ' + c#);\n", "}"),
        ("blocks that declare one name", "{ let c = given.a#; exec('ls ' + c);\n", "exec(c); }"),
        ("functions", "exports.f# = function f#(b#) { const c# = b#, d = b#; exec('ls ' + c#);\n", "exec(d); };"),
        ("arrow functions", "run((b#) => { const c# = b#; let d = c#; d += given; exec(d);\n", "});"),
    ];
    let measure = || {
        for &(name, open, close) in SHAPES {
            let text = |count: usize| {
                let opened: String = (0..count).map(|at| open.replace('#', &at.to_string())).collect();
                format!("{BEGIN}exports.run = (given) => {{ {opened}{}}};", close.repeat(count))
            };
            let (small, _) = taken(&text(200));
            let (large, _) = taken(&text(400));
            let most = if name == "blocks that declare one name" { MOST_OF_ONE_NAME } else { MOST };
            assert!(large <= small * most / 10, "{name}: {small} at one depth, {large} at twice that");
        }
    };
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(measure);
    assert!(thread.and_then(|thread| thread.join().map_err(|_| std::io::Error::other("it grows"))).is_ok());
}

#[test]
fn what_terms_have_in_common_is_looked_through_once() {
    let doubled: String = (0..36).map(|at| format!("const a{} = a{at} || a{at};\n", at + 1)).collect();
    let source = format!("{BEGIN}exports.run = (name, a0) => {{\n{doubled}exec('ls ' + Number(a36) + ' ' + name); }};");
    assert_eq!(taken(&source).1, 1);
}

#[test]
fn values_with_many_alternatives_are_not_followed_one_by_one() {
    for choice in ["a# || a#", "given ? a# : a#", "given.b# && a# || a#"] {
        let doubled: String =
            (0..48).map(|at| format!("const a{} = {};\n", at + 1, choice.replace('#', &at.to_string()))).collect();
        for used in [
            "a48();",
            "a48.run(given);",
            "given(a48.a.b.c);",
            "given(a48[0], a48[given]);",
            "for (const item of a48) given(item);",
            "for (const key in a48) given[key] = a48[key];",
            "given(Object.keys(a48), Object.values(a48), Object.entries(a48), { ...a48 }, [...a48]);",
            "a48.map((it) => exec(it)); a48.forEach((it) => exec(it));",
            "a48.b = given; given(a48.b); delete a48.b;",
            "given(`${a48}/`, a48 + '/', a48.replace(/a/, ''), a48 === 'b', new RegExp(a48));",
            "exec('ls ' + a48);",
        ] {
            let source = format!(
                "{BEGIN}const path = require('path');\n\
                 exports.run = (name, given, a0) => {{\n{doubled}{used}\nexec('ls ' + name); }};"
            );
            assert!(taken(&source).1 >= 1, "{choice} in {used}");
        }
    }
}

#[test]
fn matches_that_backtrack_take_operations_too() {
    let check = "if (!require('./allowed')(name.match(/(?:[^.\"]+|\"[^\"]*\")+$/), name)) return;";
    let calls: String = (0..40).map(|at| format!("exports.run{at} = (name) => {{ {check} exec(name); }};\n")).collect();
    let source = format!("{BEGIN}{calls}exports.last = (name) => exec('ls ' + name);");
    let (taken, found) = taken(&source);
    assert_eq!(found, 1);
    assert!(taken > 100_000, "{taken}");
}

#[test]
fn what_no_input_changes_is_evaluated_once() {
    // No input passes a check that is not known, so that all of them are tried.
    let taken_with = |count: usize| {
        let items: String = (0..count).map(|at| format!("'a{at}' + 'b', ")).collect();
        let check = "if (!require('./allowed')(name, 'c', 'd')) return;";
        let body = format!("{check} exec('ls ' + [{items}].join(' ') + ' ' + name);");
        taken(&format!("{BEGIN}exports.run = (name) => {{ {body} }};"))
    };
    let ((few, found), (many, _)) = (taken_with(100), taken_with(200));
    assert_eq!(found, 0);
    assert!(many - few < 100 * 60, "{few} with few items, {many} with many");
}

#[test]
fn searches_in_vain_leave_operations_for_those_after_them() {
    let items: String = (0..300).map(|at| format!("'a{at}' + 'b', ")).collect();
    let refused = |at: usize| {
        let check = "if (!require('./allowed')(name, 'c', 'd')) return;";
        format!("exports.run{at} = (name) => {{ {check} exec('ls ' + items.join(' ') + ' ' + name); }};\n")
    };
    let all: String = (0..100).map(refused).collect();
    let source = format!("{BEGIN}const items = [{items}];\n{all}exports.last = (name) => exec('ls ' + name);");
    assert_eq!(taken(&source).1, 1);
}

#[test]
fn the_last_type_that_an_answer_is_said_to_be_of_counts() {
    let flows = |body: &str| flows_in(&format!("require('express')().get('/', (req, res) => {{ {body} }});"));
    let send = "res.send('<b>' + req.query.a);";
    assert_eq!(flows(send), 1);
    assert_eq!(flows(&format!("res.type('json'); {send}")), 0);
    assert_eq!(flows(&format!("res.type('json'); res.type('html'); {send}")), 1);
    assert_eq!(flows(&format!("{send} res.type('json');")), 1);
    assert_eq!(flows("res.type('json').send('<b>' + req.query.a);"), 0);
    assert_eq!(flows(&format!("{send} }}); require('express')().get('/b', (req, res) => {{ res.type('json');")), 1);
}

#[test]
fn what_falls_through_many_cases_takes_little() {
    let cases = |count: usize| (0..count).map(|at| format!("case 'a{at}': line += given.a{at};\n")).collect::<String>();
    let text = |count| {
        format!(
            "{BEGIN}exports.run = (given) => {{ let line = ''; switch (given.b) {{\n{}}} exec(line); }};",
            cases(count)
        )
    };
    let ((small, found), (large, _)) = (taken(&text(150)), taken(&text(300)));
    assert_eq!(found, 1);
    assert!(large <= small * 22 / 10, "{small} with few cases, {large} with twice as many");
}
