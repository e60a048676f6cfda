use std::borrow::Cow;

use documented::Documented;
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{
        Context, Filters, Level, MAX_DIRECT_SEARCH_BYTES, Meta, Needles, Pattern, Rule, SafetyChecker, SafetyMemo,
        snippet,
    },
    estree::{Around, AstType, Kind, Node, contains_ignoring_case, to_lower_case},
};

/// Finds GraphQL documents that are put together from pieces of text, that ask for the schema, or that
/// nest deeper than a server should answer.
///
/// ## Why
///
/// A value inserted into the text of a query can close it and open another: it reads or changes what
/// the code never meant to. Introspection hands the whole schema to whoever asks, and a deeply nested
/// query costs the server far more than the client.
///
/// ## What is found
///
/// Template literals, strings and concatenations count as GraphQL when they hold an operation
/// (`query`, `mutation`, `subscription` and a brace or parenthesis), a `fragment … on`, a definition
/// (`type User`, `input …`), or one brace inside another. Arguments of `execute`, `executeQuery`,
/// `query`, `mutate` and `subscribe` on an object named after a GraphQL library must be validated.
///
/// ## Example
///
/// ```js
/// client.request(`query { user(id: "${req.params.id}") { name } }`);           // found
/// client.request(`query ($id: ID!) { user(id: $id) { name } }`, { id });       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoGraphqlInjection {
    options: Options,
    libraries: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves introspection alone.
    allow_introspection: bool,
    /// The deepest nesting of braces that passes, 1 or more.
    max_query_depth: f64,
    /// The names that mark a GraphQL object.
    trusted_graphql_libraries: Vec<String>,
    /// Functions that make safe what is passed through them.
    validation_functions: Vec<String>,
    /// Callees (`object.method`, or the name of a class) that take templates which are never GraphQL.
    safe_template_literal_callers: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_introspection: false,
            max_query_depth: 10.0,
            trusted_graphql_libraries: ["graphql", "apollo-server", "graphql-tools", "graphql-tag"]
                .map(String::from)
                .to_vec(),
            validation_functions: ["validate", "sanitize", "isValid", "assertValid"].map(String::from).to_vec(),
            safe_template_literal_callers: Vec::new(),
            safety: SafetyChecker::default(),
        }
    }
}

/// Methods whose templates are messages for people.
const SAFE_METHODS: &[&str] = &[
    "console.debug",
    "console.error",
    "console.info",
    "console.log",
    "console.trace",
    "console.warn",
    "logger.debug",
    "logger.error",
    "logger.info",
    "logger.log",
    "logger.warn",
];

/// Classes whose templates are addresses and messages.
const SAFE_CLASSES: &[&str] = &["Error", "RangeError", "TypeError", "URL"];

/// Methods that hand a document to a server.
const EXECUTING: &[&str] = &["execute", "executeQuery", "mutate", "query", "subscribe"];

static INTROSPECTION: Needles = Needles::ignoring_case(&["__schema", "__type"]);

static KEYWORDS: Needles = Needles::ignoring_case(&[
    "enum",
    "fragment",
    "input",
    "interface",
    "mutation",
    "query",
    "scalar",
    "subscription",
    "type",
]);

/// A keyword of GraphQL, and what has to follow it for the text to be GraphQL.
struct Form {
    keyword: &'static str,
    /// Matches the keyword, and if it can also what has to follow.
    pattern: Pattern,
}

macro_rules! form {
    ($keyword:literal, $follows:literal) => {
        Form { keyword: $keyword, pattern: Pattern::ignoring_case(concat!(r"\b", $keyword, r"\b(?:", $follows, ")?")) }
    };
}

