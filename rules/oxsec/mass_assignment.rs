use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SourceKind},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds keys of an attacker's object that decide which columns or fields are written.
///
/// Where every key of a request's body becomes a column or a field, the body also sets the role, the password or the
/// owner, although each value is a parameter.
///
/// A finding shows the way from the source to the statement and a key that passes every check on it.
///
/// ```js
/// const sets = Object.keys(req.body).map((key, at) => `${key} = $${at + 1}`);      // found: is_admin
/// const sets = ALLOWED.filter((key) => key in req.body).map((key) => `${key} = ?`);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct MassAssignment;

impl Rule for MassAssignment {
    const META: Meta = Meta {
        id: "oxsec/mass-assignment",
        cwe: 915,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 8.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["massAssignment"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::Columns, SinkKind::Fields], |found| {
            // Callers of a function set fields on purpose.
            if found.kind == SinkKind::Fields && !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            Some(Words {
                message_id: "massAssignment",
                cwe: 915,
                level: Level::High,
                what: format!("the keys of {} name {} in {}", found.source_name, found.context, found.sink_name),
                fix: "Take the columns that may be written from a fixed list, and skip every other key",
            })
        });
    }
}
