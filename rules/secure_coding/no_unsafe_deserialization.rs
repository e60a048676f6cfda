use std::collections::{HashMap, HashSet};

use documented::Documented;
use oxc_span::Span;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{
        Context, Edit, Filters, Level, Meta, Needles, Parameters, Rule, SafetyChecker, SafetyMemo, snippet, words,
    },
    estree::{Around, AstType, Followed, Kind, Node},
};

/// Finds data from outside that is turned into objects or into code.
///
/// ## Why
///
/// Some formats can name functions and classes, and some parsers call them: `node-serialize` runs what a
/// string says, old `js-yaml` builds what a tag says, `eval` does so by design. Even `JSON.parse` gives an
/// attacker any shape he likes, where nothing looks at it.
///
/// ## What is found
///
/// What counts as coming from outside: `req.…`, what `fs.readFile` gives, parameters of the functions
/// around, and variables that were set from these. With that as an argument, found are: `eval`, `Function`,
/// `setTimeout`, `setInterval`, `unserialize`, `deserialize` and `parseUnsafe` as functions or methods;
/// `load`, `parse` and the like on `yaml`; and `JSON.parse` outside a validating call. Methods of that
/// kind on what `require` gave for `node-serialize`, `serialize-javascript`, `js-yaml` or `yaml` are found
/// whatever they are given.
///
/// ## Example
///
/// ```js
/// const order = eval(req.body.order);                              // found
/// const order = yaml.load(req.body.order);                         // found
/// const order = validateInput(JSON.parse(req.body.order));         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeDeserialization {
    options: Options,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions that are found.
    dangerous_functions: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    safe_libraries: Vec<String>,
    /// Functions that make what they give or take fine for `JSON.parse`.
    validation_functions: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dangerous_functions: words(DANGEROUS_FUNCTIONS),
            safe_libraries: Vec::new(),
            validation_functions: words(&["checkSchema", "sanitizeData", "validateInput", "validateSchema"]),
            safety: SafetyChecker::default(),
        }
    }
}

const DANGEROUS_FUNCTIONS: &[&str] =
    &["Function", "deserialize", "eval", "parseUnsafe", "setInterval", "setTimeout", "unserialize"];

/// Functions that take code as text.
const EVALUATING: &[&str] = &["eval", "setInterval", "setTimeout"];

/// Packages whose parsers can be made to call functions.
const LIBRARIES: &[&str] = &["js-yaml", "node-serialize", "serialize-javascript", "yaml"];

const LIBRARY_METHODS: &[&str] = &["deserialize", "load", "parse", "unserialize"];

static YAML: Needles = Needles::new(&["YAML", "yaml"]);

impl Rule for NoUnsafeDeserialization {
    const META: Meta = Meta {
        id: "secure-coding/no-unsafe-deserialization",
        cwe: 502,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 9.8,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters {
            calls: &[
                "Function",
                "deserialize",
                "eval",
                "load",
                "parse",
                "parseUnsafe",
                "require",
                "safeLoad",
                "setInterval",
                "setTimeout",
                "unserialize",
            ],
            ..Filters::NONE
        },
        messages: &[
            "unsafeDeserialization",
            "dangerousEvalUsage",
            "unsafeYamlParsing",
            "dangerousFunctionConstructor",
            "untrustedDeserializationInput",
            "useSafeDeserializer",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee() else { return };
        if callee.is_identifier("require") {
            if !requires_library(call) {
                return;
            }
            self.check_library(call, ctx);
        }
        self.check_call(call, callee, ctx);
    }
}

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    untrusted: Untrusted,
    /// The declarations that have been read, and the variables that they give what a validating function gave.
    followed: Followed,
    validated: HashSet<String>,
    /// The memo of whether a node is, or is within, a call of a validating function.
    in_validation: Around,
}

