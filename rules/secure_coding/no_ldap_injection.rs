use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds LDAP filters that are put together from input.
///
/// ## Why
///
/// A parenthesis or an asterisk in a value changes what a filter matches: a login finds any user, and a
/// search gives out the whole directory.
///
/// ## What is found
///
/// Looked at are the second argument of LDAP methods, and what variables are initialised with that are
/// named after a filter, query, search or name, or whose value has parentheses. Input is a template with
/// anything inserted (in a call), `req.…`, `query.…`, `params.…`, `body.…`, and names such as
/// `username`, `id`, `password`. Filters that end in `*)` or hold `*|*`, `*&*` or `*!` match too much.
///
/// ## Example
///
/// ```js
/// client.search(base, `(uid=${req.body.uid})`, done);                              // found
/// client.search(base, new EqualityFilter({ attribute: 'uid', value: uid }), done); // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoLdapInjection {
    options: Options,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions that are looked at.
    ldap_functions: Vec<String>,
    /// Functions that make safe what is passed through them, by escaping it.
    ldap_escape_functions: Vec<String>,
    /// Functions that make safe what is passed through them, by checking it.
    ldap_validation_functions: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            ldap_functions: ["search", "bind", "modify", "add", "delete", "compare", "searchAsync"]
                .map(String::from)
                .to_vec(),
            ldap_escape_functions: ["escape.filterValue", "escape.dnValue", "filterEscape", "dnEscape"]
                .map(String::from)
                .to_vec(),
            ldap_validation_functions: ["validateLdapInput", "sanitizeLdapFilter", "cleanLdapValue", "checkLdapFilter"]
                .map(String::from)
                .to_vec(),
            safety: SafetyChecker::default(),
        }
    }
}

/// The words that the name of a variable holds when its value is a filter or a distinguished name.
static LDAP_NAMES: Needles = Needles::ignoring_case(&["bind", "dn", "filter", "ldap", "query", "search"]);

static OPENING: Needles = Needles::new(&["("]);
static CLOSING: Needles = Needles::new(&[")"]);

/// The ends of a filter that matches everything, or whose last condition is missing.
const DANGEROUS_ENDS: &[&str] = &["*)", "|)", "&)", "!)"];
static DANGEROUS: Needles = Needles::new(&["*!", "*&*", "*|*"]);

/// The words that a member expression holds when it reads input.
static INPUT_OBJECTS: Needles = Needles::ignoring_case(&["body.", "params.", "query.", "req.", "request."]);
/// The words that the name of a variable holds when its value comes from outside.
static INPUT_NAMES: Needles = Needles::ignoring_case(&["input", "user"]);
/// Names of variables whose values often come from outside.
const INPUT_VARIABLES: &[&str] = &["dn", "id", "name", "param", "password", "query", "search", "term"];

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    escaped: Around,
}

impl Rule for NoLdapInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-ldap-injection",
        cwe: 90,
        owasp: "A03:2021 Injection",
        cvss: 8.2,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            inits: &[
                AstType::BinaryExpression,
                AstType::StringLiteral,
                AstType::TemplateLiteral,
                AstType::IdentifierReference,
                AstType::ComputedMemberExpression,
                AstType::StaticMemberExpression,
                AstType::PrivateFieldExpression,
            ],
            calls: &["add", "bind", "compare", "delete", "modify", "search", "searchAsync"],
            ..Filters::NONE
        },
        messages: &[
            "ldapInjection",
            "unsafeLdapFilter",
            "unescapedLdapInput",
            "dangerousLdapOperation",
            "validateLdapInput",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.is(Kind::CallExpression) {
            self.check_call(node, ctx);
        } else {
            self.check_declarator(node, ctx);
        }
    }
}

