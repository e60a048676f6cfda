use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use documented::Documented;
use memchr::memchr_iter;
use oxc_syntax::{identifier::is_identifier_part, node::NodeId};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::lists;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Parameters, Rule, SafetyChecker, SafetyMemo, snippet, words},
    estree::{Around, AstType, Kind, Node, Tree, VariableId, contains_ignoring_case},
};

/// Finds bytes that are read from a buffer at a place that nobody checked.
///
/// ## Why
///
/// A place after the end gives `undefined` or throws in the middle of a message; with `allocUnsafe` and
/// offsets of one's own it gives what other requests left in memory.
///
/// ## What is found
///
/// A variable counts as a buffer where its name says so, or where it was set to `new Uint8Array(…)`,
/// `Buffer.from(…)` or the result of a buffer's method. Looked at are `buffer[index]` and the arguments
/// of `buffer.slice(…)`, `buffer.readUInt8(…)` and the like. A number, a parameter of the function around,
/// an index from `checkBounds(…)` or the like, and a condition on `buffer.length` around are fine. An
/// index counts as chosen from outside where its name, or what it was set to, says so (`req`, `query`,
/// `input`, `offset` …).
///
/// ## Example
///
/// ```js
/// const kind = buffer[req.query.at];                               // found
/// const kind = at < buffer.length ? buffer[checkBounds(at)] : 0;   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoBufferOverread {
    methods: Vec<String>,
    bounds_checks: Vec<String>,
    types: Vec<String>,
    types_in_lower_case: Vec<String>,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The methods of buffers that are looked at, in place of the built-in list.
    buffer_methods: Vec<String>,
    /// The functions that check bounds, in place of the built-in list.
    bounds_check_functions: Vec<String>,
    /// The names of buffers, in place of the built-in list.
    buffer_types: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            buffer_methods: words(&[
                "copy",
                "readInt16LE",
                "readInt32LE",
                "readInt8",
                "readUInt16LE",
                "readUInt32LE",
                "readUInt8",
                "slice",
                "writeUInt16LE",
                "writeUInt32LE",
                "writeUInt8",
            ]),
            bounds_check_functions: words(&["checkBounds", "safeIndex", "validateBufferIndex", "validateIndex"]),
            buffer_types: words(&["ArrayBuffer", "Buffer", "DataView", "Uint8Array"]),
            safety: SafetyChecker::default(),
        }
    }
}

/// The words that the name of an index holds that somebody else chose.
static CHOSEN_NAMES: Needles =
    Needles::ignoring_case(&["body", "index", "input", "offset", "params", "query", "req", "request", "user"]);
/// The words that the text of a property holds, to which an index is set, when somebody else chose it.
static CHOSEN_SOURCES: Needles =
    Needles::ignoring_case(&["body", "input", "params", "query", "req", "request", "user"]);
/// The same for a property that is itself the index.
static CHOSEN_PATHS: Needles =
    Needles::ignoring_case(&["body.", "input.", "params.", "query.", "req.", "request.", "user."]);
/// The words that a condition holds that compares.
static COMPARISONS: Needles = Needles::new(&["<", ">", "&&", "||"]);
/// The words that an expression holds that keeps a number within limits.
static LIMITS: Needles = Needles::ignoring_case(&["math.max", "math.min", "mathmax", "mathmin"]);
/// Functions that change a value's type and nothing else.
const CONVERSIONS: &[&str] = &["Boolean", "Number", "String", "parseFloat", "parseInt"];

/// The facts about one text that are already known.
#[derive(Default)]
pub(super) struct Known {
    /// Variables that were set to a buffer, by name.
    buffers: HashSet<String>,
    /// The variables so far: `true` if somebody else chose the value; `false` also while that is being determined.
    chosen: FxHashMap<VariableId, bool>,
    parameters: Parameters,
    /// The memo of whether a node is in the declaration of a negative number.
    negative: Around,
    lengths: Option<Lengths>,
    /// The declarations so far: `true` if they keep a variable within a buffer's length.
    limited: FxHashMap<(NodeId, String), bool>,
    safety: SafetyMemo,
}

