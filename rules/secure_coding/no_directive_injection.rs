use documented::Documented;
use oxc_ast::AstKind;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds input that becomes markup, a template, a directive or the name of a component.
///
/// ## Why
///
/// A template language runs what it compiles. Input that is compiled, set as `innerHTML` or bound as a
/// directive is code of whoever sent it, in the page or on the server.
///
/// ## What is found
///
/// Looked at are `dangerouslySetInnerHTML`, attributes in the namespaces `v` and `ng`, the attribute
/// `is`, assignments to `innerHTML`, templates inside these, the first argument of `compile`,
/// `template`, `$compile`, `$interpolate` and of `render` of ejs, pug and mustache, and the names given
/// to `directive` and `Vue.directive`. Input is a name that begins with `user` or holds one of
/// `userInputVariables`.
///
/// ## Example
///
/// ```js
/// const page = Handlebars.compile(userTemplate)(data);                          // found
/// const page = Handlebars.compile(readFileSync('page.hbs', 'utf8'))(data);      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoDirectiveInjection {
    input: Needles,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The names of input.
    user_input_variables: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
    /// Accepted for ESLint's sake; nothing reads it.
    trusted_directives: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    frameworks: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    allow_dynamic_in_components: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            user_input_variables: ["req", "request", "body", "query", "params", "input", "data", "userInput"]
                .map(String::from)
                .to_vec(),
            safety: SafetyChecker::default(),
            trusted_directives: Vec::new(),
            frameworks: Vec::new(),
            allow_dynamic_in_components: false,
        }
    }
}

/// Methods that compile a template, whatever they are called on.
const COMPILING: &[&str] = &["$compile", "$interpolate", "compile", "template"];
/// Libraries whose `render` compiles a template.
const RENDERING: &[&str] = &["ejs", "mustache", "pug"];

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    markup: Around,
}

impl Rule for NoDirectiveInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-directive-injection",
        cwe: 96,
        owasp: "A03:2021 Injection",
        cvss: 8.8,
        on: &[AstType::JSXAttribute, AstType::AssignmentExpression, AstType::CallExpression, AstType::TemplateLiteral],
        filters: Filters {
            calls: &["$compile", "$interpolate", "compile", "directive", "render", "template"],
            ..Filters::NONE
        },
        messages: &[
            "directiveInjection",
            "unsafeDirectiveName",
            "dynamicDirectiveCreation",
            "templateInjection",
            "unsafeComponentBinding",
            "userControlledTemplate",
            "dangerousInnerHTML",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { input: Needles::of(&options.user_input_variables), safety: options.safety })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::JSXAttribute => self.check_attribute(node, ctx),
            Kind::AssignmentExpression => self.check_assignment(node, ctx),
            Kind::CallExpression => self.check_call(node, ctx),
            _ => self.check_template(node, ctx),
        }
    }
}

