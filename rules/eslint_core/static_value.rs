//! The values of expressions that are constant, as ESLint works them out: what an expression gives with the language's
//! own functions alone.

use std::rc::Rc;

use oxc_syntax::number::ToJsString;

use super::helpers::{property_name, without_chain};
use crate::{
    engine::Context,
    estree::{Kind, Literal, Node},
};

/// The number of nodes that are looked at for one expression: constants may be defined by one another over and over.
const MAX_STEPS: usize = 5_000;

/// The depth to which expressions and constants may lead into one another.
const MAX_DEPTH: usize = 200;

/// The bytes of the longest text, and the items of the longest list, that are computed.
const MAX_BYTES_OR_ITEMS: usize = 16 << 10;

/// Methods that change a list in place.
const CHANGING: &[&str] = &["copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"];

/// Returns whether an expression is constant and a string.
pub(super) fn is_static_string<'a, S>(node: Node<'a>, ctx: &Context<'a, '_, S>) -> bool {
    let has_global = |name: &str| ctx.has_global(name);
    let mut evaluator = Evaluator { has_global: &has_global, steps: 0, depth: 0 };
    matches!(evaluator.value(node), Some(Value::String(_)))
}

#[derive(Clone, Debug)]
enum Value {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<str>),
    Array(Rc<[Value]>),
    Object(Rc<[(Rc<str>, Value)]>),
    /// A function or object of the language, by its name.
    Builtin(&'static str),
}

use Value::{Array, Bool, Builtin, Null, Number, Object, String as Text, Undefined};

/// The functions and objects of the language whose calls are worked out.
const BUILTINS: &[&str] = &[
    "Array",
    "Boolean",
    "JSON",
    "Math",
    "Number",
    "Object",
    "RegExp",
    "String",
    "isFinite",
    "isNaN",
    "parseFloat",
    "parseInt",
];

impl Value {
    fn text(text: impl Into<Rc<str>>) -> Option<Self> {
        let text = text.into();
        (text.len() <= MAX_BYTES_OR_ITEMS).then_some(Text(text))
    }

    fn is_truthy(&self) -> bool {
        match self {
            Undefined | Null => false,
            Bool(value) => *value,
            Number(number) => *number != 0.0 && !number.is_nan(),
            Text(text) => !text.is_empty(),
            Array(_) | Object(_) | Builtin(_) => true,
        }
    }

    fn is_nullish(&self) -> bool {
        matches!(self, Undefined | Null)
    }

    fn is_object(&self) -> bool {
        matches!(self, Array(_) | Object(_) | Builtin(_))
    }

    /// JavaScript's `String(value)`; `None` where that depends on more than the value.
    fn to_text(&self) -> Option<Rc<str>> {
        Some(match self {
            Undefined => "undefined".into(),
            Null => "null".into(),
            Bool(value) => value.to_string().into(),
            Number(number) => number.to_js_string().into(),
            Text(text) => Rc::clone(text),
            Array(items) => join(items, ",")?,
            Object(_) => "[object Object]".into(),
            Builtin(_) => return None,
        })
    }

    /// JavaScript's `Number(value)`, where it is that of a plain text or less.
    fn to_number(&self) -> Option<f64> {
        Some(match self {
            Undefined => f64::NAN,
            Null => 0.0,
            Bool(value) => f64::from(u8::from(*value)),
            Number(number) => *number,
            Text(text) if text.trim().is_empty() => 0.0,
            Text(text) => text.trim().parse().unwrap_or(f64::NAN),
            Array(_) | Object(_) | Builtin(_) => return None,
        })
    }
}

fn join(items: &[Value], separator: &str) -> Option<Rc<str>> {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        if !item.is_nullish() {
            text.push_str(&item.to_text()?);
        }
        if text.len() > MAX_BYTES_OR_ITEMS {
            return None;
        }
    }
    Some(text.into())
}

struct Evaluator<'g> {
    has_global: &'g dyn Fn(&str) -> bool,
    steps: usize,
    depth: usize,
}

