use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{helpers::report_facts, names};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node, contains_ignoring_case},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Frame, TermKind},
};

/// Finds secrets that are made from `Math.random()`.
///
/// Its numbers follow from a few of their predecessors: an attacker who sees some tokens can compute the next ones.
/// Where they are used only if the platform has no better ones, which all of today's have, that is a note.
///
/// ```js
/// const token = Math.random().toString(36);              // found
/// const token = crypto.randomBytes(32).toString('hex');  // fine
/// const delay = Math.random() * 1000;                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct InsecureRandomness;

pub(super) const FACT: Fact = Fact {
    rule: "insecure-randomness",
    on: &[AstType::CallExpression, AstType::NewExpression],
    filters: FactFilters {
        calls: || [FORESEEABLE, &["Date", "Date.now", "crypto.randomBytes"]].concat(),
        ..FactFilters::NONE
    },
    check,
};

/// Functions whose results can be predicted, by path.
const FORESEEABLE: &[&str] = &[
    "Math.random",
    "chance().integer",
    "chance().string",
    "crypto.pseudoRandomBytes",
    "lodash.random",
    "lodash.sample",
    "nanoid.non-secure.customAlphabet",
    "nanoid.non-secure.nanoid",
    "seedrandom()",
    "underscore.random",
    "uuid.v1",
    "uuid.v6",
];

/// The fewest random bytes of a token or password that is not reported.
const MIN_BYTES: f64 = 8.0;

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    if FORESEEABLE.contains(&&*path) {
        let (name, place) = purpose(flow, call, false)?;
        if is_marker(flow, place) {
            return None;
        }
        let found = FactFound::at(place, "insecureRandomness", 338)
            .what(format!("{name} is made of {}, which can be foreseen", snippet(call)))
            .fix("Make it of crypto.randomBytes(32) or crypto.randomUUID()")
            .step(call, "the random number")
            .step(place, format!("becomes {name}"))
            .attack("Whoever sees some of the numbers computes the others");
        return Some(if stands_in(flow, call) { found.note() } else { found });
    }
    if matches!(&*path, "Date.now" | "Date") {
        return of_time(flow, call);
    }
    if &*path != "crypto.randomBytes" {
        return None;
    }
    let argument = call.argument_at(0)?;
    let bytes = flow.value(argument);
    let TermKind::Const(Const::Number(bytes)) = *flow.kind(bytes) else { return None };
    if bytes >= MIN_BYTES {
        return None;
    }
    let (name, place) = purpose(flow, call, false)?;
    // Salts and nonces only have to differ; a code of digits can be tried a few times only.
    const SHORT: &[&str] = &["code", "csrf", "nonce", "otp", "pin", "salt"];
    if names::words(&name).iter().any(|word| SHORT.contains(&&**word)) {
        return None;
    }
    Some(
        FactFound::at(place, "fewBytes", 331)
            .what(format!("{name} has {bytes} random bytes, where {MIN_BYTES} are the least"))
            .fix("Make it of crypto.randomBytes(32)")
            .step(call, "so few values there are")
            .attack("Whoever may try often enough tries them all"),
    )
}

/// Returns whether a number is used only where the platform has no random numbers for secrets, which all of today's
/// have: `if (!crypto.getRandomValues) …`.
fn stands_in<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> bool {
    let conditions = flow.conditions_at(call, Frame::ROOT);
    conditions.iter().any(|condition| asks_platform(flow.node(flow.place(condition.term))))
}

/// Returns whether all that a test asks is whether the platform has random numbers. A call uses what is there.
fn asks_platform(test: Node<'_>) -> bool {
    const WORDS: &[&str] = &["crypto", "getRandomValues", "randomUUID"];
    let mut open = vec![test];
    while let Some(test) = open.pop() {
        match test.kind() {
            Kind::LogicalExpression => open.extend([test.left(), test.right()].into_iter().flatten()),
            Kind::UnaryExpression => open.extend(test.argument()),
            _ => {
                let names_it = WORDS.iter().any(|word| contains_ignoring_case(test.text(), word));
                let calls = std::iter::once(test).chain(test.descendants()).any(|it| it.is(Kind::CallExpression));
                if !names_it || calls {
                    return false;
                }
            }
        }
    }
    true
}

