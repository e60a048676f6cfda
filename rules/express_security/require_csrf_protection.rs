use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_use;
use crate::{
    engine::{
        Context, Filters, Level, Matches, Meta, OptionPattern, Pattern, Rule, TestOptions, option_regex, snippet,
    },
    estree::{AstType, Kind, Node, Tree, contains_ignoring_case, to_lower_case, to_upper_case},
    parse::validate_pattern,
};

/// Finds routes that change something without a check that the request comes from the site itself.
///
/// ## Why
///
/// A browser sends a site's cookies with whatever request a page makes it send: another site can have the
/// user's browser order, delete and transfer in the user's name.
///
/// ## What is found
///
/// Calls of `post`, `put`, `patch` and `delete` on `app`, `router`, `api`, `apiRouter`, `routes`, `express`,
/// `express()` and `express.Router()` are found, unless their text holds a word that begins with `csrf` or
/// `csurf`, or a `….use(…)` before, anywhere in the file, got `csrf()`, `csurf()`, `csrfProtection()`,
/// `lusca.csrf()` or a variable with `csrf` or `csurf` in its name.
///
/// ## Example
///
/// ```js
/// app.post('/transfer', transfer);                    // found
/// app.post('/transfer', csrfProtection, transfer);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireCsrfProtection {
    tests: TestOptions<false>,
    protected_methods: Vec<String>,
    ignored: Vec<Ignored>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// The methods that change something, in lower case.
    protected_methods: Vec<String>,
    /// JavaScript regular expressions without look-around, for paths that are left alone.
    ignore_patterns: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            protected_methods: ["delete", "patch", "post", "put"].map(String::from).into(),
            ignore_patterns: Vec::new(),
        }
    }
}

/// Paths that an option takes out.
enum Ignored {
    Matching(OptionPattern),
    /// A text that is not a regular expression is searched for literally.
    Holding(String),
}

impl Ignored {
    fn new(pattern: String) -> Result<Self, String> {
        if validate_pattern(&pattern, "").is_err() {
            return Ok(Self::Holding(pattern));
        }
        option_regex("ignorePatterns", &pattern, false).map(Self::Matching)
    }

    fn covers(&self, path: &str, tree: &Tree<'_>) -> bool {
        match self {
            Self::Matching(pattern) => pattern.is_match(path, tree),
            Self::Holding(text) => path.contains(text.as_str()),
        }
    }
}

static PROTECTION: Pattern = Pattern::new(r"\bcs(?:rf|urf)").holding(&["csrf", "csurf"]);

#[derive(Default)]
pub(super) struct State {
    /// An earlier middleware protects all routes.
    protected: bool,
    protections: Matches,
}

impl Rule for RequireCsrfProtection {
    const META: Meta = Meta {
        id: "express-security/require-csrf-protection",
        cwe: 352,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.8,
        on: &[AstType::CallExpression],
        filters: Filters { callee_words: &["delete", "patch", "post", "put", "use"], ..Filters::NONE },
        messages: &["missingCsrf"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            tests: options.tests,
            protected_methods: options.protected_methods,
            ignored: options.ignore_patterns.into_iter().map(Ignored::new).collect::<Result<_, _>>()?,
        })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if ctx.state.protected {
            return;
        }
        if is_use(call) && call.arguments().iter().any(is_protection) {
            ctx.state.protected = true;
            return;
        }
        let Some(method) = call.callee_method().map(to_lower_case) else { return };
        if !self.protected_methods.iter().any(|protected| *protected == method)
            || !call.callee().and_then(Node::object).is_some_and(is_express)
            || call.argument_at(0).and_then(Node::string).is_some_and(|path| self.ignores(path, ctx.tree()))
            || ctx.state.protections.any_within(call, &PROTECTION)
            || self.tests.allow(ctx.path())
        {
            return;
        }
        let method = to_upper_case(&method);
        let what = format_args!(
            "The {method} route of {} takes requests that other sites make in the user's name",
            call.callee().map(snippet).unwrap_or_default()
        );
        let fix = "Put a check of a CSRF token before the handler, or app.use(csrfProtection) before the routes";
        ctx.report(call, "missingCsrf", Level::High, what, fix);
    }
}

impl RequireCsrfProtection {
    fn ignores(&self, path: &str, tree: &Tree<'_>) -> bool {
        self.ignored.iter().any(|ignored| ignored.covers(path, tree))
    }
}

/// Returns whether an argument of `….use(…)` is protection against forged requests.
fn is_protection(argument: Node<'_>) -> bool {
    if let Some(name) = argument.identifier() {
        return ["csrf", "csurf"].iter().any(|word| contains_ignoring_case(name, word));
    }
    let Some(callee) = argument.callee().filter(|_| argument.is(Kind::CallExpression)) else { return false };
    match callee.identifier() {
        Some(name) => ["csrf", "csrfprotection", "csurf"].iter().any(|known| name.eq_ignore_ascii_case(known)),
        None => {
            callee.property_identifier() == Some("csrf")
                && callee.object().is_some_and(|object| object.is_identifier("lusca"))
        }
    }
}

/// Returns whether a route is made on an application or a router.
fn is_express(object: Node<'_>) -> bool {
    if let Some(name) = object.identifier() {
        return matches!(name, "api" | "apiRouter" | "app" | "express" | "router" | "routes");
    }
    let Some(callee) = object.callee().filter(|_| object.is(Kind::CallExpression)) else { return false };
    callee.is_identifier("express")
        || callee.property_identifier() == Some("Router")
            && callee.object().is_some_and(|object| object.is_identifier("express"))
}