impl NoLdapInjection {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(method) = call.callee_method() else { return };
        if !self.options.ldap_functions.iter().any(|function| function == method) {
            return;
        }
        let Some(filter) = call.argument_at(1) else { return };
        let inserts = filter.is(Kind::TemplateLiteral) && !filter.expressions().is_empty();
        if (inserts || is_input(filter, ctx)) && !self.options.safety.is_safe(filter, &mut ctx.state.safety) {
            let what = format_args!("{} goes into the filter of {method} without escaping", snippet(filter));
            let fix = "Build the filter from objects (new EqualityFilter({ attribute, value })) or escape the value";
            ctx.report(filter, "unescapedLdapInput", Level::High, what, fix);
        }
    }

    fn check_declarator<'a>(&self, declarator: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(init) = declarator.init() else { return };
        let Some(name) = declarator.declared().and_then(Node::identifier) else { return };
        let kind = init.kind();
        let may_be_filter = match kind {
            Kind::BinaryExpression => init.operator() == Some("+"),
            Kind::Literal => init.string().is_some_and(is_dangerous),
            _ => matches!(kind, Kind::TemplateLiteral | Kind::MemberExpression | Kind::Identifier),
        };
        if !may_be_filter || !LDAP_NAMES.is_in(name) && !has_parentheses(init, ctx) {
            return;
        }
        match kind {
            Kind::TemplateLiteral => self.check_template(name, init, ctx),
            Kind::BinaryExpression => self.check_concatenation(name, init, ctx),
            Kind::Literal => self.report_dangerous(init, ctx),
            Kind::MemberExpression | Kind::Identifier if self.is_unescaped_input(init, ctx) => {
                self.report_injection(name, init, init, ctx);
            }
            _ => {}
        }
    }

    fn check_template<'a>(&self, name: &str, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let mut expressions = template.expressions().iter();
        if let Some(input) = expressions.find(|&expression| self.is_unescaped_input(expression, ctx)) {
            if self.options.safety.is_safe(template, &mut ctx.state.safety) {
                return;
            }
            let what = format_args!("{} is inserted into the LDAP filter {name} without escaping", snippet(input));
            ctx.report(template, "unsafeLdapFilter", Level::High, what, escape_it(input));
        }
        // The text of a template ends in its back-tick, never as a filter ends.
        if ctx.contains(template, &DANGEROUS) {
            self.report_dangerous(template, ctx);
        }
    }

    fn check_concatenation<'a>(&self, name: &str, sum: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if has_parentheses(sum, ctx)
            && let Some(input) = sum.summands().find(|&summand| self.is_unescaped_input(summand, ctx))
        {
            self.report_injection(name, sum, input, ctx);
        }
    }

    fn report_injection<'a>(&self, name: &str, value: Node<'a>, input: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.options.safety.is_safe(value, &mut ctx.state.safety) {
            let what = format_args!("{name} takes {} from outside without escaping", snippet(input));
            ctx.report(value, "ldapInjection", Level::High, what, escape_it(input));
        }
    }

    fn report_dangerous<'a>(&self, filter: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.options.safety.is_safe(filter, &mut ctx.state.safety) {
            let what = format_args!("the LDAP filter {} matches more than it should", snippet(filter));
            let fix = "Compare the attribute with one value, and leave out the wildcard or the empty condition";
            ctx.report(filter, "dangerousLdapOperation", Level::Medium, what, fix);
        }
    }

    fn is_unescaped_input<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        is_input(node, ctx) && !ctx.state.escaped.any(node, |node| self.escapes(node))
    }

    /// Returns whether a node calls something that escapes or validates what it is given.
    fn escapes(&self, node: Node<'_>) -> bool {
        calls_one_of(node, &self.options.ldap_validation_functions)
            || node.is(Kind::CallExpression)
                && node.callee_method().is_some_and(|method| {
                    let functions = &self.options.ldap_escape_functions;
                    functions.iter().any(|function| function.contains(method) || method.contains("escape"))
                })
    }
}

fn escape_it(input: Node<'_>) -> String {
    format!("Pass {} through the LDAP library's escaping for filters before it goes in", snippet(input))
}

fn has_parentheses<'a>(node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    ctx.contains(node, &OPENING) && ctx.contains(node, &CLOSING)
}

fn is_dangerous(filter: &str) -> bool {
    DANGEROUS_ENDS.iter().any(|end| filter.ends_with(end)) || DANGEROUS.is_in(filter)
}

fn is_input<'a>(node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    match node.kind() {
        Kind::MemberExpression => ctx.contains(node, &INPUT_OBJECTS),
        Kind::Identifier => node.name().is_some_and(|name| {
            INPUT_VARIABLES.iter().any(|variable| variable.eq_ignore_ascii_case(name)) || INPUT_NAMES.is_in(name)
        }),
        _ => false,
    }
}
