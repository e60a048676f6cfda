use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Ignored, Level, Meta, Needles, Rule, TestOptions, lower_cased, snippet, words},
    estree::{AstType, Node, to_lower_case, to_upper_case},
};

/// Finds handlers of requests that change something and that ask for no CSRF token.
///
/// ## Why
///
/// Another page can make a user's browser send such a request, with the user's cookies.
///
/// ## What is found
///
/// Calls of methods named `post`, `put`, `delete` and `patch` (in whatever case) with two arguments or more are found
/// in which no argument but the first mentions `csrf` or `csurf`.
///
/// ## Example
///
/// ```js
/// app.post('/transfer', transfer);                       // found
/// app.post('/transfer', csrfProtection, transfer);       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingCsrfProtection {
    tests: TestOptions<false>,
    protections: Needles,
    /// In lower case.
    methods: Vec<String>,
    ignored: Ignored,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// The words that protect; an empty list is the default one.
    csrf_middleware_patterns: Vec<String>,
    /// The methods that change something; an empty list is the default one.
    protected_methods: Vec<String>,
    /// JavaScript regular expressions without look-around and regardless of case, for code that is fine.
    ignore_patterns: Vec<String>,
}

const METHODS: &[&str] = &["delete", "patch", "post", "put"];

/// The words that protects a handler. Longer words that hold one of these are left out.
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
        let protections = match &options.csrf_middleware_patterns[..] {
            [] => PROTECTIONS.map(String::from).into(),
            patterns => patterns.to_vec(),
        };
        let methods = match &options.protected_methods[..] {
            [] => words(METHODS),
            methods => lower_cased(methods),
        };
        Ok(Self {
            tests: options.tests,
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
        if self.tests.allow(ctx.path()) || self.ignored.covers(call) {
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
