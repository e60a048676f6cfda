use std::collections::HashSet;

use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_one_of, reads_request};
use crate::{
    engine::{
        Context, Filters, Level, Matches, Meta, Needles, Parameters, Pattern, Rule, SafetyChecker, SafetyMemo, snippet,
    },
    estree::{Around, AstType, Followed, Kind, Node},
};

/// Finds XPath expressions that are put together from input, and expressions that reach far.
///
/// ## Why
///
/// Who controls a part of an XPath expression can close the string it stands in and select any node of
/// the document: logins succeed without a password, and whole documents leak.
///
/// ## What is found
///
/// Looked at are the first argument of XPath functions, template literals that look like XPath (`//name`,
/// `[@attribute`, `[contains(` and the like; addresses and selectors are left alone), concatenations with a `/` or `[`
/// on either side, and variables named after a query or path. Input is `req.…`, a parameter of the function, or a name
/// such as `query`, `user`, `search`. A comment `/* @xpath-safe */` before the statement vouches for it.
///
/// ## Example
///
/// ```js
/// xpath.select(`//user[@name='${req.body.name}']`, doc);                          // found
/// xpath.parse('//user[@name=$name]').select({ node: doc, variables: { name } });  // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoXpathInjection {
    options: Options,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions that are looked at.
    xpath_functions: Vec<String>,
    /// Functions that make safe what is passed through them, by building the expression.
    safe_xpath_constructors: Vec<String>,
    /// Functions that make safe what is passed through them, by checking it.
    xpath_validation_functions: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            xpath_functions: ["evaluate", "selectSingleNode", "selectNodes", "xpath", "select"]
                .map(String::from)
                .to_vec(),
            safe_xpath_constructors: ["buildXPath", "createXPath", "safeXPath", "xpathBuilder"]
                .map(String::from)
                .to_vec(),
            xpath_validation_functions: ["validateXPath", "escapeXPath", "sanitizeXPath", "cleanXPath"]
                .map(String::from)
                .to_vec(),
            safety: SafetyChecker::default(),
        }
    }
}

/// The words that an expression holds that goes beyond one path: a step up, every child, every descendant, every text.
static FAR_REACHING: Needles = Needles::new(&["..", "/*", "//", "comment()", "processing-instruction()", "text()"]);
/// A wildcard in a predicate, from the last bracket before it.
static WILDCARD: Pattern = Pattern::new(r"\[[^\[\n\r\u2028\u2029]*?\*\]").holding(&["*]"]);

static URLS: Needles = Needles::new(&["http://", "https://"]);
static ROOTED_PATH: Pattern =
    Pattern::new(r#"^[`'"]\s*/(?:api|home|usr|tmp)/"#).holding(&["/api/", "/home/", "/usr/", "/tmp/"]);
static SELECTORS: Needles = Needles::new(&["[class=", "[id="]);
static DATA_SELECTOR: Pattern = Pattern::new(r"\[data-[\w-]").holding(&["[data-"]);
/// From the last question mark before an equals sign.
static QUERY_STRING: Pattern = Pattern::new(r"\?[^?=\n\r\u2028\u2029]*=").holding(&["?"]);
static ATTRIBUTE_TEST: Needles = Needles::new(&["[@"]);

static XPATH: Needles = Needles::new(&["/child::", "/descendant::", "[contains(", "[text()"]);
static SLASHES: Needles = Needles::new(&["//"]);
static DESCENDANT: Pattern = Pattern::new(r"//\w");
static ATTRIBUTE: Pattern = Pattern::new(r"\[@\w");

static STEPS: Needles = Needles::new(&["/", "["]);

/// The words that the name of a variable holds that is set to an expression. Every path is among them: `xpath` too.
static EXPRESSION_NAMES: Needles = Needles::ignoring_case(&["path", "query"]);

/// The words that the name of a variable holds when its value comes from outside.
static INPUT_NAMES: Needles = Needles::ignoring_case(&["input", "params", "query", "req", "search", "user"]);

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    validated: Around,
    constructed: Around,
    vouched: Around,
    function: Around<NodeId>,
    parameters: Parameters,
    /// The declarations that have been read, and the variables that they give the result of a validation.
    followed: Followed,
    validated_variables: HashSet<String>,
    looks: Looks,
}

