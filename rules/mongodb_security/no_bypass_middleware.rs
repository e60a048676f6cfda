use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_method;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds writes that go past a Mongoose schema's hooks.
///
/// ## Why
///
/// Hooks on `save` hash passwords, check permissions and keep an audit trail. A method that writes by a
/// filter sends the change straight to the server: what the hooks should have done is not done.
///
/// ## What is found
///
/// Calls of `updateOne`, `updateMany`, `deleteOne`, `deleteMany`, `findOneAndUpdate`, `findOneAndDelete`,
/// `findOneAndReplace`, `findByIdAndUpdate`, `findByIdAndDelete`, `insertMany` and `bulkWrite` are found,
/// whatever they are called on.
///
/// ## Example
///
/// ```js
/// await User.updateOne({ _id: id }, { password });     // found
///
/// const user = await User.findById(id);                // fine
/// user.password = password;
/// await user.save();
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoBypassMiddleware(TestOptions<true>);

/// The methods that write without `save`.
const WRITES: &[&str] = &[
    "bulkWrite",
    "deleteMany",
    "deleteOne",
    "findByIdAndDelete",
    "findByIdAndUpdate",
    "findOneAndDelete",
    "findOneAndReplace",
    "findOneAndUpdate",
    "insertMany",
    "updateMany",
    "updateOne",
];

impl StatelessRule for NoBypassMiddleware {
    const META: Meta = Meta {
        id: "mongodb-security/no-bypass-middleware",
        cwe: 284,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: WRITES, ..Filters::NONE },
        messages: &["bypassMiddleware"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(callee) = call.callee().filter(|_| calls_method(call, WRITES)) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{}(…) writes without the hooks that the schema has on save", snippet(callee));
        let fix = "Load the document with findOne or findById, change it, and call save() or deleteOne() on it";
        ctx.report(call, "bypassMiddleware", Level::Medium, what, fix);
    }
}