/// Finds a token that is made of the time alone.
fn of_time<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let (name, place) = purpose(flow, call, true)?;
    let last = names::words(&name).pop()?;
    if !matches!(&*last, "otp" | "password" | "secret" | "token") {
        return None;
    }
    let text = place.text();
    // A random or secret part makes the result unpredictable.
    let is_more =
        ["andom", "uuid", "UUID", "nanoid", "secret", "Secret", "sign", "Hmac"].iter().any(|it| text.contains(it));
    let is_compared = [" < ", " > ", "<=", ">=", " - "].iter().any(|it| text.contains(it));
    (!is_more && !is_compared).then(|| {
        FactFound::at(place, "insecureRandomness", 338)
            .what(format!("{name} is made of the time, which can be foreseen"))
            .fix("Make it of crypto.randomBytes(32) or crypto.randomUUID()")
            .step(call, "the time")
            .step(place, format!("becomes {name}"))
            .attack("Whoever knows about when it was made tries the few thousand values around that")
    })
}

/// Returns whether a call combines a value with other arguments that are not constants: its result does not follow from
/// the value alone.
fn is_one_of_several<'a>(flow: &mut Flow<'a>, call: Node<'a>, value: Node<'a>) -> bool {
    let is_argument = call.arguments().iter().any(|argument| argument == value);
    let mut others = call.arguments().iter().filter(|argument| *argument != value);
    is_argument
        && !is_hash(flow, call)
        && others.any(|other| {
            let other = flow.value(other);
            !matches!(&*flow.kind(other), TermKind::Const(_))
        })
}

fn is_hash<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> bool {
    flow.callee(call).is_some_and(|path| path.starts_with("crypto."))
}

/// Returns whether a value only marks something: it becomes a part of a pattern that splits texts, or is posted to all
/// listeners.
fn is_marker<'a>(flow: &mut Flow<'a>, place: Node<'a>) -> bool {
    /// The maximum number of uses of the variable that are examined.
    const MAX_USES: usize = 40;
    const TAKING_APART: &[&str] = &["match", "replace", "replaceAll", "search", "split"];
    let name = match place.kind() {
        Kind::VariableDeclarator => place.declared(),
        Kind::AssignmentExpression => place.left(),
        // A parameter that a function is called with.
        Kind::CallExpression => parameter_of(flow, place),
        _ => None,
    };
    let Some(variable) = name.and_then(Node::variable) else { return false };
    variable.references().take(MAX_USES).any(|reference| {
        let outer = reference.ancestors().take(4);
        outer.scan(reference, |inner, outer| Some((std::mem::replace(inner, outer), outer))).any(|(inner, call)| {
            if !call.is_any(&[Kind::CallExpression, Kind::NewExpression]) || call.argument_at(0) != Some(inner) {
                return false;
            }
            let is_posted = || call.argument_at(1).is_some_and(|origin| origin.string() == Some("*"));
            call.callee_name() == Some("RegExp")
                || call.callee_method().is_some_and(|method| {
                    TAKING_APART.contains(&method) || method == "postMessage" && inner == reference && is_posted()
                })
        })
    })
}

/// Returns the parameter, with the name of a secret, of a function that a call calls in place.
fn parameter_of<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<Node<'a>> {
    let function = flow.value(call.callee()?);
    let TermKind::Function(function, _) = *flow.kind(function) else { return None };
    flow.node(function).params().iter().find(|it| it.identifier().is_some_and(names::is_unguessable))
}

/// The maximum number of variables that a number is followed through.
const MAX_VARIABLES: usize = 4;

/// Returns the name and the place of the secret that a number becomes a part of. If `alone`, only constants may be
/// combined with it.
fn purpose<'a>(flow: &mut Flow<'a>, call: Node<'a>, alone: bool) -> Option<(String, Node<'a>)> {
    /// The maximum number of uses of one variable that are examined.
    const MAX_USES: usize = 12;
    let mut pending = vec![call];
    let mut passed: Vec<Node<'a>> = Vec::new();
    while let Some(start) = pending.pop() {
        match becomes(flow, start, alone) {
            Some(Becomes::Secret(name, place)) => return Some((name, place)),
            Some(Becomes::Variable(variable)) if passed.len() < MAX_VARIABLES && !passed.contains(&variable) => {
                passed.push(variable);
                let uses = variable.variable().into_iter().flat_map(|variable| variable.references());
                let uses = uses.filter(|it| !it.is_write() && !it.is_within(start)).take(MAX_USES);
                pending.extend(uses.collect::<Vec<_>>().into_iter().rev());
            }
            _ => {}
        }
    }
    None
}

