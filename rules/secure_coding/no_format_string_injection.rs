use std::collections::HashSet;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_one_of, reads_request};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Needles, Rule, snippet},
    estree::{Around, AstType, Followed, Kind, Node},
};

/// Finds format strings that come from input, and input that is formatted without being checked.
///
/// ## Why
///
/// Who controls a format string decides how the arguments after it are read: values move into other
/// places, objects are dumped, log entries are forged.
///
/// ## What is found
///
/// Looked at are `util.format`, `sprintf`, `printf`, `vsprintf` and the methods `log`, `error`, `warn`,
/// `info`, `debug` of `console`; and templates and concatenations that variables are initialised with.
/// Input is `req.…`, a name that holds one of `userInputVariables`, or a variable initialised with
/// either. A comment `/* @safe-format */` directly before the code vouches for it.
///
/// ## Example
///
/// ```js
/// util.format(req.query.format, total);            // found
/// util.format('%s: %d', label, total);             // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoFormatStringInjection {
    specifiers: Needles,
    input: Needles,
    /// A name of input may be a path.
    input_has_dots: bool,
    sanitizers: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The placeholders of a format string.
    format_specifiers: Vec<String>,
    /// The names of input.
    user_input_variables: Vec<String>,
    /// Functions that make safe what is passed through them. Without any options they are `validate`, `sanitize`,
    /// `escape`, `clean`, and each with `Format` after it; an object of options has only those that it names.
    #[serde(default = "Vec::<String>::new")]
    trusted_sanitizers: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    format_functions: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    safe_format_libraries: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    trusted_annotations: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    strict_mode: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format_specifiers: ["%s", "%d", "%i", "%f", "%j", "%o", "%O", "%c", "%%"].map(String::from).to_vec(),
            user_input_variables: ["req", "request", "body", "query", "params", "input", "data", "userInput"]
                .map(String::from)
                .to_vec(),
            trusted_sanitizers: [
                "validateFormat",
                "sanitizeFormat",
                "escapeFormat",
                "cleanFormat",
                "sanitizeFormatString",
                "validate",
                "sanitize",
                "escape",
                "clean",
            ]
            .map(String::from)
            .to_vec(),
            format_functions: Vec::new(),
            safe_format_libraries: Vec::new(),
            trusted_annotations: Vec::new(),
            strict_mode: false,
        }
    }
}

const FORMATTING_FUNCTIONS: &[&str] = &["printf", "sprintf", "vsprintf"];
const CONSOLE_METHODS: &[&str] = &["debug", "error", "info", "log", "warn"];

/// The words that the name of a variable holds when its value comes from a user, besides the names in the options.
static USER_NAMES: Needles = Needles::ignoring_case(&[
    "userdata",
    "userformat",
    "userinput",
    "usermessage",
    "userparam",
    "usertemplate",
    "uservar",
]);

/// The words that the name of a variable holds when it is passed as a format.
static FORMAT_NAMES: Needles = Needles::ignoring_case(&["format", "pattern", "template"]);
/// The words that the name of a variable holds when its value becomes a format.
static FORMAT_VARIABLES: Needles = Needles::ignoring_case(&["fmt", "format", "str", "template"]);

#[derive(Default)]
pub(super) struct State {
    /// The declarations that have been read.
    followed: Followed,
    /// The variables that have been given the result of a sanitizer so far.
    validated: HashSet<String>,
    /// The variables that have been given input so far.
    dangerous: HashSet<String>,
    sanitized: Around,
    declared: Around,
}

impl Rule for NoFormatStringInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-format-string-injection",
        cwe: 134,
        owasp: "A03:2021 Injection",
        cvss: 7.3,
        on: &[AstType::CallExpression, AstType::StringLiteral, AstType::TemplateLiteral, AstType::VariableDeclarator],
        filters: Filters {
            calls: &["debug", "error", "format", "info", "log", "printf", "sprintf", "vsprintf", "warn"],
            inits: &[AstType::BinaryExpression, AstType::TemplateLiteral],
            string_bytes: b"%",
            ..Filters::NONE
        },
        messages: &[
            "formatStringInjection",
            "unsafeFormatSpecifier",
            "userControlledFormatString",
            "missingFormatValidation",
            "escapeFormatString",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            specifiers: Needles::of(&options.format_specifiers),
            input: Needles::of_ignoring_case(&options.user_input_variables),
            input_has_dots: options.user_input_variables.iter().any(|name| name.contains('.')),
            sanitizers: options.trusted_sanitizers,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::CallExpression => self.check_call(node, ctx),
            Kind::Literal => self.check_literal(node, ctx),
            Kind::TemplateLiteral => self.check_template(node, ctx),
            _ => self.check_declarator(node, ctx),
        }
    }
}