impl Evaluator<'_> {
    /// The value of an expression, where it is constant.
    fn value(&mut self, node: Node<'_>) -> Option<Value> {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let value = self.shallow(node);
        self.depth -= 1;
        value
    }

    fn shallow(&mut self, node: Node<'_>) -> Option<Value> {
        match node.kind() {
            Kind::Literal => match node.literal()? {
                Literal::String(text) => Value::text(text),
                Literal::Number(number) => Some(Number(number)),
                Literal::Boolean(value) => Some(Bool(value)),
                Literal::Null => Some(Null),
                Literal::BigInt(_) | Literal::RegExp { .. } => None,
            },
            Kind::TemplateLiteral => self.template(node),
            Kind::Identifier => self.identifier(node),
            Kind::ChainExpression
            | Kind::TSAsExpression
            | Kind::TSNonNullExpression
            | Kind::TSSatisfiesExpression
            | Kind::TSTypeAssertion => self.value(node.expression()?),
            Kind::SequenceExpression => self.value(node.expressions().last()?),
            Kind::AssignmentExpression if node.operator() == Some("=") => self.value(node.right()?),
            Kind::ConditionalExpression => {
                let test = self.value(node.test()?)?.is_truthy();
                self.value(if test { node.consequent()? } else { node.alternate()? })
            }
            Kind::LogicalExpression => {
                let left = self.value(node.left()?)?;
                let is_result = match node.operator()? {
                    "||" => left.is_truthy(),
                    "&&" => !left.is_truthy(),
                    _ => !left.is_nullish(),
                };
                if is_result { Some(left) } else { self.value(node.right()?) }
            }
            Kind::UnaryExpression => self.unary(node),
            Kind::BinaryExpression => {
                let (left, right) = (self.value(node.left()?)?, self.value(node.right()?)?);
                binary(node.operator()?, &left, &right)
            }
            Kind::ArrayExpression => {
                let elements = node.elements();
                self.list((0..elements.len()).map(|index| elements.get(index))).map(|items| Array(items.into()))
            }
            Kind::ObjectExpression => self.object(node),
            Kind::MemberExpression => self.member(node),
            Kind::CallExpression => self.call(node),
            _ => None,
        }
    }

    fn template(&mut self, node: Node<'_>) -> Option<Value> {
        let mut text = node.quasis().first()?.cooked()?.to_owned();
        for (inserted, quasi) in node.expressions().iter().zip(node.quasis().iter().skip(1)) {
            text.push_str(&self.value(inserted)?.to_text()?);
            text.push_str(quasi.cooked()?);
            if text.len() > MAX_BYTES_OR_ITEMS {
                return None;
            }
        }
        Value::text(text)
    }

    fn identifier(&mut self, node: Node<'_>) -> Option<Value> {
        let name = node.identifier()?;
        let Some(variable) = node.variable() else {
            if !(self.has_global)(name) {
                return None;
            }
            return match name {
                "undefined" => Some(Undefined),
                "NaN" => Some(Number(f64::NAN)),
                "Infinity" => Some(Number(f64::INFINITY)),
                _ => BUILTINS.iter().find(|known| **known == name).map(|known| Builtin(known)),
            };
        };
        let mut definitions = variable.definitions();
        let (declarator, None) = (definitions.next()?, definitions.next()) else { return None };
        if !declarator.is(Kind::VariableDeclarator) || !declarator.declared()?.is(Kind::Identifier) {
            return None;
        }
        let init = declarator.init()?;
        let is_const = declarator.parent().and_then(Node::declared_as) == Some("const");
        if !is_const {
            let writes = variable.references().filter(|reference| reference.is_write()).take(2).count();
            self.steps += 1;
            if writes != 1 {
                return None;
            }
        }
        let value = self.value(init)?;
        let is_changed = || variable.references().any(changes);
        (!value.is_object() || !is_changed()).then_some(value)
    }

    fn unary(&mut self, node: Node<'_>) -> Option<Value> {
        match node.operator()? {
            "void" => return Some(Undefined),
            "delete" => return None,
            _ => {}
        }
        let value = self.value(node.argument()?)?;
        match node.operator()? {
            "!" => Some(Bool(!value.is_truthy())),
            "-" => Some(Number(-value.to_number()?)),
            "+" => Some(Number(value.to_number()?)),
            "~" => Some(Number(f64::from(!to_int32(value.to_number()?)))),
            "typeof" => Value::text(match value {
                Undefined => "undefined",
                Null | Array(_) | Object(_) | Builtin("JSON" | "Math") => "object",
                Bool(_) => "boolean",
                Number(_) => "number",
                Text(_) => "string",
                Builtin(_) => "function",
            }),
            _ => None,
        }
    }

    /// The values of a list, what is spread into it among them; a hole is `undefined`.
    fn list<'a>(&mut self, nodes: impl Iterator<Item = Option<Node<'a>>>) -> Option<Vec<Value>> {
        let mut values = Vec::new();
        for node in nodes {
            match node {
                None => values.push(Undefined),
                Some(node) if node.is(Kind::SpreadElement) => match self.value(node.argument()?)? {
                    Array(items) => values.extend(items.iter().cloned()),
                    Text(text) => values.extend(text.chars().map(|character| Text(character.to_string().into()))),
                    _ => return None,
                },
                Some(node) => values.push(self.value(node)?),
            }
            if values.len() > MAX_BYTES_OR_ITEMS {
                return None;
            }
        }
        Some(values)
    }

    fn object(&mut self, node: Node<'_>) -> Option<Value> {
        let mut entries: Vec<(Rc<str>, Value)> = Vec::new();
        for property in node.properties().iter() {
            if property.is(Kind::SpreadElement) {
                match self.value(property.argument()?)? {
                    Object(others) => entries.extend(others.iter().cloned()),
                    Undefined | Null | Bool(_) | Number(_) => {}
                    _ => return None,
                }
            } else {
                let key = if property.computed() {
                    self.value(property.key()?)?.to_text()?
                } else {
                    property.key_text()?.as_ref().into()
                };
                entries.push((key, self.value(property.value()?)?));
            }
            if entries.len() > MAX_BYTES_OR_ITEMS {
                return None;
            }
        }
        Some(Object(entries.into()))
    }

    /// The name of a member expression's property, computed or not.
    fn property(&mut self, member: Node<'_>) -> Option<Rc<str>> {
        if member.computed() {
            return self.value(member.property()?)?.to_text();
        }
        property_name(member).map(|name| name.as_ref().into())
    }

    fn member(&mut self, node: Node<'_>) -> Option<Value> {
        let object = self.value(node.object()?)?;
        if object.is_nullish() {
            return node.optional().then_some(Undefined);
        }
        let name = self.property(node)?;
        let index = name.parse::<usize>().ok();
        match &object {
            Text(text) if &*name == "length" => Some(Number(text.encode_utf16().count() as f64)),
            Text(text) => index.map(|index| unit(text, index).map_or(Undefined, |unit| Text(unit.into()))),
            Array(items) if &*name == "length" => Some(Number(items.len() as f64)),
            Array(items) => index.map(|index| items.get(index).cloned().unwrap_or(Undefined)),
            Object(entries) => {
                // The last of several of one name counts; what all objects have is a function.
                let own = entries.iter().rev().find(|(key, _)| *key == name);
                own.map(|(_, value)| value.clone()).or_else(|| is_plain(&name).then_some(Undefined))
            }
            _ => None,
        }
    }

    fn call(&mut self, node: Node<'_>) -> Option<Value> {
        let arguments = node.arguments();
        let arguments = self.list((0..arguments.len()).map(|index| arguments.get(index)))?;
        let callee = without_chain(node.callee()?);
        if !callee.is(Kind::MemberExpression) {
            let Builtin(function) = self.value(callee)? else { return None };
            return call_builtin(function, &arguments);
        }
        let receiver = self.value(callee.object()?)?;
        if receiver.is_nullish() {
            return (callee.optional() || node.optional()).then_some(Undefined);
        }
        let method = self.property(callee)?;
        match &receiver {
            Text(text) => call_text(text, &method, &arguments),
            Array(items) => call_list(items, &method, &arguments),
            Number(_) | Bool(_) if &*method == "toString" && arguments.is_empty() => Value::text(receiver.to_text()?),
            Builtin(object) => call_static(object, &method, arguments),
            _ => None,
        }
    }
}