static FORMS: [Form; 9] = [
    form!("query", r"[ \n\t\r]*\w*[ \n\t\r]*[{(]"),
    form!("mutation", r"[ \n\t\r]*\w*[ \n\t\r]*[{(]"),
    form!("subscription", r"[ \n\t\r]*\w*[ \n\t\r]*[{(]"),
    form!("fragment", r"[ \n\t\r]+\w+[ \n\t\r]+on\b"),
    form!("type", r"[ \n\t\r]+\w"),
    form!("interface", r"[ \n\t\r]+\w"),
    form!("enum", r"[ \n\t\r]+\w"),
    form!("scalar", r"[ \n\t\r]+\w"),
    form!("input", r"[ \n\t\r]+\w"),
];

impl Form {
    /// Returns whether a text holds the keyword, if only as a part of a word.
    fn is_in(&self, text: &str) -> bool {
        contains_ignoring_case(text, self.keyword)
    }

    /// Returns where the keyword is in a text, and the end of the text that must follow it, if that follows.
    fn occurrences<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, Option<usize>)> + use<'t> {
        let regex: &'static Regex = self.pattern.regex();
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = regex.find_at(text, from)?;
            from = found.start() + self.keyword.len();
            Some((found.start(), (found.len() > self.keyword.len()).then(|| found.end())))
        })
    }
}

/// Returns where a brace opens within another: the place of the outer and the end of the inner.
fn nested_braces(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut outer = None;
    memchr::memchr2_iter(b'{', b'}', text.as_bytes()).filter_map(move |at| {
        let opens = text.as_bytes()[at] == b'{';
        let pair = outer.filter(|_| opens).map(|outer| (outer, at + 1));
        outer = opens.then_some(at);
        pair
    })
}

/// Returns whether a template's text is GraphQL: any keyword will do.
fn is_graphql_template(template: Node<'_>) -> bool {
    if !may_be_graphql(template) {
        return false;
    }
    let text = &*static_text(template);
    KEYWORDS.is_in(text)
        && FORMS.iter().any(|form| form.is_in(text) && form.occurrences(text).any(|(_, end)| end.is_some()))
        || nested_braces(text).next().is_some()
}

/// Returns whether the parts of a template hold what all GraphQL holds: two braces, or a keyword, which may be in two
/// parts.
fn may_be_graphql(template: Node<'_>) -> bool {
    let parts = || template.quasis().iter().filter_map(text_of);
    let is_letter = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let mut ends_in_letter = false;
    parts().any(|part| {
        let bytes = part.as_bytes();
        let may_go_on = ends_in_letter && is_letter(bytes.first());
        ends_in_letter = is_letter(bytes.last());
        may_go_on || !part.is_ascii() || KEYWORDS.is_in(part)
    }) || parts().flat_map(|part| memchr::memchr_iter(b'{', part.as_bytes())).nth(1).is_some()
}

/// Returns whether a string is GraphQL: of each keyword the first decides.
fn is_graphql_string(text: &str) -> bool {
    KEYWORDS.is_in(text)
        && FORMS
            .iter()
            .any(|form| form.is_in(text) && form.occurrences(text).next().is_some_and(|(_, end)| end.is_some()))
        || nested_braces(text).next().is_some()
}

/// The offsets of GraphQL in the source, for concatenations: each contains the text of those within it.
#[derive(Default)]
struct SourceIndex {
    /// The beginning of the keyword and, where it is complete, of the form, by form.
    forms: [Vec<(u32, Option<u32>)>; FORMS.len()],
    nested_braces: Vec<(u32, u32)>,
}

impl SourceIndex {
    fn new(source: &str) -> Self {
        Self {
            forms: std::array::from_fn(|form| {
                let occurrences = FORMS[form].occurrences(source);
                occurrences.map(|(start, end)| (start as u32, end.map(|end| end as u32))).collect()
            }),
            nested_braces: nested_braces(source).map(|(start, end)| (start as u32, end as u32)).collect(),
        }
    }