impl NoUnsafeDeserialization {
    /// Reports what a variable that a library is required into is used for.
    fn check_library<'a>(&self, require: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if let Some(library) = require.argument_at(0).and_then(Node::string)
            && LIBRARIES.contains(&library)
            && require.is(Kind::CallExpression)
            && let Some(declarator) = require.parent().filter(|parent| parent.is(Kind::VariableDeclarator))
            && declarator.declared().is_some_and(|declared| declared.is(Kind::Identifier))
        {
            for call in calls_of_library(declarator) {
                if !self.options.safety.is_safe(call, &mut ctx.state.safety) {
                    let what = format_args!("{library} can be made to run code by what it reads: {}", snippet(call));
                    let fix = "Use JSON.parse() and check the result against a schema";
                    ctx.report(call, "unsafeDeserialization", Level::Critical, what, fix);
                }
            }
        }
    }

    fn check_call<'a>(&self, call: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if callee.is_identifier("Function") && has_untrusted_argument(call, ctx) {
            if !self.options.safety.is_safe(call, &mut ctx.state.safety) {
                let what = format_args!("{} makes a function from what comes from outside", snippet(call));
                let fix = "Look the function up in an object of those that are allowed";
                ctx.report(call, "dangerousFunctionConstructor", Level::Critical, what, fix);
            }
        } else if is_safe_parser(callee) {
            self.check_safe_parser(call, ctx);
        } else if self.is_dangerous(callee)
            && has_untrusted_argument(call, ctx)
            && !self.options.safety.is_safe(call, &mut ctx.state.safety)
        {
            report_dangerous(call, callee, ctx);
        }
    }

    /// Reports a parser that builds nothing but data, where nothing has looked at what it is given.
    fn check_safe_parser<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let unchecked = call.arguments().iter().any(|argument| {
            ctx.state.untrusted.holds(argument, call)
                && !argument.identifier().is_some_and(|name| self.is_validated(name, call, ctx.state))
                && !self.is_in_validation(argument, ctx)
        });
        if unchecked && !self.options.safety.is_safe(call, &mut ctx.state.safety) {
            let what = format_args!("{} takes whatever comes from outside", snippet(call));
            let fix = "Limit the length before, and check the result against a schema before it is used";
            ctx.report(call, "untrustedDeserializationInput", Level::High, what, fix);
        }
    }

    /// Returns whether a variable holds what a validating function gave, as far as the text before a call tells.
    fn is_validated(&self, name: &str, call: Node<'_>, state: &mut State) -> bool {
        let State { followed, validated, .. } = state;
        validated.extend(followed.until([Kind::VariableDeclarator], call).filter_map(|declarator| {
            let function = declarator.init().filter(|init| init.is(Kind::CallExpression))?.callee_name()?;
            let validates =
                names(&self.options.validation_functions, function) || names(&self.options.safety.sanitizers, function);
            declarator.declared()?.identifier().filter(|_| validates).map(String::from)
        }));
        validated.contains(name)
    }

    fn is_in_validation<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        ctx.state.in_validation.any(node, |node| {
            node.is(Kind::CallExpression)
                && node.callee_name().is_some_and(|name| names(&self.options.validation_functions, name))
        })
    }

    /// Returns whether a call is of a function that turns text into objects or code; a `require` loads one of the
    /// libraries.
    fn is_dangerous(&self, callee: Node<'_>) -> bool {
        match callee.kind() {
            Kind::Identifier => {
                let name = callee.name().unwrap_or_default();
                names(&self.options.dangerous_functions, name) || name == "require"
            }
            Kind::MemberExpression => {
                let method = callee.property_identifier().unwrap_or_default();
                names(&self.options.dangerous_functions, method)
                    || LIBRARY_METHODS.contains(&method)
                        && callee.object().and_then(Node::identifier).is_some_and(is_library)
            }
            _ => false,
        }
    }
}

fn report_dangerous<'a>(call: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let name = snippet(callee);
    if callee.identifier().is_some_and(|name| EVALUATING.contains(&name)) {
        let what = format_args!("{name}() runs what comes from outside as code: {}", snippet(call));
        let fix = "Use JSON.parse() for data, and functions of your own for behaviour";
        let argument = call.argument_at(0).map_or_else(String::new, |argument| argument.text().to_string());
        ctx.report(call, "dangerousEvalUsage", Level::Critical, what, fix).suggest(
            "useSafeDeserializer",
            "Parse it as JSON",
            Edit::replace(call, format!("JSON.parse({argument})")),
        );
    } else if ctx.contains(callee, &YAML) {
        let what = format_args!("{name}() builds what comes from outside says: {}", snippet(call));
        let fix = "Use yaml.load() of js-yaml 4 with { schema: yaml.JSON_SCHEMA }, and check the result";
        ctx.report(call, "unsafeYamlParsing", Level::High, what, fix);
    } else {
        let what = format_args!("{name}() builds what comes from outside says: {}", snippet(call));
        let fix = "Use JSON.parse() and check the result against a schema";
        ctx.report(call, "unsafeDeserialization", Level::High, what, fix);
    }
}

fn names(list: &[String], name: &str) -> bool {
    list.iter().any(|known| known == name)
}

fn is_library(name: &str) -> bool {
    LIBRARIES.iter().any(|library| name.eq_ignore_ascii_case(library))
}

fn requires_library(call: Node<'_>) -> bool {
    call.argument_at(0).and_then(Node::string).is_some_and(is_library)
}

