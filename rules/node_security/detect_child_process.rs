use std::collections::HashSet;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_guard;
use crate::{
    engine::{Context, Filters, GuardPolicy, Guards, Level, Meta, Rule, shorten, snippet},
    estree::{AstType, Followed, Kind, Literal, Node},
};

/// Finds child processes that may be told what to run.
///
/// ## Why
///
/// `exec` hands its string to a shell: whoever writes a part of it can append commands of their own.
/// `spawn` and `execFile` use no shell, but they too run what they are given.
///
/// ## What is found
///
/// Calls of `exec`, `execFile`, `spawn`, `fork` and their `…Sync` kin are looked at where they come from
/// `child_process`: through the module's own name, a default or namespace import, `require`, or imported
/// by name. `exec` and `fork` are found whatever they run. `execFile` and `spawn` are fine with a literal
/// command and an array of literals (`spawn` without `shell`), and where an `if` around the call or a guard
/// before it in the same block asks `ALLOWED.includes(name)` of what the call is given.
///
/// ## Example
///
/// ```js
/// exec(`convert ${file} out.png`);                                  // found
/// execFile('convert', [file, 'out.png']);                           // found: nobody has checked file
/// if (ALLOWED.includes(file)) execFile('convert', [file, 'out']);   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct DetectChildProcess {
    options: Options,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Lets `exec` run what is put together from no variable.
    allow_literal_strings: bool,
    /// Lets literal calls have a shell.
    allow_literal_spawn: bool,
    /// Further methods that are looked at.
    additional_methods: Vec<String>,
    /// The preferred repair; nothing reads it.
    strategy: Strategy,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Strategy {
    Validate,
    Sanitize,
    Restrict,
    #[default]
    Auto,
}

/// The functions of `child_process` that start a process, and one (`forkSync`) that people believe in.
const METHODS: &[&str] = &["exec", "execFile", "execFileSync", "execSync", "fork", "forkSync", "spawn", "spawnSync"];

/// Those that start it without a shell, by default.
const WITHOUT_SHELL: &[&str] = &["execFile", "execFileSync", "spawn", "spawnSync"];

const MODULE: &str = "child_process";

#[derive(Default)]
pub(super) struct State {
    /// The imports and declarations that have been read.
    followed: Followed<2>,
    /// The names that the module goes by, besides its own.
    modules: HashSet<String>,
    /// The names that its functions go by.
    functions: HashSet<String>,
    /// The names that are compared with a list around a call.
    allowed_around: Guards,
    /// The names that are compared with a list in the block of a call.
    allowed_before: Guards,
}

/// For calls within the statement.
const AROUND: GuardPolicy =
    GuardPolicy { names: allowed_names, end: |condition| Some(condition.span().end), limits: |_| false };

/// For calls that follow the statement in the same block.
const BEFORE: GuardPolicy = GuardPolicy { names: allowed_names, end: end_of_block, limits: |_| true };

fn end_of_block(condition: Node<'_>) -> Option<u32> {
    Some(condition.parent().filter(|parent| parent.is(Kind::BlockStatement))?.span().end)
}

/// The name of whatever a call is given: a guard that holds something else than a name against its list speaks for any.
const ANYTHING: &str = "";

impl Rule for DetectChildProcess {
    const META: Meta = Meta {
        id: "node-security/detect-child-process",
        cwe: 78,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: METHODS, required_words: &[&[MODULE]], ..Filters::NONE },
        messages: &["childProcessCommandInjection"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(method) = self.method(call, ctx.state) else { return };
        let dynamic = call.arguments().iter().any(is_dynamic);
        if self.options.allow_literal_strings && method == "exec" && !dynamic {
            return;
        }
        if WITHOUT_SHELL.contains(&method) && (self.is_literal_call(call, method) || ctx.state.is_allowed(call)) {
            return;
        }
        let method = shorten(method);
        let (level, what) = match call.argument_at(0) {
            Some(command) if dynamic => {
                (Level::Critical, format!("{method} runs {}, which others may have written", snippet(command)))
            }
            Some(command) => (Level::High, format!("{method} runs {} in a child process", snippet(command))),
            None => (Level::High, format!("{method} starts a child process")),
        };
        let fix = "Call execFile or spawn with a literal command and an array of arguments, after \
                   if (!ALLOWED.includes(name)) return for each argument that is not literal";
        ctx.report(call, "childProcessCommandInjection", level, what, fix);
    }
}

impl DetectChildProcess {
    /// The function of the module that a call calls, by the name that the call has for it.
    fn method<'a>(&self, call: Node<'a>, state: &mut State) -> Option<&'a str> {
        let function = call.callee_name();
        let method = function.or_else(|| call.callee_method())?;
        if !METHODS.contains(&method) && !self.options.additional_methods.iter().any(|name| name == method) {
            return None;
        }
        state.follow(call);
        let known = match function {
            Some(name) => state.functions.contains(name),
            None => {
                let module = call.callee()?.object()?.identifier()?;
                module == MODULE || state.modules.contains(module)
            }
        };
        known.then_some(method)
    }

    /// Returns whether a call without a shell is given nothing but literals.
    fn is_literal_call(&self, call: Node<'_>, method: &str) -> bool {
        has_literal_arguments(call)
            && (self.options.allow_literal_spawn || method.starts_with("execFile") || !may_use_shell(call))
    }
}

