use documented::Documented;
use serde::Deserialize;

use super::helpers::Ignored;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Needles, Rule, is_test_file, snippet},
    estree::{AstType, Node, to_lower_case, to_upper_case},
};

/// Finds handlers of requests that change something and that ask for no CSRF token.
///
/// Another page can make a user's browser send such a request, with the user's cookies.
///
/// Calls of methods named `post`, `put`, `delete` and `patch` (in whatever case) with two arguments or more are found in
/// which no argument but the first mentions `csrf` or `csurf`.
///
/// ```js
/// app.post('/transfer', transfer);                       // found
/// app.post('/transfer', csrfProtection, transfer);       // fine
/// ```
///
/// Options: `allowInTests` (`false`) leaves test files alone; `csrfMiddlewarePatterns` are the words that protect, and
/// `protectedMethods` the methods (an empty list is the default one); `ignorePatterns` are JavaScript regular
/// expressions, without look-around and regardless of case, for calls that are fine.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoMissingCsrfProtection {
    allow_in_tests: bool,
    protections: Needles,
    /// In lower case.
    methods: Vec<String>,
    ignored: Ignored,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    allow_in_tests: bool,
    csrf_middleware_patterns: Vec<String>,
    protected_methods: Vec<String>,
    ignore_patterns: Vec<String>,
}

const METHODS: &[&str] = &["delete", "patch", "post", "put"];

/// What protects a handler. Longer words that hold one of these are left out.
const PROTECTIONS: [&str; 2] = ["csrf", "csurf"];

impl Rule for NoMissingCsrfProtection {
    const META: Meta = Meta {
        id: "browser-security/no-missing-csrf-protection",
        cwe: 352,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.1,
        on: &[AstType::CallExpression],
        filters: Filters { callee_words: METHODS, ..Filters::NONE },
        messages: &["missingCsrfProtection"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let lower = |names: &[String]| names.iter().map(|name| to_lower_case(name).into_owned()).collect();
        let protections = match &options.csrf_middleware_patterns[..] {
            [] => PROTECTIONS.map(String::from).into(),
            patterns => patterns.to_vec(),
        };
        let methods = match &options.protected_methods[..] {
            [] => METHODS.iter().map(ToString::to_string).collect(),
            methods => lower(methods),
        };
        Ok(Self {
            allow_in_tests: options.allow_in_tests,
            protections: Needles::of_ignoring_case(&protections),
            methods,
            ignored: Ignored::with_texts(&options.ignore_patterns)?,
        })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(method) = call.callee_method() else { return };
        if !self.methods.iter().any(|it| **it == *to_lower_case(method)) || call.arguments().len() < 2 {
            return;
        }
        if self.allow_in_tests && is_test_file(ctx.path()) || self.ignored.covers(call) {
            return;
        }
        if call.arguments().iter().skip(1).any(|argument| ctx.contains(argument, &self.protections)) {
            return;
        }
        let what = format_args!("{} handles {} without a CSRF token", snippet(call), to_upper_case(method));
        let fix = format_args!("Put a middleware that checks the token before the handler: {method}(path, csrf(), …)");
        let finding = ctx.report(call, "missingCsrfProtection", Level::High, what, fix);
        if let Some(path) = call.argument_at(0) {
            let edit = Edit::insert_after(path, ", csrf()");
            finding.suggest("addCsrfValidation", "Add csrf() before the handler", edit);
        }
    }
}
