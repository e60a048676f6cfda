use documented::Documented;

use super::helpers::{READS, calls_method, is_read_as};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{Around, AstType, Node},
};

/// Finds queries whose results are full Mongoose documents.
///
/// ## Why
///
/// Each document carries its state, its methods and its change tracking. For what is only read and sent on
/// that is several times the memory of plain objects, and a long list of them can take all there is.
///
/// ## What is found
///
/// Calls of `find`, `findOne` and `findById` are looked at, whatever they are called on. One is fine when
/// it stands in `….lean`, or in a call of it, anywhere around: after it in the chain, or as a part of an
/// argument.
///
/// ## Example
///
/// ```js
/// const users = await User.find({ active: true }).limit(50);            // found
/// const users = await User.find({ active: true }).limit(50).lean();     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireLeanQueries(TestOptions<true>);

impl Rule for RequireLeanQueries {
    const META: Meta = Meta {
        id: "mongodb-security/require-lean-queries",
        cwe: 400,
        owasp: "A04:2021 Insecure Design",
        cvss: 4.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: READS, ..Filters::NONE },
        messages: &["useLean"],
    };

    type Options = TestOptions<true>;
    /// The memo of whether a node is in `….lean`.
    type State = Around;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, query: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        if !calls_method(query, READS) || self.0.allow(ctx.path()) {
            return;
        }
        if !query.parent().is_some_and(|parent| ctx.state.any(parent, |node| is_read_as(node, "lean"))) {
            let callee = query.callee().unwrap_or(query);
            let what = format_args!("{}(…) makes a full document of each result", snippet(callee));
            let fix = "Put .lean() behind the query where its results are only read";
            ctx.report(query, "useLean", Level::Low, what, fix);
        }
    }
}