impl State {
    /// Notes what the text before a call loads.
    fn follow(&mut self, call: Node<'_>) {
        for node in self.followed.until([Kind::ImportDeclaration, Kind::VariableDeclarator], call) {
            if node.is(Kind::ImportDeclaration) {
                self.note_import(node);
            } else {
                self.note_require(node);
            }
        }
    }

    fn note_import(&mut self, import: Node<'_>) {
        if import.source().and_then(Node::string) != Some(MODULE) {
            return;
        }
        for specifier in import.specifiers().iter() {
            let Some(name) = specifier.local().and_then(Node::identifier) else { continue };
            let names = if specifier.is(Kind::ImportSpecifier) { &mut self.functions } else { &mut self.modules };
            names.insert(name.to_string());
        }
    }

    fn note_require(&mut self, declarator: Node<'_>) {
        if !declarator.init().is_some_and(is_require) {
            return;
        }
        let Some(pattern) = declarator.declared() else { return };
        if let Some(name) = pattern.identifier() {
            self.modules.insert(name.to_string());
        }
        for property in pattern.properties().iter() {
            if let Some(key) = property.key_identifier() {
                let name = property.value().and_then(Node::identifier).unwrap_or(key);
                self.functions.insert(name.to_string());
            }
        }
    }

    /// Returns whether an `if` around a call, or a guard before it in its block, holds something that the call is given
    /// against a list of what is allowed.
    fn is_allowed(&mut self, call: Node<'_>) -> bool {
        let mut holds = |name: &str| {
            self.allowed_around.covers(name, call, &AROUND) || self.allowed_before.covers(name, call, &BEFORE)
        };
        given_names(call).into_iter().any(&mut holds) || is_given_name(call) && holds(ANYTHING)
    }
}

/// The names that an `if` holds against a list of what is allowed, itself or, as a guard, negated.
fn allowed_names<'a>(condition: Node<'a>, names: &mut Vec<&'a str>) {
    let Some(test) = condition.test() else { return };
    let negated = test.argument().filter(|_| test.operator() == Some("!"));
    let call = negated.unwrap_or(test);
    let is_lookup = call.is(Kind::CallExpression) && call.callee_method() == Some("includes");
    if !is_lookup || negated.is_some() && !is_guard(condition) {
        return;
    }
    names.extend(call.arguments().iter().filter_map(Node::identifier));
    if names.is_empty() && negated.is_some() {
        names.push(ANYTHING);
    }
}

/// Returns whether a node is `require('child_process')`.
fn is_require(node: Node<'_>) -> bool {
    node.is(Kind::CallExpression)
        && node.callee_name() == Some("require")
        && node.argument_at(0).and_then(Node::string) == Some(MODULE)
}

/// Returns whether an argument is put together at run time.
fn is_dynamic(argument: Node<'_>) -> bool {
    match argument.kind() {
        Kind::TemplateLiteral => !argument.expressions().is_empty(),
        Kind::BinaryExpression => argument.operator() == Some("+"),
        kind => kind == Kind::Identifier,
    }
}

/// Returns whether the command is a string literal and the arguments, if there are any, an array of string literals (or
/// some other literal).
fn has_literal_arguments(call: Node<'_>) -> bool {
    let is_string = |node: Option<Node<'_>>| node.and_then(Node::string).is_some();
    is_string(call.argument_at(0))
        && call.argument_at(1).is_none_or(|arguments| {
            let elements = arguments.elements();
            match arguments.kind() {
                Kind::ArrayExpression => (0..elements.len()).all(|index| is_string(elements.get(index))),
                kind => kind == Kind::Literal,
            }
        })
}

/// Returns whether the options of a `spawn` have a `shell` that is not `false`.
fn may_use_shell(call: Node<'_>) -> bool {
    call.argument_at(2)
        .filter(|options| options.is(Kind::ObjectExpression))
        .and_then(|options| options.properties().iter().find(|property| property.key_identifier() == Some("shell")))
        .is_some_and(|shell| shell.value().and_then(Node::literal) != Some(Literal::Boolean(false)))
}

/// The variables that a call is given: as they are, in a template, in an array.
fn given_names<'a>(call: Node<'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut pending: Vec<_> = call.arguments().iter().collect();
    while let Some(node) = pending.pop() {
        match node.kind() {
            Kind::TemplateLiteral => names.extend(node.expressions().iter().filter_map(Node::identifier)),
            Kind::ArrayExpression => pending.extend(node.elements().iter()),
            _ => names.extend(node.identifier()),
        }
    }
    names
}

/// Returns whether a call is given a variable, as it is or in an array.
fn is_given_name(call: Node<'_>) -> bool {
    let is_name = |node: Node<'_>| node.is(Kind::Identifier);
    call.arguments().iter().any(|argument| {
        is_name(argument) || argument.is(Kind::ArrayExpression) && argument.elements().iter().any(is_name)
    })
}