impl Rule for NoBufferOverread {
    const META: Meta = Meta {
        id: "node-security/no-buffer-overread",
        cwe: 126,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::ComputedMemberExpression, AstType::VariableDeclarator],
        filters: Filters {
            callee_words: &["copy", "readint", "readuint", "slice", "writeuint"],
            inits: &[AstType::CallExpression, AstType::NewExpression],
            required_words: &[&[
                "buffer",
                "copy",
                "dataview",
                "readint",
                "readuint",
                "slice",
                "uint8array",
                "writeuint",
            ]],
            ..Filters::NONE
        },
        messages: &[
            "unsafeBufferAccess",
            "missingBoundsCheck",
            "negativeBufferIndex",
            "userControlledBufferIndex",
            "unsafeBufferSlice",
        ],
    };

    type Options = Options;
    type State = Known;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            methods: options.buffer_methods,
            bounds_checks: options.bounds_check_functions,
            types_in_lower_case: options.buffer_types.iter().map(|name| name.to_lowercase()).collect(),
            types: options.buffer_types,
            safety: options.safety,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
        match node.kind() {
            Kind::VariableDeclarator => {
                if let Some(name) = node.declared().and_then(Node::identifier)
                    && node.init().is_some_and(|init| self.makes_buffer(init))
                {
                    ctx.state.buffers.insert(name.to_string());
                }
            }
            Kind::MemberExpression => self.check_access(node, ctx),
            _ => self.check_call(node, ctx),
        }
    }
}

impl NoBufferOverread {
    fn makes_buffer(&self, value: Node<'_>) -> bool {
        match value.kind() {
            Kind::NewExpression => value.callee_name().is_some_and(|name| lists(&self.types, name)),
            Kind::CallExpression => value.callee_method().is_some_and(|method| {
                let is_of_buffer =
                    || value.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("Buffer"));
                lists(&self.methods, method) || matches!(method, "alloc" | "allocUnsafe" | "from") && is_of_buffer()
            }),
            _ => false,
        }
    }

    /// Returns whether a variable is a buffer, by its name or by what it was set to.
    fn is_buffer(&self, name: &str, known: &Known) -> bool {
        known.buffers.contains(name) || self.types_in_lower_case.iter().any(|it| holds_in_lower_case(name, it))
    }

    /// Looks at `buffer[index]`.
    fn check_access<'a>(&self, access: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
        if !access.computed() {
            return;
        }
        let Some(buffer) = access.object().and_then(Node::identifier) else { return };
        let Some(index) = access.property().filter(|_| self.is_buffer(buffer, ctx.state)) else { return };
        if may_be_negative(index, &mut ctx.state.negative) {
            let what = format_args!("The index {} of {buffer} may be negative", snippet(index));
            let fix = format_args!("Use {buffer}.at(…) to count from the end, or check that the index is 0 or more");
            ctx.report(access, "negativeBufferIndex", Level::Medium, what, fix);
            return;
        }
        if self.is_validated(index, ctx.state)
            || has_bounds_check(buffer, index, ctx)
            || self.safety.is_safe(access, &mut ctx.state.safety)
        {
            return;
        }
        let (message_id, who) = if is_chosen(index, ctx) {
            ("userControlledBufferIndex", "is chosen from outside and not checked against")
        } else {
            ("unsafeBufferAccess", "is not checked against")
        };
        let what = format_args!("The index {} {who} {buffer}.length", snippet(index));
        let fix = format_args!("Read only if (index >= 0 && index < {buffer}.length), with the index in a variable");
        ctx.report(access, message_id, Level::High, what, fix);
    }

    /// Looks at `buffer.slice(start, end)`, `buffer.readUInt8(offset)` and the like.
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
        let Some(method) = call.callee_method() else { return };
        let Some(buffer) = call.callee().and_then(Node::object).and_then(Node::identifier) else { return };
        let is_listed = lists(&self.methods, method);
        if !(is_listed || method == "slice") || !self.is_buffer(buffer, ctx.state) {
            return;
        }
        let unchecked: Vec<_> = call
            .arguments()
            .iter()
            .filter(|argument| is_chosen(*argument, ctx) && !self.is_validated(*argument, ctx.state))
            .collect();
        if unchecked.is_empty() || self.safety.is_safe(call, &mut ctx.state.safety) {
            return;
        }
        let fix = format_args!("Check first that it is 0 or more and at most {buffer}.length");
        if method == "slice" {
            for argument in &unchecked {
                let what = format_args!("{} bounds a slice of {buffer} and is not checked", snippet(*argument));
                ctx.report(*argument, "unsafeBufferSlice", Level::Medium, what, fix);
            }
        }
        if is_listed {
            for argument in &unchecked {
                let what = format_args!("{} goes into {buffer}.{method}(…) and is not checked", snippet(*argument));
                ctx.report(*argument, "missingBoundsCheck", Level::Medium, what, fix);
            }
        }
    }

    /// Returns whether an index is a number, comes from a function that checks it, or is a parameter: its caller is
    /// taken to have checked it.
    fn is_validated(&self, index: Node<'_>, known: &mut Known) -> bool {
        let is_bounds_check = |node: Node<'_>| {
            node.is(Kind::CallExpression) && node.callee_name().is_some_and(|name| lists(&self.bounds_checks, name))
        };
        let Some(name) = index.identifier() else {
            return index.number().is_some() || is_bounds_check(index);
        };
        for node in index.ancestors() {
            if node.is(Kind::VariableDeclarator)
                && let Some(init) = node.init()
                && node.declared().is_some_and(|declared| declared.is_identifier(name))
            {
                return is_bounds_check(init) || is_limit(init);
            }
            if node.is_function() && known.parameters.contain(node, name) {
                return true;
            }
        }
        false
    }
}