impl NoFormatStringInjection {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(formatter) = Formatter::called_by(call) else { return };
        let Some(format) = call.argument_at(0) else { return };
        if format.string().is_some() && !self.has_specifiers(format) {
            return;
        }
        let input = self.input_in(format, ctx);
        if let Some(input) = input
            && formatter != Formatter::Console
        {
            if !self.is_safe(call, ctx) {
                let what = format_args!("{} is used as a format string", snippet(input));
                let fix = format_args!("Write the format as a constant and pass {} behind it", snippet(input));
                ctx.report(format, "userControlledFormatString", Level::High, what, fix);
            }
            return;
        }
        let inserted = match format.kind() {
            Kind::TemplateLiteral => format.expressions().iter().find(|&expression| self.is_input(expression, ctx)),
            Kind::BinaryExpression if format.operator() == Some("+") => input,
            _ => None,
        };
        match inserted {
            Some(input) => {
                if !self.is_safe(call, ctx) {
                    report_injection(format, input, Level::High, ctx);
                }
            }
            None => self.check_arguments(call, format, ctx),
        }
    }

    /// Looks for input among the values that a format with specifiers formats.
    fn check_arguments<'a>(&self, call: Node<'a>, format: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.has_specifiers(format) || self.is_validated(format, ctx) {
            return;
        }
        let mut values = call.arguments().iter().skip(1);
        let Some(value) = values.find(|&value| self.is_input(value, ctx) && !self.is_validated(value, ctx)) else {
            return;
        };
        if self.is_safe(call, ctx) {
            return;
        }
        let (message_id, what) = if format.is(Kind::Literal) {
            ("unsafeFormatSpecifier", format!("{} formats {} from outside", snippet(format), snippet(value)))
        } else {
            (
                "missingFormatValidation",
                format!("{} formats {} and has not been checked", snippet(format), snippet(value)),
            )
        };
        let fix = format_args!("Double each % in {}, or check the value before it is formatted", snippet(value));
        let escaped = call.arguments().iter().skip(1).find(|&value| self.is_input(value, ctx)).unwrap_or(value);
        ctx.report(call, message_id, Level::Medium, what, fix).suggest(
            "escapeFormatString",
            format!("Double each % in {}", snippet(escaped)),
            Edit::insert_after(escaped, r#".replace(/%/g, "%%")"#),
        );
    }

    /// Reports a constant format whose result goes into a variable named after input.
    fn check_literal<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !literal.string().is_some_and(|text| self.specifiers.is_in(text)) {
            return;
        }
        let Some(call) = literal.parent().filter(|&call| is_format_of(literal, call)) else { return };
        let Some(declarator) = call.parent().filter(|parent| parent.init() == Some(call)) else { return };
        let Some(name) = declarator.declared().and_then(Node::identifier) else { return };
        if self.is_input_name(name) && !self.is_safe(literal, ctx) {
            let what = format_args!("{} formats what becomes {name} and has not been checked", snippet(literal));
            let fix = format_args!("Check {name} before it is formatted, or name it after what it holds");
            ctx.report(literal, "missingFormatValidation", Level::Medium, what, fix);
        }
    }

    fn check_template<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if template.expressions().is_empty()
            || !ctx.state.declared.any(template, |node| node.is(Kind::VariableDeclarator))
            || template.parent().is_some_and(|parent| is_format_of(template, parent))
        {
            return;
        }
        let mut expressions = template.expressions().iter();
        if let Some(input) = expressions.find(|&expression| self.is_input(expression, ctx))
            && !self.is_safe(template, ctx)
        {
            report_injection(template, input, Level::High, ctx);
        }
    }

    fn check_declarator<'a>(&self, declarator: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(init) = declarator.init() else { return };
        let is_format = match init.kind() {
            Kind::TemplateLiteral => self.is_format_template(init),
            Kind::BinaryExpression => init.operator() == Some("+") && self.is_format_expression(init),
            _ => false,
        };
        let name = declarator.declared().and_then(Node::identifier);
        if !is_format || !name.is_some_and(|name| FORMAT_VARIABLES.is_in(name)) {
            return;
        }
        let inserted = match init.kind() {
            Kind::TemplateLiteral => init.expressions().iter().find(|&expression| self.is_input(expression, ctx)),
            _ => self.input_in(init, ctx),
        };
        if let Some(input) = inserted
            && !self.is_safe(declarator, ctx)
        {
            report_injection(init, input, Level::Medium, ctx);
        }
    }

    /// Notes what the variables are given that are declared before the node at hand.
    fn follow<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        for declarator in ctx.state.followed.until([Kind::VariableDeclarator], ctx.current()) {
            let Some(init) = declarator.init() else { continue };
            let Some(name) = declarator.declared().and_then(Node::identifier) else { continue };
            if calls_one_of(init, &self.sanitizers) {
                ctx.state.validated.insert(name.to_string());
            }
            let is_dangerous = |node: Node<'_>| match node.identifier() {
                Some(name) => self.is_input_name(name) || ctx.state.dangerous.contains(name),
                None => self.reads_input(node),
            };
            if operands(init).any(is_dangerous) {
                ctx.state.dangerous.insert(name.to_string());
            }
        }
    }

    fn is_input_name(&self, name: &str) -> bool {
        self.input.is_in(name) || name.eq_ignore_ascii_case("user") || USER_NAMES.is_in(name)
    }

    /// Returns whether a member expression reads a request, or its path is named after input.
    fn reads_input(&self, member: Node<'_>) -> bool {
        let is_input = |names: &str| self.input.is_in(names) || USER_NAMES.is_in(names);
        let has_input = || {
            if self.input_has_dots { is_input(&path(member)) } else { names(member).any(is_input) }
        };
        member.is(Kind::MemberExpression) && (reads_request(member) || has_input())
    }

    fn is_input<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        let Some(name) = node.identifier() else { return self.reads_input(node) };
        self.is_input_name(name)
            || ctx.tree().may_be_variable(name) && {
                self.follow(ctx);
                ctx.state.dangerous.contains(name)
            }
    }

    /// The input among the operands of a binary expression and of those within it.
    fn input_in<'a>(&self, expression: Node<'a>, ctx: &mut Context<'a, '_, State>) -> Option<Node<'a>> {
        operands(expression).find(|&operand| self.is_input(operand, ctx))
    }

    fn is_validated_name<'a>(&self, name: &str, ctx: &mut Context<'a, '_, State>) -> bool {
        self.follow(ctx);
        ctx.state.validated.contains(name)
    }

    /// Returns whether a sanitizer has been called on a node, or is being called on it.
    fn is_validated<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        node.identifier().is_some_and(|name| self.is_validated_name(name, ctx))
            || ctx.state.sanitized.any(node, |node| calls_one_of(node, &self.sanitizers))
    }

    /// Returns whether a comment directly before a node vouches for it, or its first argument is a variable that has
    /// been validated.
    fn is_safe<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        let tree = ctx.tree();
        node.argument_at(0).and_then(Node::identifier).is_some_and(|name| self.is_validated_name(name, ctx))
            || tree
                .comments_before(node)
                .iter()
                .any(|comment| comment.is_block() && tree.comment_text(comment).contains("@safe-format"))
    }

    /// Returns whether a format argument has specifiers in it, or a name that says so.
    fn has_specifiers(&self, format: Node<'_>) -> bool {
        match format.string() {
            Some(text) => self.specifiers.is_in(text),
            None => format.identifier().is_some_and(|name| FORMAT_NAMES.is_in(name)),
        }
    }

    fn is_format_template(&self, template: Node<'_>) -> bool {
        template.quasis().iter().filter_map(Node::raw).any(|text| self.specifiers.is_in(text))
    }

    fn is_format_expression(&self, expression: Node<'_>) -> bool {
        operands(expression).filter_map(Node::string).any(|text| self.specifiers.is_in(text))
    }
}