/// Returns whether an object has no property of this name of itself.
fn is_plain(name: &str) -> bool {
    !name.starts_with("__")
        && !matches!(
            name,
            "constructor"
                | "hasOwnProperty"
                | "isPrototypeOf"
                | "propertyIsEnumerable"
                | "toLocaleString"
                | "toString"
                | "valueOf"
        )
}

/// Returns whether a reference to an object changes what is in it.
fn changes(reference: Node<'_>) -> bool {
    let mut node = reference;
    while let Some(parent) = node.parent().filter(|parent| parent.is(Kind::MemberExpression)) {
        node = parent;
    }
    let Some(parent) = node.parent() else { return false };
    let is_node = |other: Option<Node<'_>>| other.is_some_and(|other| other.id() == node.id());
    match parent.kind() {
        Kind::AssignmentExpression => is_node(parent.left()),
        Kind::UpdateExpression => true,
        Kind::CallExpression => {
            is_node(parent.callee())
                && node.is(Kind::MemberExpression)
                && property_name(node).is_some_and(|name| CHANGING.contains(&&*name))
        }
        _ => false,
    }
}

/// The UTF-16 unit of a text at an index, where it is a character.
fn unit(text: &str, index: usize) -> Option<String> {
    text.encode_utf16().nth(index).map(|unit| String::from_utf16_lossy(&[unit]))
}