/// JavaScript's `text.toLowerCase().includes(word)`.
fn holds_in_lower_case(text: &str, word: &str) -> bool {
    if text.is_ascii() && !word.is_empty() {
        contains_ignoring_case(text, word)
    } else {
        text.to_lowercase().contains(word)
    }
}

/// Returns whether a node is `Math.min(…)` or `Math.max(…)`.
fn is_limit(node: Node<'_>) -> bool {
    node.is(Kind::CallExpression)
        && matches!(node.callee_method(), Some("max" | "min"))
        && node.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("Math"))
}

fn is_negative_number(node: Node<'_>) -> bool {
    node.is(Kind::UnaryExpression)
        && node.operator() == Some("-")
        && node.argument().is_some_and(|argument| argument.number().is_some())
}

/// Returns whether an index is a negative number, a difference, or a variable in the declaration of a negative number.
fn may_be_negative(index: Node<'_>, negative: &mut Around) -> bool {
    match index.kind() {
        Kind::UnaryExpression => is_negative_number(index),
        Kind::BinaryExpression => index.operator() == Some("-"),
        Kind::Identifier => {
            negative.any(index, |node| node.is(Kind::VariableDeclarator) && node.init().is_some_and(is_negative_number))
        }
        _ => false,
    }
}

/// Returns whether somebody else chose an index: its name says so, or what it is or was set to.
///
/// Variables are followed to what they were declared with, each of them once in a text.
fn is_chosen<'a>(index: Node<'a>, ctx: &mut Context<'a, '_, Known>) -> bool {
    // The way to the node at hand: the variables on it, and after each the nodes that are left to ask.
    let mut way: Vec<(Option<VariableId>, Vec<Node<'a>>)> = vec![(None, vec![index])];
    while let Some((_, rest)) = way.last_mut() {
        let Some(node) = rest.pop() else {
            way.pop();
            continue;
        };
        let chosen = match node.kind() {
            Kind::Identifier if node.name().is_some_and(|name| CHOSEN_NAMES.is_in(name)) => true,
            Kind::Identifier => match variable_of(node) {
                Some((symbol, init)) => match ctx.state.chosen.get(&symbol) {
                    Some(&known) => known,
                    None => {
                        ctx.state.chosen.insert(symbol, false);
                        way.push((Some(symbol), set_to(node, init)));
                        init.is(Kind::MemberExpression)
                            && [init.object(), init.property()]
                                .into_iter()
                                .flatten()
                                .any(|part| ctx.contains(part, &CHOSEN_SOURCES))
                    }
                },
                None => false,
            },
            Kind::MemberExpression => ctx.contains(node, &CHOSEN_PATHS),
            Kind::CallExpression if node.callee_name().is_some_and(|name| CONVERSIONS.contains(&name)) => {
                rest.extend(node.arguments().iter());
                false
            }
            _ => false,
        };
        if chosen {
            ctx.state.chosen.extend(way.iter().filter_map(|(variable, _)| *variable).map(|symbol| (symbol, true)));
            return true;
        }
    }
    false
}

/// The variable that an identifier names, with what it is declared with.
fn variable_of(identifier: Node<'_>) -> Option<(VariableId, Node<'_>)> {
    let variable = identifier.tree().scope(identifier).resolve(identifier.name()?)?;
    let declarator = variable.definition();
    Some((variable.id(), declarator.init().filter(|_| declarator.is(Kind::VariableDeclarator))?))
}

/// Returns what to ask in a variable's place: another variable, or what it is converted from.
fn set_to<'a>(identifier: Node<'a>, init: Node<'a>) -> Vec<Node<'a>> {
    let converts = |name: &str| CONVERSIONS.iter().any(|conversion| conversion.eq_ignore_ascii_case(name));
    match init.kind() {
        Kind::Identifier if init.name() != identifier.name() => vec![init],
        Kind::CallExpression if init.callee_name().is_some_and(converts) => init.argument_at(0).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Returns whether something around an index, up to the function, looks at the buffer's length: the condition of an
/// `if` that compares, a declaration with `Math.min` or `Math.max`, a `return`.
fn has_bounds_check<'a>(buffer: &str, index: Node<'a>, ctx: &mut Context<'a, '_, Known>) -> bool {
    let tree = ctx.tree();
    let lengths = Rc::clone(ctx.state.lengths.get_or_insert_with(|| Lengths::of(tree)).after(buffer, tree.source()));
    if lengths.is_empty() {
        return false;
    }
    let within = |node: Node<'_>| lengths_within(&lengths, buffer, node);
    for node in index.self_and_ancestors().take_while(|node| !node.is_function()) {
        let is_check = match node.kind() {
            Kind::IfStatement => {
                node.test().is_some_and(|test| !within(test).is_empty() && ctx.contains(test, &COMPARISONS))
            }
            Kind::ReturnStatement => node.argument().is_some_and(|value| !within(value).is_empty()),
            Kind::VariableDeclaration => limits_by_length(node, buffer, within(node), ctx),
            _ => false,
        };
        if is_check {
            return true;
        }
    }
    false
}

/// Returns whether a declaration sets a variable to something with `Math.min` or `Math.max` and the buffer's length,
/// which is at these places in it.
fn limits_by_length<'a>(
    declaration: Node<'a>,
    buffer: &str,
    lengths: &[u32],
    ctx: &mut Context<'a, '_, Known>,
) -> bool {
    if lengths.is_empty() {
        return false;
    }
    let key = (declaration.id(), buffer.to_string());
    if let Some(&known) = ctx.state.limited.get(&key) {
        return known;
    }
    let limited = lengths.iter().any(|&place| {
        let declarations = declaration.declarations();
        let declarator = declarations
            .partition_point(|declarator| declarator.span().start <= place)
            .checked_sub(1)
            .and_then(|at| declarations.get(at));
        let init = declarator.and_then(Node::init).filter(|init| (init.span().start..init.span().end).contains(&place));
        init.is_some_and(|init| ctx.contains(init, &LIMITS))
    });
    ctx.state.limited.insert(key, limited);
    limited
}

/// The offsets of `….length` in a text, in any case.
struct Lengths {
    /// The place where each `.length` begins, sorted by the name before it, read backwards: those after one name
    /// follow each other, whatever the name is the end of.
    places: Vec<u32>,
    /// The offsets after it, in the order of the text, by name.
    after: HashMap<String, Rc<[u32]>>,
}

impl Lengths {
    fn of(tree: &Tree<'_>) -> Self {
        let source = tree.source();
        let is_length = |dot: &usize| {
            source.as_bytes().get(dot + 1..dot + LENGTH.len()).is_some_and(|it| it.eq_ignore_ascii_case(b"length"))
        };
        let mut places: Vec<_> = memchr_iter(b'.', source.as_bytes()).filter(is_length).map(|dot| dot as u32).collect();
        places.sort_by(|&one, &other| backwards(source, one).cmp(backwards(source, other)));
        Self { places, after: HashMap::new() }
    }

    /// Returns where `.length` begins after a name, once that is in lower case.
    fn after(&mut self, name: &str, source: &str) -> &Rc<[u32]> {
        if !self.after.contains_key(name) {
            let first = self.places.partition_point(|&place| backwards(source, place).lt(name.chars().rev()));
            let is_after = |&place: &u32| {
                let mut before = backwards(source, place);
                name.chars().rev().all(|character| before.next() == Some(character))
            };
            let mut places: Vec<_> = self.places[first..].iter().copied().take_while(is_after).collect();
            places.sort_unstable();
            self.after.insert(name.to_string(), places.into());
        }
        &self.after[name]
    }
}

/// Returns the places of `.length` that are within a node together with the name before them.
fn lengths_within<'l>(lengths: &'l [u32], name: &str, node: Node<'_>) -> &'l [u32] {
    let span = node.span();
    let first = lengths.partition_point(|&place| place < span.start + name.len() as u32);
    let end = lengths.partition_point(|&place| place + LENGTH.len() as u32 <= span.end);
    lengths.get(first..end).unwrap_or_default()
}

const LENGTH: &str = ".length";

/// The name that ends at `place`, in lower case and read backwards.
fn backwards(source: &str, place: u32) -> impl Iterator<Item = char> {
    let name = source[..place as usize].chars().rev().take_while(|character| is_identifier_part(*character));
    name.flat_map(|character| character.to_lowercase().rev())
}