    /// Returns [`is_graphql_string`] of a node's text.
    fn is_graphql(&self, node: Node<'_>) -> bool {
        let span = node.span();
        let pairs = &self.nested_braces;
        let pair = pairs.get(pairs.partition_point(|&(start, _)| start < span.start));
        pair.is_some_and(|&(_, end)| end <= span.end)
            || self.forms.iter().any(|occurrences| {
                let first = occurrences.get(occurrences.partition_point(|&(start, _)| start < span.start));
                first.is_some_and(|&(_, end)| end.is_some_and(|end| end <= span.end))
            })
    }
}

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    /// The memo of whether the nearest call takes templates that are not GraphQL.
    safe_caller: Around<bool>,
    validated: Around,
    source: Option<SourceIndex>,
}

impl Rule for NoGraphqlInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-graphql-injection",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 8.6,
        on: &[AstType::TemplateLiteral, AstType::StringLiteral, AstType::BinaryExpression, AstType::CallExpression],
        filters: Filters { calls: EXECUTING, string_bytes: b"_{", ..Filters::NONE },
        messages: &[
            "graphqlInjection",
            "introspectionQuery",
            "complexQueryDos",
            "unsafeVariableInterpolation",
            "missingInputValidation",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        if options.max_query_depth < 1.0 {
            return Err("`maxQueryDepth` must be 1 or more".into());
        }
        Ok(Self { libraries: Needles::of_ignoring_case(&options.trusted_graphql_libraries), options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::TemplateLiteral => self.check_template(node, ctx),
            Kind::Literal => self.check_string(node, ctx),
            Kind::BinaryExpression => self.check_concatenation(node, ctx),
            _ => self.check_call(node, ctx),
        }
    }
}

