use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds writes that reach the prototype of all objects through a name that an attacker decides.
///
/// `object['__proto__']` is the prototype that every object inherits from. A deep merge or a setter of paths that
/// follows it writes properties that then appear in all objects: an `isAdmin`, a command, a template's option.
///
/// A finding shows the way from the source to the write and a name that passes every check on it.
///
/// ```js
/// target[parts[0]][parts[1]] = req.body.value;                     // found: __proto__
/// if (key !== '__proto__') target[key] = merge(target[key], value);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct PrototypePollution;

impl Rule for PrototypePollution {
    const META: Meta = Meta {
        id: "oxsec/prototype-pollution",
        cwe: 1321,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["prototypePollution"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::PrototypeKey], |found| {
            Some(Words {
                message_id: "prototypePollution",
                cwe: 1321,
                level: Level::High,
                what: format!(
                    "a name in {} may be __proto__, so that {} writes to the prototype of all objects",
                    found.source_name, found.sink_name
                ),
                fix: "Skip the names __proto__, constructor and prototype, or build the result in a Map or \
                      Object.create(null)",
            })
        });
    }
}
