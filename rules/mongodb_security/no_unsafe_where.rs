use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds `$where`, which runs JavaScript on the server.
///
/// ## Why
///
/// The text is a program: whoever gets a value into it reads what the filter should have hidden, or keeps
/// the server busy. In some versions of Mongoose it ran in the application itself (CVE-2024-53900).
///
/// ## What is found
///
/// Each property named `$where` is found, in whatever object or pattern, and each call of
/// `….where('$where', …)`.
///
/// ## Example
///
/// ```js
/// await User.find({ $where: `this.name === '${name}'` });      // found
/// await User.find({ name: { $eq: String(name) } });            // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnsafeWhere(TestOptions<true>);

impl StatelessRule for NoUnsafeWhere {
    const META: Meta = Meta {
        id: "mongodb-security/no-unsafe-where",
        cwe: 943,
        owasp: "A01:2021 Broken Access Control",
        cvss: 9.0,
        on: &[
            AstType::AssignmentTargetPropertyIdentifier,
            AstType::AssignmentTargetPropertyProperty,
            AstType::BindingProperty,
            AstType::CallExpression,
            AstType::ObjectProperty,
        ],
        filters: Filters { calls: &["where"], required_words: &[&["where"]], ..Filters::NONE },
        messages: &["unsafeWhere"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let is_where = if node.is(Kind::Property) {
            node.key_text().as_deref() == Some("$where")
        } else {
            node.callee_method() == Some("where") && node.argument_at(0).and_then(Node::string) == Some("$where")
        };
        if !is_where || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{} runs as JavaScript on the server", snippet(node));
        let fix = "Say the same with operators, which run nothing: $eq, $in, $gt, $expr";
        ctx.report(node, "unsafeWhere", Level::Critical, what, fix);
    }
}
