use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SourceKind},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds data of an attacker that is run as JavaScript, or that names the module to load or the function to call.
///
/// `eval`, `Function`, `vm` and timers that take text run it with the program's own rights.
///
/// A finding shows the way from the source to the call and an input that passes every check on it and is run.
///
/// ```js
/// eval('total = ' + req.query.formula);    // found: zq()
/// JSON.parse(req.body.settings);           // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct CodeInjection;

impl Rule for CodeInjection {
    const META: Meta = Meta {
        id: "oxsec/code-injection",
        cwe: 94,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["codeInjection"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::Code, SinkKind::Module, SinkKind::Method, SinkKind::GlobalMethod], |found| {
            let is_module = found.kind == SinkKind::Module;
            // Loaders of plugins name modules on purpose.
            if is_module && !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            // Callers name methods on purpose.
            if found.kind == SinkKind::Method && !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            Some(Words {
                message_id: "codeInjection",
                cwe: match found.kind {
                    SinkKind::Module => 98,
                    SinkKind::Method => 754,
                    _ => 94,
                },
                level: Level::Critical,
                what: format!("{} is {} that {} runs", found.source_name, found.context, found.sink_name),
                fix: "Look the wanted function up in a fixed table, or parse the text as data",
            })
        });
    }
}
