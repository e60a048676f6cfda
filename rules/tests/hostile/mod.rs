//! Texts whose comments are made to keep the analysis busy, or to fill its memory.

use oxsec_rules::RuleSet;

/// Adds up what a closure makes of the numbers up to `count`.
fn many(count: usize, make: impl Fn(usize) -> String) -> String {
    (0..count).map(make).collect()
}

fn eslint(setting: &str) -> String {
    format!("/* eslint {setting} */\n")
}

/// A finding of `node-security/detect-eval-with-expression` that no comment may hide.
pub const EVAL: &str = "eval(a);\n";

const COPY: &str = "db.query(\"COPY t FROM '/tmp/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'\");\n";

type Form = (&'static str, fn(usize) -> String);

/// The forms of texts; each makes one of about this many bytes.
pub const FORMS: &[Form] = &[
    ("large patterns", |size| {
        let patterns = many(size / 20, |place| format!("\"(.{{100}}){{60}}a{place}\","));
        eslint(&format!("pg/no-unsafe-copy-from: [\"error\", {{\"allowedPaths\": [{patterns}\"b\"]}}]")) + COPY
    }),
    ("comments with a large pattern each", |size| {
        let setting = |place| {
            eslint(&format!(
                "pg/no-unsafe-copy-from: [2, {{allowedPaths: ['((.{{50}}){{60}}){{9}}a{}']}}]",
                place % 100
            ))
        };
        many(size / 85, setting) + COPY
    }),
    ("patterns just small enough", |size| {
        let patterns = many(250, |place| format!("\".{{360}}{place}\","));
        eslint(&format!("pg/no-unsafe-copy-from: [\"error\", {{\"allowedPaths\": [{patterns}\"b\"]}}]"))
            + &many(size / COPY.len(), |_| COPY.into())
    }),
    ("a long path against a pattern of many states", |size| {
        eslint("pg/no-unsafe-copy-from: [\"error\", {\"allowedPaths\": [\"(?:a|aa|aaa|[ab]{99}a?){90}c\"]}]")
            + &format!("db.query(\"COPY t FROM '/{}'\");\n", "ab".repeat(size / 2))
    }),
    ("a long name against a pattern of many states", |size| {
        eslint("node-security/no-timing-unsafe-compare: [\"error\", {\"secretPatterns\": [\"(.*a.{99}){9}x\"]}]")
            + &format!("if ({} === b) c();\n", "ab".repeat(size / 2))
    }),
    ("braces in a pattern", |size| {
        eslint(&format!("pg/no-unsafe-copy-from: [2, {{allowedPaths: ['{}']}}]", "{".repeat(size.min(60_000)))) + COPY
    }),
    ("digits in braces in a pattern", |size| {
        let braces = "{1".repeat(size.min(60_000) / 2);
        eslint(&format!("pg/no-unsafe-copy-from: [2, {{allowedPaths: ['{braces}']}}]")) + COPY
    }),
    ("weak algorithms", |size| {
        let names = many(size / 8, |place| format!("\"h{place}\","));
        let setting =
            format!("node-security/no-weak-hash-algorithm: [2, {{\"additionalWeakAlgorithms\": [{names}\"x\"]}}]");
        eslint(&setting) + &many(size / 26, |_| "crypto.createHash('sha');\n".into())
    }),
    ("as many weak algorithms as are taken", |size| {
        let names = many(250, |place| format!("\"h{place}\","));
        let setting =
            format!("node-security/no-weak-hash-algorithm: [2, {{\"additionalWeakAlgorithms\": [{names}\"x\"]}}]");
        eslint(&setting) + &many(size / 26, |_| "crypto.createHash('sha');\n".into())
    }),
    ("methods of buffers", |size| {
        let names = many(size / 8, |place| format!("\"m{place}\","));
        eslint(&format!("node-security/no-buffer-overread: [2, {{\"bufferMethods\": [{names}\"x\"]}}]"))
            + &many(size / 12, |_| "buf.read(i);\n".into())
    }),
    ("temporary paths", |size| {
        let names = many(250, |place| format!("\"/tmp{place}\","));
        eslint(&format!("node-security/no-data-in-temp-storage: [2, {{\"tempPaths\": [{names}\"x\"]}}]"))
            + &many(size / 40, |_| "fs.writeFileSync('/var/aaaaaaaa', b);\n".into())
    }),
    ("patterns to ignore, over functions in one another", |size| {
        let ignored = many(100, |place| format!("\"zz{place}\","));
        let setting = format!("secure-coding/no-privilege-escalation: [2, {{\"ignorePatterns\": [{ignored}\"yy\"]}}]");
        eslint(&setting)
            + &many(size.min(40_000) / 40, |_| "user.role = req.body.role + f(function(){".into())
            + &"})".repeat(size.min(40_000) / 40)
    }),
    ("dashes", |size| format!("/* e{} */", "-".repeat(size))),
    ("dashes in pairs", |size| format!("/* eslint-disable a {} */", "--x ".repeat(size / 4))),
    ("names that do not exist", |size| {
        format!("/* eslint-disable {} */", many(size / 7, |place| format!("n{place},")))
    }),
    ("one name again and again", |size| format!("/* eslint-disable {} */", "no-eval,".repeat(size / 8))),
    ("rules that report nothing", |size| {
        let all = RuleSet::preset("all").unwrap();
        let rules: Vec<_> = all.rules().map(|(id, _)| id).collect();
        format!("/* eslint-disable-next-line {}, {} */", rules.join(" , "), "zz,".repeat(size / 3))
    }),
    ("directives that take nothing", |size| "/* eslint-disable no-eval, pg/x */\n".repeat(size / 35)),
    ("directives that end one another", |size| "/* eslint-disable */ /* eslint-enable */\n".repeat(size / 41)),
    ("settings of rules that do not exist", |size| many(size / 20, |place| eslint(&format!("r{place}: 2")))),
    ("settings of one rule", |size| eslint("no-eval: 2").repeat(size / 24)),
    ("lists in lists", |size| eslint(&format!("no-eval: {}", "[".repeat(size)))),
    ("quotes", |size| eslint(&format!("no-eval: {}", "'\\',\"".repeat(size / 5)))),
    ("colons", |size| eslint(&":".repeat(size))),
    ("fields", |size| eslint(&"a:,".repeat(size / 3))),
    ("globals", |size| format!("/* global {} */", many(size / 9, |place| format!("g{place}:x,")))),
    ("white space in globals", |size| format!("/* global a {} :b */", " ".repeat(size))),
    ("a justification for many findings", |size| {
        format!("/* eslint-disable -- {} */\n", "j".repeat(size / 2)) + &"eval(b);\n".repeat(size / 18)
    }),
    ("directives over many findings", |size| {
        "/* eslint-disable */\n".repeat(size / 42) + &"eval(b);\n".repeat(size / 18)
    }),
    ("directives at the end of lines", |size| "eval(b); /* eslint-disable-line */\n".repeat(size / 35)),
];

/// Returns a text of a form, with a finding before it.
pub fn text(form: fn(usize) -> String, size: usize) -> String {
    EVAL.to_string() + &form(size)
}