/// The thing that a value becomes a part of.
enum Becomes<'a> {
    /// A part of a secret of this name.
    Secret(String, Node<'a>),
    /// The value of a variable, or the result of a function, whose name says nothing: the name where it is declared or
    /// assigned.
    Variable(Node<'a>),
}

/// Operators that turn a number into true or false, or into the name of its type.
const DECIDING: &[&str] = &["!", "!=", "!==", "<", "<=", "==", "===", ">", ">=", "typeof", "void"];

/// Methods that add their arguments to their receiver.
const COLLECTING: &[&str] = &["add", "append", "concat", "push", "unshift"];

fn becomes<'a>(flow: &mut Flow<'a>, start: Node<'a>, alone: bool) -> Option<Becomes<'a>> {
    /// The maximum number of enclosing nodes that are examined.
    const MAX_LEVELS: usize = 24;
    let mut inner = start;
    // True if the innermost function around returns the value.
    let mut is_given = false;
    for outer in start.ancestors().take(MAX_LEVELS) {
        if inner.is_function() {
            if !is_given && inner.body().is_none_or(|body| body.is(Kind::BlockStatement)) {
                return None;
            }
            is_given = false;
        }
        match outer.kind() {
            Kind::ReturnStatement => is_given = true,
            Kind::ExpressionStatement | Kind::Program | Kind::ClassBody | Kind::ThrowStatement => return None,
            Kind::BlockStatement if !is_given => return None,
            Kind::CallExpression | Kind::NewExpression if alone && is_one_of_several(flow, outer, inner) => {
                return None;
            }
            Kind::CallExpression => {
                if let Some(becomes) = given(flow, outer, inner) {
                    return Some(becomes);
                }
            }
            _ => {}
        }
        let decides = outer.test() == Some(inner) || outer.operator().is_some_and(|it| DECIDING.contains(&it));
        if decides {
            return None;
        }
        if let Some((target, name)) = target(outer, inner) {
            if names::is_unguessable(name?) {
                let place = if inner.is_function() || outer.is_function() { start } else { outer };
                return Some(Becomes::Secret(name?.to_owned(), place));
            }
            return target.is(Kind::Identifier).then_some(Becomes::Variable(target));
        }
        inner = outer;
    }
    None
}

/// Returns the variable, property or function that takes a value, and its name.
fn target<'a>(outer: Node<'a>, inner: Node<'a>) -> Option<(Node<'a>, Option<&'a str>)> {
    match outer.kind() {
        Kind::VariableDeclarator => outer.declared().map(|it| (it, it.name())),
        Kind::FunctionDeclaration if outer.body() == Some(inner) => outer.declared().map(|it| (it, it.name())),
        // The default of a parameter.
        Kind::AssignmentPattern if outer.right() == Some(inner) => outer.left().map(|it| (it, it.name())),
        Kind::AssignmentExpression => {
            let left = outer.left().filter(|_| outer.right() == Some(inner))?;
            Some((left, left.name().or_else(|| left.property_identifier())))
        }
        Kind::Property | Kind::PropertyDefinition | Kind::MethodDefinition => {
            Some((outer, outer.key_identifier().or_else(|| outer.key()?.name())))
        }
        _ => None,
    }
}

/// Returns the use that a call makes of an argument: as the key of a cipher, a parameter of a function of the text, an
/// item of a list.
fn given<'a>(flow: &mut Flow<'a>, call: Node<'a>, argument: Node<'a>) -> Option<Becomes<'a>> {
    let index = (0..call.arguments().len()).find(|&at| call.argument_at(at) == Some(argument))?;
    let callee = call.callee()?;
    if is_key_of(flow, call, argument) {
        return Some(Becomes::Secret(format!("the secret of {}", snippet(callee)), call));
    }
    if let Some(list) = callee.object().filter(|list| list.is(Kind::Identifier))
        && callee.property_identifier().is_some_and(|method| COLLECTING.contains(&method))
    {
        let name = list.name()?;
        let is_secret = names::is_unguessable(name);
        return Some(if is_secret { Becomes::Secret(name.to_owned(), call) } else { Becomes::Variable(list) });
    }
    let function = flow.value(callee);
    let TermKind::Function(function, _) = *flow.kind(function) else { return None };
    let name = flow.node(function).params().get(index)?.identifier()?;
    names::is_unguessable(name).then(|| Becomes::Secret(name.to_owned(), call))
}

/// Returns whether an argument is the key with which a call encrypts or signs.
fn is_key_of<'a>(flow: &mut Flow<'a>, call: Node<'a>, argument: Node<'a>) -> bool {
    let place = match flow.callee(call).as_deref() {
        Some("crypto.createCipheriv" | "crypto.createHmac" | "jsonwebtoken.sign") => 1,
        _ => return false,
    };
    call.argument_at(place) == Some(argument)
}

impl StatelessRule for InsecureRandomness {
    const META: Meta = Meta {
        id: "oxsec/insecure-randomness",
        cwe: 338,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["insecureRandomness", "fewBytes"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
