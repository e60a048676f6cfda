use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{alternatives, constant_text, note_in_tests, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds files with predictable names in the shared temporary folder.
///
/// Another user of the machine can create a link of that name first, and the program writes to its target.
///
/// ```js
/// fs.writeFileSync('/tmp/report.json', data);                                         // found
/// fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'r-')), 'r'), data); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct InsecureTemporaryFile;

pub(super) const FACT: Fact = Fact {
    rule: "insecure-temporary-file",
    on: &[AstType::CallExpression],
    filters: FactFilters { calls: || [WRITES, &["fs.open", "fs.openSync"]].concat(), ..FactFilters::NONE },
    check,
};

/// Functions that write a file of a name.
const WRITES: &[&str] = &[
    "fs.appendFile",
    "fs.appendFileSync",
    "fs.createWriteStream",
    "fs.outputFile",
    "fs.outputFileSync",
    "fs.writeFile",
    "fs.writeFileSync",
    "fs.writeJson",
    "fs.writeJsonSync",
];

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let writes = match &*path {
        "fs.open" | "fs.openSync" => {
            let flags = call.argument_at(1).map(|flags| flow.value(flags));
            let flags = flags.and_then(|flags| constant_text(flow, flags));
            flags.is_some_and(|flags| flags.starts_with(['a', 'w']))
        }
        path => WRITES.contains(&path),
    };
    // `wx` fails if the file exists.
    if !writes || call.arguments().iter().skip(1).any(|options| is_exclusive(options.text())) {
        return None;
    }
    let argument = call.argument_at(0)?;
    let path = flow.value(argument);
    let is_foreseeable =
        alternatives(flow, path).into_iter().any(|path| is_temporary(flow, path, 0) && is_foreseeable(flow, path, 0));
    is_foreseeable.then(|| {
        let found = FactFound::at(call, "insecureTemporaryFile", 377)
            .what(format!(
                "{} writes to a file of the common temporary folder, whose name can be foreseen",
                snippet(call)
            ))
            .fix("Make a folder with fs.mkdtemp and write in there, or open with the flag wx")
            .step(argument, "the name of the file")
            .attack("Another user of the machine makes a link of that name, and the program writes where it leads");
        note_in_tests(flow, found)
    })
}

fn is_exclusive(options: &str) -> bool {
    ["wx", "ax", "xw", "O_EXCL"].iter().any(|flag| options.contains(flag))
}

/// The maximum nesting of the operations that build a path.
const MAX_DEPTH: usize = 8;

/// Returns whether a function joins paths or texts.
fn is_joining(name: &str) -> bool {
    matches!(name, "+" | ".concat" | "path.join" | "path.normalize" | "path.resolve")
}

/// Returns whether a path begins with the shared temporary folder.
fn is_temporary(flow: &Flow<'_>, path: Term, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    alternatives(flow, path).into_iter().any(|path| match &*flow.kind(path) {
        TermKind::Const(Const::String(text)) => ["/tmp", "/var/tmp", "/dev/shm"]
            .iter()
            .any(|folder| text.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))),
        TermKind::Api(path) => {
            matches!(&**path, "os.tmpdir()" | "os.tmpDir()" | "process.env.TMPDIR" | "process.env.TEMP")
        }
        TermKind::Concat(parts) => parts.first().is_some_and(|&first| is_temporary(flow, first, depth + 1)),
        TermKind::Op(name, parts) if is_joining(name) => {
            parts.first().is_some_and(|&first| is_temporary(flow, first, depth + 1))
        }
        _ => false,
    })
}

/// Returns whether a path is made of constants, the time, the process's number and small random numbers.
fn is_foreseeable(flow: &Flow<'_>, path: Term, depth: usize) -> bool {
    const FORESEEABLE: &[&str] = &[
        "Date()",
        "Date().getTime()",
        "Date().toISOString()",
        "Date().valueOf()",
        "Date.now()",
        "os.tmpDir()",
        "os.tmpdir()",
        "process.env.TEMP",
        "process.env.TMPDIR",
        "process.pid",
    ];
    if depth > MAX_DEPTH {
        return false;
    }
    alternatives(flow, path).into_iter().all(|path| match &*flow.kind(path) {
        TermKind::Const(Const::String(text)) => depth > 0 || !matches!(&**text, "/tmp" | "/tmp/"),
        TermKind::Const(_) => true,
        TermKind::Api(path) => depth > 0 && FORESEEABLE.iter().any(|it| path.starts_with(it)),
        TermKind::Concat(parts) => parts.iter().all(|&part| is_foreseeable(flow, part, depth + 1)),
        // An attacker can create a link for each of a few numbers, but not for all results of `Math.random()`, which
        // nobody else sees in advance.
        TermKind::Op(name, parts) if &**name == "*" && parts.iter().any(|&part| is_random(flow, part)) => {
            parts.iter().all(|&part| is_random(flow, part) || is_small(flow, part))
        }
        // Arithmetic and methods of predictable values.
        TermKind::Op(_, parts) => !parts.is_empty() && parts.iter().all(|&part| is_foreseeable(flow, part, depth + 1)),
        _ => false,
    })
}

fn is_random(flow: &Flow<'_>, number: Term) -> bool {
    matches!(&*flow.kind(number), TermKind::Api(path) if path.starts_with("Math.random()"))
}

/// Returns whether an attacker can create a link for every number below this one.
fn is_small(flow: &Flow<'_>, number: Term) -> bool {
    /// The number of links that can be created in a moment.
    const MAX_NAMES: f64 = 1e6;
    matches!(&*flow.kind(number), TermKind::Const(Const::Number(number)) if *number <= MAX_NAMES)
}

impl StatelessRule for InsecureTemporaryFile {
    const META: Meta = Meta {
        id: "oxsec/insecure-temporary-file",
        cwe: 377,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["insecureTemporaryFile"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