/// The offsets at which the text looks like XPath, or like something else.
#[derive(Default)]
struct Looks {
    wildcard: Matches,
    data_selector: Matches,
    query_string: Matches,
    descendant: Matches,
    attribute: Matches,
}

impl Rule for NoXpathInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-xpath-injection",
        cwe: 643,
        owasp: "A03:2021 Injection",
        cvss: 8.2,
        on: &[
            AstType::CallExpression,
            AstType::TemplateLiteral,
            AstType::BinaryExpression,
            AstType::VariableDeclarator,
        ],
        filters: Filters {
            inits: &[
                AstType::StringLiteral,
                AstType::IdentifierReference,
                AstType::ComputedMemberExpression,
                AstType::StaticMemberExpression,
                AstType::PrivateFieldExpression,
            ],
            calls: &["evaluate", "select", "selectNodes", "selectSingleNode", "xpath"],
            ..Filters::NONE
        },
        messages: &["xpathInjection", "unsafeXpathConcatenation", "unvalidatedXpathInput", "dangerousXpathExpression"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::CallExpression => self.check_call(node, ctx),
            Kind::TemplateLiteral => self.check_template(node, ctx),
            Kind::BinaryExpression => self.check_concatenation(node, ctx),
            _ => self.check_declarator(node, ctx),
        }
    }
}

impl NoXpathInjection {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let called = call.callee_method().or_else(|| call.callee_name());
        if !called.is_some_and(|name| self.options.xpath_functions.iter().any(|function| function == name)) {
            return;
        }
        let Some(xpath) = call.argument_at(0) else { return };
        if let Some(text) = xpath.string() {
            if reaches_far(text)
                && !self.options.safety.has_annotation(xpath, &mut ctx.state.safety)
                && !is_vouched_statement(call, ctx)
            {
                report_far_reaching(xpath, ctx);
            }
        } else if xpath.is(Kind::Identifier)
            && self.is_unvalidated_input(xpath, ctx)
            && !self.options.safety.has_annotation(xpath, &mut ctx.state.safety)
            && !self.options.safety.is_safe(xpath, &mut ctx.state.safety)
            && !is_vouched_statement(call, ctx)
        {
            let what = format_args!("{} is evaluated as XPath without validation", snippet(xpath));
            let fix =
                format_args!("Write the expression as a constant and bind {} to a variable in it", snippet(xpath));
            ctx.report(xpath, "unvalidatedXpathInput", Level::Medium, what, fix);
        }
    }

    fn check_template<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !looks_like_xpath(template, ctx) || is_something_else(template, ctx) {
            return;
        }
        let mut expressions = template.expressions().iter();
        if let Some(input) = expressions.find(|&expression| self.is_unvalidated_input(expression, ctx)) {
            if is_vouched_statement(template, ctx) {
                return;
            }
            let what = format_args!("{} is inserted into an XPath expression", snippet(input));
            let fix = format_args!("Bind {} to a variable in the expression ([@name=$name])", snippet(input));
            ctx.report(template, "unsafeXpathConcatenation", Level::High, what, fix);
        }
        let far = ctx.contains(template, &FAR_REACHING) || ctx.state.looks.wildcard.any_within(template, &WILDCARD);
        if far && !is_vouched_statement(template, ctx) {
            report_far_reaching(template, ctx);
        }
    }

    fn check_concatenation<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.operator() != Some("+") {
            return;
        }
        let sides = [node.left(), node.right()].into_iter().flatten();
        if !sides.clone().any(|side| ctx.contains(side, &STEPS)) {
            return;
        }
        if let Some(input) = sides.into_iter().find(|&side| self.is_unvalidated_input(side, ctx))
            && !self.options.safety.is_safe(node, &mut ctx.state.safety)
            && !is_vouched_statement(node, ctx)
        {
            let what = format_args!("{} is added to the text of an XPath expression", snippet(input));
            let fix = format_args!("Bind {} to a variable in the expression ([@name=$name])", snippet(input));
            ctx.report(node, "xpathInjection", Level::High, what, fix);
        }
    }

    fn check_declarator<'a>(&self, declarator: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(init) = declarator.init() else { return };
        let Some(name) = declarator.declared().and_then(Node::identifier) else { return };
        if !EXPRESSION_NAMES.is_in(name) {
            return;
        }
        if let Some(text) = init.string() {
            if reaches_far(text)
                && !self.options.safety.is_safe(init, &mut ctx.state.safety)
                && !is_vouched_statement(declarator, ctx)
            {
                report_far_reaching(init, ctx);
            }
        } else if is_input(init, ctx)
            && !ctx.state.constructed.any(init, |node| calls_one_of(node, &self.options.safe_xpath_constructors))
            && !self.options.safety.is_safe(init, &mut ctx.state.safety)
        {
            let what = format_args!("{name} takes {} from outside as an XPath expression", snippet(init));
            let fix = "Write the expression as a constant and bind the value to a variable in it";
            ctx.report(init, "xpathInjection", Level::Medium, what, fix);
        }
    }

    fn is_unvalidated_input<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        is_input(node, ctx)
            && !node.identifier().is_some_and(|name| self.is_validated(name, ctx))
            && !ctx.state.validated.any(node, |node| calls_one_of(node, &self.options.xpath_validation_functions))
    }

    /// Returns whether a variable was given the result of a validation, in the text before the node at hand.
    fn is_validated<'a>(&self, name: &str, ctx: &mut Context<'a, '_, State>) -> bool {
        let declarators = ctx.state.followed.until([Kind::VariableDeclarator], ctx.current());
        ctx.state.validated_variables.extend(declarators.filter_map(|declarator| {
            let init = declarator.init()?;
            let validates = calls_one_of(init, &self.options.xpath_validation_functions)
                || calls_one_of(init, &self.options.safety.sanitizers);
            declarator.declared()?.identifier().filter(|_| validates).map(String::from)
        }));
        ctx.state.validated_variables.contains(name)
    }
}