/// Returns whether a callee is a parser that builds nothing but data.
fn is_safe_parser(callee: Node<'_>) -> bool {
    let object = callee.object().and_then(Node::identifier);
    matches!((object, callee.property_identifier()), (Some("JSON"), Some("parse")) | (Some("yaml"), Some("safeLoad")))
}

/// The calls of a parsing method on the variable that a library is required into.
fn calls_of_library<'a>(declarator: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    let variables = declarator.tree().declared_variables(declarator);
    variables.into_iter().flat_map(|variable| variable.references()).filter_map(|identifier| {
        let method = identifier.parent().filter(|parent| {
            parent.is(Kind::MemberExpression)
                && parent.object() == Some(identifier)
                && parent.property_identifier().is_some_and(|name| LIBRARY_METHODS.contains(&name))
        })?;
        method.parent().filter(|call| call.is(Kind::CallExpression) && call.callee() == Some(method))
    })
}

fn has_untrusted_argument<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    call.arguments().iter().any(|argument| ctx.state.untrusted.holds(argument, call))
}

/// The values that come from outside.
///
/// Variables are followed in the order of the text, but only when it matters: most texts never ask.
#[derive(Default)]
struct Untrusted {
    /// The declarations and assignments that have been read.
    followed: Followed<2>,
    variables: HashSet<String>,
    near_parameters: Parameters,
    /// The functions with a parameter of each name, the outermost of each nest.
    parameters: Option<HashMap<String, Vec<Span>>>,
}

impl Untrusted {
    /// Returns whether a value comes from outside, as far as the text before a call tells.
    fn holds(&mut self, value: Node<'_>, call: Node<'_>) -> bool {
        let Some(name) = value.identifier() else { return is_of_request(value) };
        self.is_parameter(name, value) || {
            let setting = [Kind::VariableDeclaration, Kind::AssignmentExpression];
            self.followed.until(setting, call).for_each(|node| self.read(node));
            self.variables.contains(name)
        }
    }

    fn read(&mut self, node: Node<'_>) {
        if node.is(Kind::AssignmentExpression) {
            if let (Some(name), Some(value)) = (node.left().and_then(Node::identifier), node.right())
                && self.is_untrusted(value)
            {
                self.variables.insert(name.to_string());
            }
            return;
        }
        for declarator in node.declarations().iter() {
            if let (Some(name), Some(value)) = (declarator.declared().and_then(Node::identifier), declarator.init())
                && (reads_file(value) || self.is_untrusted(value))
            {
                self.variables.insert(name.to_string());
            }
        }
    }

    fn is_untrusted(&mut self, value: Node<'_>) -> bool {
        match value.identifier() {
            Some(name) => self.variables.contains(name) || self.is_parameter(name, value),
            None => is_of_request(value),
        }
    }

    /// Returns whether some function around a node has a parameter of this name.
    fn is_parameter(&mut self, name: &str, node: Node<'_>) -> bool {
        let mut around = node.ancestors();
        if around
            .by_ref()
            .take(MEMOIZED_DEPTH)
            .any(|near| near.is_function() && self.near_parameters.contain(near, name))
        {
            return true;
        }
        if around.next().is_none() {
            return false;
        }
        let parameters = self.parameters.get_or_insert_with(|| parameters(node));
        let start = node.span().start;
        parameters.get(name).is_some_and(|functions| {
            let next = functions.partition_point(|function| function.start <= start);
            next > 0 && start < functions[next - 1].end
        })
    }
}

/// Returns whether a value is `req.body` or `req.body.code`.
fn is_of_request(value: Node<'_>) -> bool {
    let is_member = |node: &Node<'_>| node.is(Kind::MemberExpression);
    let object = Some(value).filter(is_member).and_then(Node::object);
    [object, object.filter(is_member).and_then(Node::object)]
        .into_iter()
        .flatten()
        .any(|object| object.is_identifier("req"))
}

/// As many nodes around one are looked at one by one.
const MEMOIZED_DEPTH: usize = 32;

/// Returns where the functions of a text stand, by the names of their plain parameters.
fn parameters(node: Node<'_>) -> HashMap<String, Vec<Span>> {
    let mut parameters: HashMap<String, Vec<Span>> = HashMap::new();
    for function in node.tree().nodes_of(Kind::FUNCTIONS) {
        for name in function.params().iter().filter_map(Node::identifier) {
            let functions = parameters.entry(name.to_string()).or_default();
            if functions.last().is_none_or(|outer| outer.end <= function.span().start) {
                functions.push(function.span());
            }
        }
    }
    parameters
}

/// Returns whether a value is `fs.readFile(…)` or `fs.readFileSync(…)`.
fn reads_file(value: Node<'_>) -> bool {
    value.is(Kind::CallExpression)
        && matches!(value.callee_method(), Some("readFile" | "readFileSync"))
        && value.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("fs"))
}
