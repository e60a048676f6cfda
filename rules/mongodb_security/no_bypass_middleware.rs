use documented::Documented;

use super::helpers::{TestOptions, calls_method};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds writes that go past a Mongoose schema's hooks.
///
/// Hooks on `save` hash passwords, check permissions and keep an audit trail. A method that writes by a
/// filter sends the change straight to the server: what the hooks should have done is not done.
///
/// Calls of `updateOne`, `updateMany`, `deleteOne`, `deleteMany`, `findOneAndUpdate`, `findOneAndDelete`,
/// `findOneAndReplace`, `findByIdAndUpdate`, `findByIdAndDelete`, `insertMany` and `bulkWrite` are found,
/// whatever they are called on.
///
/// ```js
/// await User.updateOne({ _id: id }, { password });     // found
///
/// const user = await User.findById(id);                // fine
/// user.password = password;
/// await user.save();
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoBypassMiddleware(TestOptions);

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

impl Rule for NoBypassMiddleware {
    const META: Meta = Meta {
        id: "mongodb-security/no-bypass-middleware",
        cwe: 284,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: WRITES, ..Filters::NONE },
        messages: &["bypassMiddleware"],
    };

    type Options = TestOptions;
    type State = ();

    fn new(options: TestOptions) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(callee) = call.callee().filter(|_| calls_method(call, WRITES)) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{}(…) writes without the hooks that the schema has on save", snippet(callee));
        let fix = "Load the document with findOne or findById, change it, and call save() or deleteOne() on it";
        ctx.report(call, "bypassMiddleware", Level::Medium, what, fix);
    }
}