impl NoGraphqlInjection {
    fn check_template<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !is_graphql_template(template) || self.is_in_safe_caller(template, ctx) {
            return;
        }
        if !self.options.allow_introspection
            && template.quasis().iter().filter_map(text_of).any(|text| INTROSPECTION.is_in(text))
        {
            self.report_introspection(template, ctx);
            return;
        }
        if let Some(expression) = template.expressions().iter().find(|&expression| !self.is_trusted(expression, ctx)) {
            let what = format_args!("{} is inserted into the text of a GraphQL document", snippet(expression));
            let fix = "Declare a variable in the operation ($id: ID!) and pass the value in the request's variables";
            ctx.report(template, "unsafeVariableInterpolation", Level::High, what, fix);
        }
        let braces = template.quasis().iter().filter_map(text_of).flat_map(str::bytes);
        self.check_depth(template, braces, ctx);
    }

    fn check_string<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(text) = literal.string() else { return };
        let introspects = !self.options.allow_introspection && INTROSPECTION.is_in(text);
        if !introspects && !self.is_too_deep(depth(text.bytes())) || !is_graphql_string(&folded(text)) {
            return;
        }
        if introspects && !self.report_introspection(literal, ctx) {
            return;
        }
        self.check_depth(literal, text.bytes(), ctx);
    }

    fn check_concatenation<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.operator() != Some("+") {
            return;
        }
        let is_graphql = if node.span().size() <= MAX_DIRECT_SEARCH_BYTES {
            is_graphql_string(node.text())
        } else {
            let source = ctx.source();
            ctx.state.source.get_or_insert_with(|| SourceIndex::new(source)).is_graphql(node)
        };
        if is_graphql && !self.options.safety.is_safe(node, &mut ctx.state.safety) {
            let what = format_args!("a GraphQL document is put together with +: {}", snippet(node));
            let fix = "Write the document as one constant and pass the values in the request's variables";
            ctx.report(node, "graphqlInjection", Level::High, what, fix);
        }
    }

    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee().filter(|callee| callee.is(Kind::MemberExpression)) else { return };
        if !callee.property_identifier().is_some_and(|method| EXECUTING.contains(&method))
            || !callee.object().and_then(Node::identifier).is_some_and(|object| self.libraries.is_in(object))
        {
            return;
        }
        for argument in call.arguments().iter().filter(|argument| argument.is(Kind::Identifier)) {
            if !self.is_trusted(argument, ctx) {
                let what = format_args!("{} goes to {} without validation", snippet(argument), snippet(callee));
                let fix = format_args!("Check {} against what the operation allows before the call", snippet(argument));
                ctx.report(argument, "missingInputValidation", Level::Medium, what, fix);
            }
        }
    }

    /// Reports a document that asks for the schema, unless it is vouched for.
    fn report_introspection<'a>(&self, document: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        let safe = self.options.safety.is_safe(document, &mut ctx.state.safety);
        if !safe {
            let what = format_args!("a query asks for the whole schema: {}", snippet(document));
            let fix = "Leave introspection out of the application, and switch it off on the server in production";
            ctx.report(document, "introspectionQuery", Level::High, what, fix);
        }
        !safe
    }

    fn check_depth<'a>(&self, document: Node<'a>, text: impl Iterator<Item = u8>, ctx: &mut Context<'a, '_, State>) {
        let depth = depth(text);
        if self.is_too_deep(depth) {
            let what = format_args!("{} nests {depth} deep", snippet(document));
            let fix = format_args!("Ask for less at once: at most {} levels", self.options.max_query_depth);
            ctx.report(document, "complexQueryDos", Level::Medium, what, fix);
        }
    }

    fn is_too_deep(&self, depth: i32) -> bool {
        f64::from(depth) > self.options.max_query_depth
    }

    fn is_trusted<'a>(&self, value: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        ctx.state.validated.any(value, |node| calls_one_of(node, &self.options.validation_functions))
            || self.options.safety.is_safe(value, &mut ctx.state.safety)
    }

    /// Returns whether the nearest call within the same function takes templates that are no GraphQL.
    fn is_in_safe_caller<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        let nearest = ctx.state.safe_caller.nearest(template, |node| match node.kind() {
            Kind::CallExpression => Some(node.callee().is_some_and(|callee| self.is_safe_callee(callee))),
            Kind::NewExpression => Some(node.callee_name().is_some_and(|class| {
                SAFE_CLASSES.contains(&class)
                    || self.options.safe_template_literal_callers.iter().any(|caller| caller == class)
            })),
            _ => node.is_function().then_some(false),
        });
        nearest == Some(true)
    }

    fn is_safe_callee(&self, callee: Node<'_>) -> bool {
        // A bare name can only be one of the methods if it had a dot in it.
        let (Some(object), Some(method)) = (callee.object().and_then(Node::identifier), callee.property_identifier())
        else {
            return false;
        };
        let is = |caller: &str| {
            caller.strip_prefix(object).and_then(|rest| rest.strip_prefix('.')).is_some_and(|rest| rest == method)
        };
        SAFE_METHODS.iter().any(|caller| is(caller))
            || self.options.safe_template_literal_callers.iter().any(|caller| is(caller))
    }
}

/// Returns a template's own text in lower case, without the insertions.
fn static_text(template: Node<'_>) -> Cow<'_, str> {
    let quasis = template.quasis();
    match quasis.first().and_then(text_of) {
        Some(text) if quasis.len() == 1 => folded(text),
        _ => {
            let mut text = String::with_capacity(template.text().len());
            text.extend(quasis.iter().filter_map(text_of));
            Cow::Owned(if text.is_ascii() { text } else { to_lower_case(&text).into_owned() })
        }
    }
}

/// Returns a text in lower case, as far as a search that ignores the case of ASCII letters can tell.
fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { to_lower_case(text) }
}

fn text_of(quasi: Node<'_>) -> Option<&str> {
    quasi.cooked().or_else(|| quasi.raw())
}

/// Returns how deep braces nest in a text.
fn depth(text: impl Iterator<Item = u8>) -> i32 {
    let mut open = 0;
    let mut deepest = 0;
    for byte in text {
        match byte {
            b'{' => {
                open += 1;
                deepest = deepest.max(open);
            }
            b'}' => open -= 1,
            _ => {}
        }
    }
    deepest
}