/// JavaScript's conversion to a number of 32 bits.
fn to_int32(number: f64) -> i32 {
    if number.is_finite() { number.trunc().rem_euclid(4_294_967_296.0) as u32 as i32 } else { 0 }
}

fn binary(operator: &str, left: &Value, right: &Value) -> Option<Value> {
    let equal = |strict: bool| {
        Some(match (left, right) {
            (Undefined, Undefined) | (Null, Null) => true,
            (Undefined, Null) | (Null, Undefined) => !strict,
            (Bool(one), Bool(other)) => one == other,
            (Number(one), Number(other)) => one == other,
            (Text(one), Text(other)) => one == other,
            _ if left.is_object() || right.is_object() => return None,
            _ if strict || left.is_nullish() || right.is_nullish() => false,
            _ => left.to_number()? == right.to_number()?,
        })
    };
    let compared = |of_texts: fn(&str, &str) -> bool, of_numbers: fn(f64, f64) -> bool| match (left, right) {
        (Text(one), Text(other)) => Some(Bool(of_texts(one, other))),
        _ => Some(Bool(of_numbers(left.to_number()?, right.to_number()?))),
    };
    let number = |of: fn(f64, f64) -> f64| Some(Number(of(left.to_number()?, right.to_number()?)));
    let bits = |of: fn(i32, i32) -> i32| {
        Some(Number(f64::from(of(to_int32(left.to_number()?), to_int32(right.to_number()?)))))
    };
    match operator {
        "+" => {
            let is_text = |value: &Value| matches!(value, Text(_)) || value.is_object();
            if is_text(left) || is_text(right) {
                let (one, other) = (left.to_text()?, right.to_text()?);
                return Value::text(format!("{one}{other}"));
            }
            number(|one, other| one + other)
        }
        "-" => number(|one, other| one - other),
        "*" => number(|one, other| one * other),
        "/" => number(|one, other| one / other),
        "%" => number(|one, other| one % other),
        "**" => number(f64::powf),
        "==" => equal(false).map(Bool),
        "!=" => equal(false).map(|equal| Bool(!equal)),
        "===" => equal(true).map(Bool),
        "!==" => equal(true).map(|equal| Bool(!equal)),
        "<" => compared(|one, other| one < other, |one, other| one < other),
        "<=" => compared(|one, other| one <= other, |one, other| one <= other),
        ">" => compared(|one, other| one > other, |one, other| one > other),
        ">=" => compared(|one, other| one >= other, |one, other| one >= other),
        "|" => bits(|one, other| one | other),
        "&" => bits(|one, other| one & other),
        "^" => bits(|one, other| one ^ other),
        "<<" => bits(|one, other| one.wrapping_shl(other as u32)),
        ">>" => bits(|one, other| one.wrapping_shr(other as u32)),
        ">>>" => {
            let (one, other) = (to_int32(left.to_number()?) as u32, to_int32(right.to_number()?) as u32);
            Some(Number(f64::from(one.wrapping_shr(other))))
        }
        _ => None,
    }
}

/// Returns what a call of a function of the language gives.
fn call_builtin(function: &str, arguments: &[Value]) -> Option<Value> {
    let first = arguments.first();
    match function {
        "String" => first.map_or_else(|| Value::text(""), |value| Value::text(value.to_text()?)),
        "Number" => first.map_or(Some(Number(0.0)), |value| value.to_number().map(Number)),
        "Boolean" => Some(Bool(first.is_some_and(Value::is_truthy))),
        "Object" => first.filter(|value| value.is_object()).cloned(),
        "isNaN" => Some(Bool(first.unwrap_or(&Undefined).to_number()?.is_nan())),
        "isFinite" => Some(Bool(first.unwrap_or(&Undefined).to_number()?.is_finite())),
        _ => None,
    }
}

