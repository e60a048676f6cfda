use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{properties, reads_request};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds `populate` with a path that is not in the code.
///
/// ## Why
///
/// The path says which collection is joined. A client who chooses it reads what the page was not meant to
/// show, and in some versions of Mongoose runs a condition of its own (CVE-2025-23061).
///
/// ## What is found
///
/// The arguments of `….populate(…)` are looked at, and the `path` of those that are objects: a variable is
/// found, and so is `req.body`, `req.query`, `req.params` and what is read from them.
///
/// ## Example
///
/// ```js
/// await Post.find().populate(req.query.include).limit(10);      // found
/// await Post.find().populate({ path: include }).limit(10);      // found
/// await Post.find().populate('author', 'name').limit(10);       // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnsafePopulate(TestOptions<true>);

impl StatelessRule for NoUnsafePopulate {
    const META: Meta = Meta {
        id: "mongodb-security/no-unsafe-populate",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["populate"], ..Filters::NONE },
        messages: &["unsafePopulate"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() != Some("populate") || self.0.allow(ctx.path()) {
            return;
        }
        let Some(path) = call.arguments().iter().find_map(unknown_path) else { return };
        let what = format_args!("populate joins whatever path {} holds", snippet(path));
        let fix = format_args!("Write the path into the code, or look {} up in a fixed list of paths", snippet(path));
        ctx.report(call, "unsafePopulate", Level::Medium, what, fix);
    }
}

/// The path that an argument of `populate` gives, where it is known at run time only.
fn unknown_path(argument: Node<'_>) -> Option<Node<'_>> {
    let is_unknown = |path: &Node<'_>| match path.kind() {
        Kind::Identifier => true,
        Kind::MemberExpression => reads_request(*path, false),
        _ => false,
    };
    if argument.is(Kind::ObjectExpression) {
        let paths = properties(Some(argument)).filter(|property| property.key_identifier() == Some("path"));
        return paths.filter_map(Node::value).find(is_unknown);
    }
    Some(argument).filter(is_unknown)
}