fn report_injection<'a>(format: Node<'a>, input: Node<'a>, level: Level, ctx: &mut Context<'a, '_, State>) {
    let what = format_args!("{} becomes a part of the format {}", snippet(input), snippet(format));
    let fix = format_args!("Put %s into a constant format and pass {} behind it", snippet(input));
    ctx.report(format, "formatStringInjection", level, what, fix);
}

/// The kind of function that formats its first argument.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Formatter {
    /// A method of `console`, which prints its first argument rather than formats it.
    Console,
    Other,
}

impl Formatter {
    fn called_by(call: Node<'_>) -> Option<Self> {
        let callee = call.callee()?;
        if let Some(function) = callee.identifier() {
            return FORMATTING_FUNCTIONS.contains(&function).then_some(Formatter::Other);
        }
        let method = callee.property_identifier()?;
        match callee.object()?.identifier()? {
            "util" if method == "format" => Some(Formatter::Other),
            "console" if CONSOLE_METHODS.contains(&method) => Some(Formatter::Console),
            _ => None,
        }
    }
}

/// Returns whether `call` is a call that formats, and `argument` its format.
fn is_format_of<'a>(argument: Node<'a>, call: Node<'a>) -> bool {
    call.is(Kind::CallExpression) && call.argument_at(0) == Some(argument) && Formatter::called_by(call).is_some()
}

/// The names in a member expression, from the right: those before the last part that has no name are left out,
/// and there are none where the last part has none.
fn names<'a>(member: Node<'a>) -> impl Iterator<Item = &'a str> {
    let mut next = Some(member);
    std::iter::from_fn(move || {
        let node = next.take()?;
        // `a().b` has no path, so that `a().b.c` is `.c`.
        let around = node.object().filter(|object| {
            node.is(Kind::MemberExpression) && object.is_any(&[Kind::Identifier, Kind::MemberExpression])
        });
        match (around, node.property_identifier()) {
            (Some(object), Some(name)) => {
                next = Some(object);
                Some(name)
            }
            _ => Some(node.identifier().unwrap_or_default()),
        }
    })
}

/// The dotted path of a member expression.
fn path(member: Node<'_>) -> String {
    let mut names: Vec<_> = names(member).collect();
    names.reverse();
    names.join(".")
}

/// The operands of a binary expression and of the binary expressions within it, these included.
fn operands<'a>(expression: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    let mut next = Some(expression);
    let mut open = Vec::new();
    std::iter::from_fn(move || {
        let node = next.take().or_else(|| open.pop())?;
        if node.is(Kind::BinaryExpression) {
            open.extend(node.right());
            next = node.left();
        }
        Some(node)
    })
}