fn report_far_reaching<'a>(xpath: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let what = format_args!("{} selects more than one place of the document", snippet(xpath));
    let fix = "Name the path from the root step by step, without //, .., * and text()";
    ctx.report(xpath, "dangerousXpathExpression", Level::Medium, what, fix);
}

/// Returns whether an expression selects beyond one path.
fn reaches_far(xpath: &str) -> bool {
    FAR_REACHING.is_in(xpath) || WILDCARD.is_match(xpath)
}

fn looks_like_xpath<'a>(template: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    ctx.contains(template, &STEPS)
        && (ctx.contains(template, &SLASHES) && ctx.state.looks.descendant.any_within(template, &DESCENDANT)
            || ctx.contains(template, &ATTRIBUTE_TEST) && ctx.state.looks.attribute.any_within(template, &ATTRIBUTE)
            || ctx.contains(template, &XPATH))
}

/// Returns whether a template is an address, the path of a file, a selector or a query string.
fn is_something_else<'a>(template: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    ctx.contains(template, &URLS)
        || ROOTED_PATH.is_match(template.text())
        || ctx.contains(template, &SELECTORS)
        || ctx.state.looks.data_selector.any_within(template, &DATA_SELECTOR)
        || ctx.state.looks.query_string.any_within(template, &QUERY_STRING) && !ctx.contains(template, &ATTRIBUTE_TEST)
}

/// Returns whether a node is `req.…`, a variable named after input, or a parameter.
fn is_input<'a>(node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    match node.kind() {
        Kind::MemberExpression => reads_request(node),
        Kind::Identifier => node.name().is_some_and(|name| INPUT_NAMES.is_in(name) || is_parameter(node, name, ctx)),
        _ => false,
    }
}

/// Returns whether the innermost function has a parameter of this name.
fn is_parameter<'a>(node: Node<'a>, name: &str, ctx: &mut Context<'a, '_, State>) -> bool {
    let Some(function) = ctx.state.function.nearest(node, |node| node.is_function().then(|| node.id())) else {
        return false;
    };
    let function = ctx.node_of(function);
    ctx.state.parameters.contain(function, name)
}

/// Returns whether a comment vouches for a statement around a node.
fn is_vouched_statement<'a>(node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    let tree = ctx.tree();
    ctx.state.vouched.any(node, |node| {
        node.is_any(&[Kind::VariableDeclaration, Kind::ExpressionStatement, Kind::FunctionDeclaration])
            && tree
                .comments_before(node)
                .iter()
                .any(|comment| comment.is_block() && tree.comment_text(comment).contains("@xpath-safe"))
    })
}
