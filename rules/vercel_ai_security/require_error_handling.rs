use documented::Documented;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, calls_one_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds questions to a model that nothing catches the failure of.
///
/// ## Why
///
/// Models are overloaded, refuse and time out more often than a database. An exception that nobody
/// expects ends the request, and unhandled the process.
///
/// ## What is found
///
/// Calls of `generateText`, `streamText`, `generateObject` and `streamObject` are looked at: one is fine
/// anywhere within a `try` statement, its `catch` and functions in it too.
///
/// ## Example
///
/// ```js
/// const answer = await generateText({ model, prompt });            // found
///
/// try {
///   const answer = await generateText({ model, prompt });          // fine
/// } catch (error) {
///   return busy(error);
/// }
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireErrorHandling(TestOptions<true>);

impl Rule for RequireErrorHandling {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-error-handling",
        cwe: 755,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS], ..Filters::NONE },
        messages: &["missingErrorHandling"],
    };

    type Options = TestOptions<true>;
    /// The memo of whether a node is in a `try` statement.
    type State = Around;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        if !calls_one_of(call, &AI_CALLS, ctx)
            || self.0.allow(ctx.path())
            || ctx.state.any(call, |node| node.is(Kind::TryStatement))
        {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("Nothing catches what {}(…) throws when the model fails", snippet(callee));
        let fix = "Put it in try { … } catch (error) { … } and answer with a message, or with what else there is";
        ctx.report(call, "missingErrorHandling", Level::Medium, what, fix);
    }
}
