use documented::Documented;

use super::helpers::{READS, calls_method, is_read_as};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{Around, AstType, Node},
};

/// Finds queries that fetch every field.
///
/// ## Why
///
/// What is fetched without need is logged, cached and sent to clients without need, and tomorrow's fields
/// are fetched too.
///
/// ## What is found
///
/// Calls of `find`, `findOne` and `findById` are looked at, whatever they are called on. One is fine when
/// it has a second argument, or stands in `….select`, or in a call of it, anywhere around: after it in
/// the chain, or as a part of an argument.
///
/// ## Example
///
/// ```js
/// const user = await User.findById(id);                           // found
/// const user = await User.findById(id, 'name email');             // fine
/// const user = await User.findById(id).select('name email');      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireProjection(TestOptions<true>);

impl Rule for RequireProjection {
    const META: Meta = Meta {
        id: "mongodb-security/require-projection",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 3.7,
        on: &[AstType::CallExpression],
        filters: Filters { calls: READS, ..Filters::NONE },
        messages: &["requireProjection"],
    };

    type Options = TestOptions<true>;
    /// The memo of whether a node is in `….select`.
    type State = Around;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, query: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        if !calls_method(query, READS) || query.arguments().len() >= 2 || self.0.allow(ctx.path()) {
            return;
        }
        if !query.parent().is_some_and(|parent| ctx.state.any(parent, |node| is_read_as(node, "select"))) {
            let callee = query.callee().unwrap_or(query);
            let what = format_args!("{}(…) fetches every field of what it finds", snippet(callee));
            let fix = "Name the fields that are used, as a second argument or by .select('name email')";
            ctx.report(query, "requireProjection", Level::Low, what, fix);
        }
    }
}
