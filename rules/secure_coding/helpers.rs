//! Helpers that several rules of this plugin share.

use crate::{
    engine::{Context, OptionPattern, option_regex},
    estree::{Kind, Node},
};

/// The words that a test file's name ends in, as a regular expression.
pub(super) const TEST_FILE: &str = r"\.(test|spec)\.(ts|tsx|js|jsx)$";

/// The files that a rule leaves alone as tests: none, or those whose path an option's pattern matches.
pub(super) struct TestFiles(Option<OptionPattern>);

impl TestFiles {
    /// Makes it of the options `allowInTests` and `testFilePattern`.
    ///
    /// # Errors
    ///
    /// The error in the pattern, also where it is not used.
    pub(super) fn new(allow_in_tests: bool, pattern: &str) -> Result<Self, String> {
        // Compiling takes long, and nearly always this is what the options are.
        if !allow_in_tests && pattern == TEST_FILE {
            return Ok(Self(None));
        }
        let compiled = option_regex("testFilePattern", pattern, false)?;
        Ok(Self(allow_in_tests.then_some(compiled)))
    }

    pub(super) fn hold<S>(&self, ctx: &Context<'_, '_, S>) -> bool {
        self.0.as_ref().is_some_and(|pattern| pattern.is_match(ctx.path(), ctx.tree()))
    }
}

/// Returns whether a node calls one of these functions by its bare name.
pub(super) fn calls_one_of(node: Node<'_>, functions: &[String]) -> bool {
    node.is(Kind::CallExpression)
        && node.callee_name().is_some_and(|name| functions.iter().any(|function| function == name))
}

/// Returns whether a member expression is `req.a`, or `req.query.a` and its like.
pub(super) fn reads_request(member: Node<'_>) -> bool {
    let Some(object) = member.object() else { return false };
    object.is_identifier("req")
        || object.is(Kind::MemberExpression)
            && object.object().is_some_and(|it| it.is_identifier("req"))
            && matches!(object.property_identifier(), Some("query" | "body" | "params" | "param"))
}
