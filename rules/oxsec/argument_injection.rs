use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds data of an attacker that a program takes for an option or for syntax of its own.
///
/// Without a shell nothing is quoted wrongly, but a value that begins with a dash is an option, and tools such as
/// ImageMagick and pg_dump read more than a name from their arguments.
///
/// A finding shows the way from the source to the call and an argument that passes every check on it.
///
/// ```js
/// execFile('convert', [req.body.from, 'out.png']);    // found: msl:/tmp/x.msl
/// execFile('gzip', ['--', path.basename(name)]);      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct ArgumentInjection;

impl Rule for ArgumentInjection {
    const META: Meta = Meta {
        id: "oxsec/argument-injection",
        cwe: 88,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["argumentInjection"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::Arguments], |found| {
            Some(Words {
                message_id: "argumentInjection",
                cwe: 88,
                level: Level::High,
                what: format!("{} is {} ({})", found.source_name, found.context, found.sink_name),
                fix: "Put -- before names that others decide, or refuse those that begin with a dash; for tools with a \
                      syntax of their own, prefix files with ./",
            })
        });
    }
}
