//! Code whose functions call themselves and one another: the proof engine follows calls, and has to come to an end.

use oxsec_rules::{Analyzer, RuleSet};

/// Returns the number of findings of oxsec's own rules on a text.
fn analyze(code: &str) -> usize {
    let rules = RuleSet::preset("oxsec").unwrap();
    Analyzer::new(&rules).judging_findings(true).analyze("a.js", code).messages.len()
}

/// Returns a server that passes its input to these functions, and their result to a shell.
fn served(functions: &str, call: &str) -> String {
    format!(
        "const {{ exec }} = require('child_process');\n{functions}\n\
         require('express')().get('/', async (req, res) => {{ let name = req.query.name; {call}; \
         exec('ls ' + name); }});\n"
    )
}

#[test]
fn functions_that_make_sure_of_one_another_come_to_an_end() {
    for (functions, call) in [
        ("function check(a) { if (!a) throw new Error(); check(a); }", "check(name)"),
        (
            "function one(a) { if (!a) throw new Error(); two(a); }\n\
             function two(a) { if (a > 1) throw new Error(); one(a); }",
            "one(name)",
        ),
        (
            "class Client { async connect(a) { if (!a) throw new Error(); await this.transform(a); }\n\
             async transform(a) { if (a.x) throw new Error(); await this.connect(a); } }\nconst client = new Client();",
            "await client.connect(name)",
        ),
        ("function f(a) { [a].forEach((b) => { if (!b) throw new Error(); f(b); }); }", "f(name)"),
        (
            "const f = (a) => { if (!a) throw new Error(); return g(a); }; \
             const g = (a) => { if (a > 1) throw f(a); return f(a); };",
            "name = f(name)",
        ),
        ("function f(a) { return a ? f(a.slice(1)) + f(a.slice(2)) : ''; }", "name = f(name)"),
        ("function f(a) { try { f(a); } catch (e) { throw f(e); } finally { f(a); } }", "f(name)"),
        (
            "const o = { get a() { return this.b; }, get b() { return this.a; }, f(a) { return this.f(o.a + a); } };",
            "name = o.f(name)",
        ),
        ("function f(g) { return g(g); }", "name = f(f)(name)"),
        ("class A { constructor(a) { this.a = new A(a); } }", "name = new A(name).a.a.a"),
    ] {
        assert!(analyze(&served(functions, call)) < 100, "{functions}");
    }
}

#[test]
fn a_ring_of_many_functions_comes_to_an_end() {
    for count in [10, 1000] {
        let functions: String = (0..count)
            .map(|at| {
                format!("function f{at}(a) {{ if (a === {at}) throw new Error(); return f{}(a); }}\n", (at + 1) % count)
            })
            .collect();
        assert!(analyze(&served(&functions, "name = f0(name)")) < 100);
    }
}