/// Returns what a call of a method of one of the language's objects gives: `Object.freeze(…)`.
fn call_static(object: &str, method: &str, arguments: Vec<Value>) -> Option<Value> {
    match (object, method) {
        ("Object", "freeze" | "preventExtensions" | "seal") => Some(arguments.into_iter().next().unwrap_or(Undefined)),
        ("Object", "keys") => match arguments.first()? {
            Object(entries) => Some(Array(entries.iter().map(|(key, _)| Text(Rc::clone(key))).collect())),
            _ => None,
        },
        ("Object", "values") => match arguments.first()? {
            Object(entries) => Some(Array(entries.iter().map(|(_, value)| value.clone()).collect())),
            _ => None,
        },
        ("Array", "of") => Some(Array(arguments.into())),
        ("Array", "isArray") => Some(Bool(matches!(arguments.first(), Some(Array(_))))),
        ("String", "fromCharCode") => {
            let units = arguments.iter().map(|value| Some(to_int32(value.to_number()?) as u16));
            Value::text(String::from_utf16_lossy(&units.collect::<Option<Vec<_>>>()?))
        }
        _ => None,
    }
}

/// Returns an index as methods take it: from the end where it is negative.
fn index_of(value: Option<&Value>, length: usize, default: usize) -> Option<usize> {
    let Some(value) = value.filter(|value| !matches!(value, Undefined)) else { return Some(default) };
    let number = value.to_number()?;
    let number = if number.is_nan() { 0.0 } else { number.trunc() };
    let from_start = if number < 0.0 { (length as f64 + number).max(0.0) } else { number.min(length as f64) };
    Some(from_start as usize)
}

fn call_list(items: &[Value], method: &str, arguments: &[Value]) -> Option<Value> {
    match method {
        "join" => {
            let separator = arguments.first().filter(|value| !matches!(value, Undefined));
            let separator = separator.map_or(Some(",".into()), Value::to_text)?;
            Value::text(join(items, &separator)?)
        }
        "toString" => Value::text(join(items, ",")?),
        "at" => {
            let number = arguments.first().map_or(Some(0.0), Value::to_number)?;
            let index = if number < 0.0 { items.len() as f64 + number } else { number };
            Some(if index < 0.0 { Undefined } else { items.get(index as usize).cloned().unwrap_or(Undefined) })
        }
        "slice" => {
            let start = index_of(arguments.first(), items.len(), 0)?;
            let end = index_of(arguments.get(1), items.len(), items.len())?;
            Some(Array(items.get(start..end).unwrap_or_default().into()))
        }
        "concat" => {
            let mut all = items.to_vec();
            for argument in arguments {
                match argument {
                    Array(others) => all.extend(others.iter().cloned()),
                    value => all.push(value.clone()),
                }
            }
            (all.len() <= MAX_BYTES_OR_ITEMS).then(|| Array(all.into()))
        }
        _ => None,
    }
}

/// Returns what a call of a text's method gives. Indices count UTF-16 units; they are worked out for ASCII alone.
fn call_text(text: &Rc<str>, method: &str, arguments: &[Value]) -> Option<Value> {
    let first = || arguments.first().map_or_else(|| Some("undefined".into()), Value::to_text);
    match method {
        "toString" | "normalize" if arguments.is_empty() => Some(Text(Rc::clone(text))),
        "toLowerCase" => Value::text(text.to_lowercase()),
        "toUpperCase" => Value::text(text.to_uppercase()),
        "trim" => Value::text(text.trim()),
        "trimEnd" | "trimRight" => Value::text(text.trim_end()),
        "trimLeft" | "trimStart" => Value::text(text.trim_start()),
        "concat" => {
            let mut all = text.to_string();
            for argument in arguments {
                all.push_str(&argument.to_text()?);
                if all.len() > MAX_BYTES_OR_ITEMS {
                    return None;
                }
            }
            Value::text(all)
        }
        "includes" => Some(Bool(text.contains(&*first()?))),
        "startsWith" if arguments.len() == 1 => Some(Bool(text.starts_with(&*first()?))),
        "endsWith" if arguments.len() == 1 => Some(Bool(text.ends_with(&*first()?))),
        "charAt" | "slice" | "substring" if text.is_ascii() => {
            let length = text.len();
            let start = index_of(arguments.first(), length, 0)?;
            let end =
                if method == "charAt" { (start + 1).min(length) } else { index_of(arguments.get(1), length, length)? };
            Value::text(text.get(start..end.max(start)).unwrap_or_default())
        }
        _ => None,
    }
}
