use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Const, Fact, FactFound, Flow, Term, TermKind},
};

/// Finds files in the common temporary folder whose names can be foreseen.
///
/// Another user of the machine makes a link of that name first, and the program writes wherever it leads.
///
/// ```js
/// fs.writeFileSync('/tmp/report.json', data);                                         // found
/// fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'r-')), 'r'), data); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct InsecureTemporaryFile;

pub const FACT: Fact = Fact { rule: "insecure-temporary-file", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    const WRITES: &[&str] =
        &["fs.writeFile", "fs.writeFileSync", "fs.appendFile", "fs.appendFileSync", "fs.createWriteStream"];
    if !WRITES.contains(&&*flow.callee(call)?) {
        return None;
    }
    // `wx` fails where the file is there already.
    if call.arguments().iter().skip(1).any(|options| options.text().contains("wx")) {
        return None;
    }
    let argument = call.argument_at(0)?;
    let path = flow.value(argument);
    is_foreseeable(flow, path).then(|| {
        FactFound::at(call, "insecureTemporaryFile", 377)
            .what(format!(
                "{} writes to a file of the common temporary folder, whose name can be foreseen",
                snippet(call)
            ))
            .fix("Make a folder with fs.mkdtemp and write in there, or open with the flag wx")
            .step(argument, "the name of the file")
            .attack("Another user of the machine makes a link of that name, and the program writes where it leads")
    })
}

/// Whether a path names a fixed file below the common temporary folder.
fn is_foreseeable(flow: &Flow<'_>, path: Term) -> bool {
    let is_constant = |term: Term| matches!(&*flow.kind(term), TermKind::Const(Const::String(_)));
    match &*flow.kind(path) {
        TermKind::Const(Const::String(text)) => text.starts_with("/tmp/") || text.starts_with("/var/tmp/"),
        TermKind::Op(name, parts) if &**name == "path.join" => {
            let begins = parts.first().is_some_and(|&first| match &*flow.kind(first) {
                TermKind::Api(path) => &**path == "os.tmpdir()",
                TermKind::Const(Const::String(text)) => &**text == "/tmp",
                _ => false,
            });
            begins && parts.len() > 1 && parts[1..].iter().all(|&part| is_constant(part))
        }
        _ => false,
    }
}

impl StatelessRule for InsecureTemporaryFile {
    const META: Meta = Meta {
        id: "oxsec/insecure-temporary-file",
        cwe: 377,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["insecureTemporaryFile"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
