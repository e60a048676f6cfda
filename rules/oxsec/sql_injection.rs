use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds data of an attacker that becomes a part of a SQL statement.
///
/// Whoever decides a part of a statement outside of its strings and numbers can read and change whatever the program's
/// database user can. Values belong into parameters; names of columns and tables cannot be parameters and must come
/// from a fixed list.
///
/// A finding shows the way from the source to the query and an input that passes every check on it and changes the
/// statement.
///
/// ```js
/// db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);       // found: 1 OR 1=1
/// db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct SqlInjection;

impl Rule for SqlInjection {
    const META: Meta = Meta {
        id: "oxsec/sql-injection",
        cwe: 89,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["sqlInjection"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::Sql, SinkKind::Clause], |found| {
            Some(Words {
                message_id: "sqlInjection",
                cwe: 89,
                level: Level::Critical,
                what: format!("{} is {} that {} runs", found.source_name, found.context, found.sink_name),
                fix: "Pass values as parameters, and take names of columns and tables from a fixed list",
            })
        });
    }
}