impl NoDirectiveInjection {
    fn check_attribute<'a>(&self, attribute: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(name) = attribute.jsx_name() else { return };
        let Some(value) = attribute.value().filter(|value| value.is(Kind::JSXExpressionContainer)) else { return };
        let Some(expression) = value.expression() else { return };
        let (message_id, level, what, fix) = match name.name() {
            Some(DANGEROUS_HTML) if ctx.contains(expression, &self.input) => (
                "dangerousInnerHTML",
                Level::Critical,
                format!("{} becomes markup as it is", snippet(expression)),
                "Render it as text, or pass it through DOMPurify.sanitize first",
            ),
            Some("is") if self.is_input_variable(expression) => (
                "unsafeComponentBinding",
                Level::High,
                format!("{} chooses which component is rendered", snippet(expression)),
                "Look the component up in an object of those that are allowed",
            ),
            None if is_directive_name(name) && self.is_input_variable(expression) => (
                "directiveInjection",
                Level::High,
                format!("{} is bound as the directive {}", snippet(expression), snippet(name)),
                "Bind a constant, or check the value against a list of those that are allowed",
            ),
            _ => return,
        };
        if !self.safety.is_safe(attribute, &mut ctx.state.safety) {
            ctx.report(value, message_id, level, what, fix);
        }
    }

    fn check_assignment<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !sets_inner_html(assignment) {
            return;
        }
        let Some(value) = assignment.right() else { return };
        if ctx.contains(value, &self.input) && !self.safety.is_safe(assignment, &mut ctx.state.safety) {
            let what = format_args!("{} becomes markup as it is", snippet(value));
            let fix = "Assign to textContent, or pass the value through DOMPurify.sanitize first";
            ctx.report(value, "dangerousInnerHTML", Level::Critical, what, fix);
        }
    }

    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee() else { return };
        let Some((message_id, arguments)) = compiles_or_creates(callee) else { return };
        let Some(input) = call.argument_at(0).filter(|&argument| self.is_input_variable(argument)) else { return };
        if call.arguments().len() < arguments || self.safety.is_safe(call, &mut ctx.state.safety) {
            return;
        }
        let (what, fix) = if message_id == "userControlledTemplate" {
            (
                format!("{} compiles {} as a template", snippet(callee), snippet(input)),
                format!("Compile a template of your own and give {} to it as data", snippet(input)),
            )
        } else {
            (
                format!("{} names the directive that {} creates", snippet(input), snippet(callee)),
                "Name the directive by a constant".to_string(),
            )
        };
        ctx.report(input, message_id, Level::High, what, fix);
    }

    fn check_template<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let mut expressions = template.expressions().iter();
        let Some(input) = expressions.find(|&expression| self.is_input(expression)) else { return };
        if ctx.state.markup.any(template, becomes_markup) && !self.safety.is_safe(template, &mut ctx.state.safety) {
            let what = format_args!("{} is inserted into markup as it is", snippet(input));
            let fix = "Set it as text, or escape it before it goes into the template";
            ctx.report(template, "templateInjection", Level::High, what, fix);
        }
    }

    /// Returns whether a node is a variable named after input.
    fn is_input_variable(&self, node: Node<'_>) -> bool {
        node.identifier().is_some_and(|name| self.input.is_in(name) || name.starts_with("user"))
    }

    /// Returns whether a node is a variable named after input, or a member of one.
    fn is_input(&self, node: Node<'_>) -> bool {
        self.is_input_variable(node)
            || node.is(Kind::MemberExpression) && node.object().is_some_and(|object| self.is_input_variable(object))
    }
}

const DANGEROUS_HTML: &str = "dangerouslySetInnerHTML";

/// Returns whether an attribute's name is a directive: `v:if`, `ng:repeat`.
fn is_directive_name(name: Node<'_>) -> bool {
    matches!(name.ast(), AstKind::JSXNamespacedName(it) if matches!(it.namespace.name.as_str(), "v" | "ng"))
}

fn sets_inner_html(assignment: Node<'_>) -> bool {
    assignment
        .left()
        .is_some_and(|left| left.is(Kind::MemberExpression) && left.property_identifier() == Some("innerHTML"))
}

/// Returns whether a node is where markup goes: an assignment to `innerHTML` or a `dangerouslySetInnerHTML={…}`.
fn becomes_markup(node: Node<'_>) -> bool {
    match node.kind() {
        Kind::AssignmentExpression => sets_inner_html(node),
        Kind::JSXExpressionContainer => node.parent().is_some_and(|parent| {
            parent.is(Kind::JSXAttribute) && parent.jsx_name().and_then(Node::name) == Some(DANGEROUS_HTML)
        }),
        _ => false,
    }
}

/// Returns what calling this function or method with input is, and how many arguments it takes to be that.
fn compiles_or_creates(callee: Node<'_>) -> Option<(&'static str, usize)> {
    if callee.is_identifier("directive") {
        return Some(("dynamicDirectiveCreation", 2));
    }
    let object = callee.object().and_then(Node::identifier);
    match callee.property_identifier()? {
        method if COMPILING.contains(&method) => Some(("userControlledTemplate", 1)),
        "render" if object.is_some_and(|object| RENDERING.contains(&object)) => Some(("userControlledTemplate", 1)),
        "directive" if object == Some("Vue") => Some(("unsafeDirectiveName", 2)),
        _ => None,
    }
}
