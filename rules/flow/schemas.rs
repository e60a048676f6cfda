//! Values that validators let through, as a schema in the text describes them.

use super::{Condition, Const, Flow, Frame, Term, TermKind};
use crate::estree::{Kind, Node, Variable};

/// Validators whose schemas are chains of calls, by the path of what the chains begin with.
const VALIDATORS: &[&str] = &["@hapi.joi", "Joi", "joi", "yup", "zod"];

/// The maximum number of calls in a chain, and of schemas within one another.
const MAX_CALLS: usize = 16;
const MAX_NESTING: usize = 5;

/// The characters that formats let through.
const FORMATS: &[(&[&str], &str)] = &[
    (&["guid", "uuid", "hex"], "^[0-9a-fA-F-]+$"),
    (&["alphanum", "cuid", "cuid2", "nanoid", "token", "ulid"], "^[A-Za-z0-9_-]+$"),
    (&["cidr", "date", "datetime", "ip", "ipv4", "ipv6", "isoDate", "time"], "^[0-9A-Za-z.:+/-]+$"),
    (&["email"], "^[A-Za-z0-9_.'+-]+@[A-Za-z0-9.-]+$"),
    (&["uri", "url"], "^[A-Za-z][A-Za-z0-9+.-]*:"),
];

/// The same, for the checks of express-validator, which ask of texts.
const CHECKS: &[(&[&str], &str)] = &[
    (&["isDecimal", "isFloat", "isInt", "isNumeric", "isPort", "toFloat", "toInt"], "^[0-9.eE+-]*$"),
    (&["isAlpha", "isAlphanumeric", "isHexadecimal", "isMongoId", "isSlug", "isUUID"], "^[A-Za-z0-9_-]+$"),
    (&["isBoolean", "toBoolean"], "^[a-z01]*$"),
    (&["isDate", "isIP", "isISO8601"], "^[0-9A-Za-z.:+/-]+$"),
    (&["isFQDN"], "^[0-9A-Za-z][0-9A-Za-z.-]*$"),
    (&["isEmail"], "^[A-Za-z0-9_.'+-]+@[A-Za-z0-9.-]+$"),
    // The text holds entities in their place.
    (&["escape"], "^[^<>\"'`/\\\\]*$"),
];

/// The parts of a request that express-validator looks at.
const CHECKED: &[(&str, &[&str])] = &[
    ("express-validator.body", &["body"]),
    ("express-validator.check", &["body", "cookies", "headers", "params", "query"]),
    ("express-validator.cookie", &["cookies"]),
    ("express-validator.header", &["headers"]),
    ("express-validator.param", &["params"]),
    ("express-validator.query", &["query"]),
];

/// Returns the validator whose schema has the method that a path names.
fn validator_of(path: &str) -> Option<&'static str> {
    VALIDATORS.iter().copied().find(|name| path.strip_prefix(name).is_some_and(|it| it.starts_with('.')))
}

impl<'a> Flow<'a> {
    /// Returns what express-validator's chain says of a request's field where its result is asked for:
    /// `query('page').isInt()`.
    pub(super) fn conditions_of_chain(&mut self, chain: Node<'a>) -> Vec<Condition> {
        let mut calls = Vec::new();
        let mut node = chain;
        while let Some(inner) = node.callee().and_then(Node::object).filter(|it| it.is(Kind::CallExpression)) {
            if calls.len() >= MAX_CALLS || node.callee_method() == Some("not") {
                return Vec::new();
            }
            calls.push(node);
            node = inner;
        }
        let path = self.callee(node).unwrap_or_default();
        let parts = CHECKED.iter().find(|(name, _)| *name == &*path);
        let (Some((_, parts)), Some(field)) = (parts, node.argument_at(0).and_then(Node::string)) else {
            return Vec::new();
        };
        if calls.is_empty() || field.contains(['.', '*', '[']) || !self.calls_named("validationResult") {
            return Vec::new();
        }
        let mut conditions = Vec::new();
        for part in *parts {
            let whole = self.api(&format!("express.Request.{part}"), node);
            let value = self.property(whole, field, node);
            for &call in &calls {
                conditions.extend(self.said_by_check(value, call));
            }
        }
        conditions
    }

    fn said_by_check(&mut self, value: Term, call: Node<'a>) -> Option<Condition> {
        let method = call.callee_method()?;
        let (name, parts) = if let Some((_, pattern)) = CHECKS.iter().find(|(methods, _)| methods.contains(&method)) {
            (".test", vec![self.pattern(pattern, call), value])
        } else {
            let argument = call.argument_at(0).map(|argument| self.expression(argument, Frame::ROOT))?;
            match method {
                "matches" => (".test", vec![argument, value]),
                "equals" => ("===", vec![argument, value]),
                "isIn" => (".includes", vec![argument, value]),
                _ => return None,
            }
        };
        Some(Condition { term: self.operation(name, parts, call), holds: true })
    }

    /// Returns what a validator makes of a value by the schema whose method is called; `None` where nothing is known of
    /// the schema: `schema.parse(value)`.
    pub(super) fn validated(
        &mut self,
        path: &str,
        (schema, method): (Node<'a>, &str),
        arguments: &[Term],
        call: Node<'a>,
    ) -> Option<Term> {
        let validator = validator_of(path)?;
        let (schema, given) = match (method, arguments) {
            // `Joi.attempt(value, schema)`
            ("assert" | "attempt", &[given, _, ..]) => (call.argument_at(1)?, given),
            (
                "cast" | "parse" | "parseAsync" | "safeParse" | "safeParseAsync" | "validate" | "validateAsync"
                | "validateSync",
                &[given, ..],
            ) => (schema, given),
            _ => return None,
        };
        if !self.is_tainted(given) {
            return None;
        }
        let value = self.accepted(schema, given, call, 0)?;
        let name = match method {
            "safeParse" | "safeParseAsync" => "data",
            "validate" if validator != "yup" => "value",
            _ => return Some(value),
        };
        let demanded = self.demanded(value);
        let (success, error) = if demanded.is_empty() {
            (Term::UNKNOWN, Term::UNKNOWN)
        } else {
            let success = self.make(TermKind::AnyOf(vec![demanded]), call);
            (success, self.operation("!", vec![success], call))
        };
        let properties = vec![("error".into(), error), ("success".into(), success), (name.into(), value)];
        Some(self.make(TermKind::Object { properties, spreads: Vec::new(), computed: Vec::new() }, call))
    }

    /// Returns what holds of the value that a validator is given once it has returned without throwing:
    /// `schema.parse(value)`.
    pub(super) fn conditions_of_validator(&mut self, call: Node<'a>, path: &str, frame: Frame) -> Vec<Condition> {
        const THROWING: &[&str] = &["assert", "attempt", "parse", "parseAsync", "validateAsync", "validateSync"];
        if validator_of(path).is_none() || !call.callee_method().is_some_and(|method| THROWING.contains(&method)) {
            return Vec::new();
        }
        let value = self.expression(call, frame);
        self.demanded(value)
    }

    /// Returns the conditions that a validator's schema sets for a value that it [accepts](Self::accepted).
    fn demanded(&self, value: Term) -> Vec<Condition> {
        /// The maximum number of values within one another, and beside, that are looked into.
        const MAX_VALUES: usize = 64;
        let (mut demanded, mut pending, mut seen) = (Vec::new(), vec![value], 0);
        while let Some(value) = pending.pop().filter(|_| seen < MAX_VALUES) {
            seen += 1;
            match self.kind_of(value) {
                TermKind::Guarded(inner, conditions) => {
                    demanded.extend(conditions);
                    pending.push(*inner);
                }
                TermKind::Object { properties, .. } => pending.extend(properties.iter().map(|&(_, value)| value)),
                TermKind::Op(name, parts) if matches!(&**name, "Number" | ".trim" | ".toLowerCase") => {
                    pending.extend(parts.first());
                }
                _ => {}
            }
        }
        demanded
    }

    /// Returns a value as a schema lets it through.
    fn accepted(&mut self, schema: Node<'a>, given: Term, at: Node<'a>, depth: usize) -> Option<Term> {
        let (begins_with, calls) = self.chain(schema)?;
        if depth >= MAX_NESTING {
            return None;
        }
        let (&(kind, first), rest) = calls.split_first()?;
        let inner = first.argument_at(0);
        let mut value = match kind {
            "int" | "number" => {
                let pattern = self.pattern("^[0-9.eE+-]*$", at);
                let number = self.where_it_holds(given, ".test", [pattern, given], at);
                self.operation("Number", vec![number], at)
            }
            "bigint" | "boolean" | "bool" | "date" => self.operation("Number", vec![given], at),
            "string" if begins_with.ends_with("coerce") => self.operation("String", vec![given], at),
            "string" => {
                let is_text = self.is_text(given, at);
                self.guarded(given, vec![is_text], at)
            }
            "any" | "record" | "unknown" => given,
            "enum" | "literal" | "oneOf" | "valid" => self.one_of_listed(first, given, at)?,
            "object" => self.object_accepted(inner, given, at, depth)?,
            "array" => {
                let items = rest.iter().find(|(method, _)| matches!(*method, "items" | "of"));
                let item = items.map_or(inner, |(_, call)| call.argument_at(0));
                let element = self.element(given, at);
                let element = match item {
                    Some(item) => self.accepted(item, element, at, depth + 1)?,
                    None => element,
                };
                self.make(TermKind::Array { items: Vec::new(), rest: Some(element) }, at)
            }
            "alternatives" | "union" => {
                let ways: Vec<Node<'a>> = inner?.elements().iter().collect();
                let mut values = Vec::new();
                for way in ways.into_iter().take(MAX_CALLS) {
                    values.push(self.accepted(way, given, at, depth + 1)?);
                }
                self.union(values, at)
            }
            "nullable" | "optional" => self.accepted(inner?, given, at, depth + 1)?,
            // `z.email()`
            _ => self.checked(given, (kind, first), at)?,
        };
        for &call in rest {
            value = self.further(value, call, given, at, depth)?;
        }
        Some(value)
    }

    /// Returns a value after one more call of a schema's chain.
    fn further(
        &mut self,
        value: Term,
        (method, call): (&'a str, Node<'a>),
        given: Term,
        at: Node<'a>,
        depth: usize,
    ) -> Option<Term> {
        let argument = call.argument_at(0);
        Some(match method {
            "extend" | "keys" | "merge" | "shape" => {
                let more = if argument?.is(Kind::ObjectExpression) {
                    self.object_accepted(argument, given, at, depth)?
                } else {
                    self.accepted(argument?, given, at, depth + 1)?
                };
                self.with_spreads(vec![value, more], at)
            }
            "loose" | "passthrough" => self.with_spreads(vec![given, value], at),
            "unknown" if argument.is_none_or(|it| it.text() != "false") => self.with_spreads(vec![given, value], at),
            "catch" | "default" => {
                let default = self.expression(argument?, Frame::ROOT);
                self.union(vec![value, default], at)
            }
            "lowercase" | "toLowerCase" => self.operation(".toLowerCase", vec![value], at),
            "toUpperCase" | "uppercase" => self.operation(".toUpperCase", vec![value], at),
            "trim" => self.operation(".trim", vec![value], at),
            "transform" => {
                let function = self.expression(argument?, Frame::ROOT);
                self.apply(function, vec![value], at)
            }
            _ => self.checked(value, (method, call), at)?,
        })
    }

    /// Returns a value that passes a check of a schema's chain; `None` where the check is not known.
    fn checked(&mut self, value: Term, (method, call): (&'a str, Node<'a>), at: Node<'a>) -> Option<Term> {
        const SAYING_NOTHING: &[&str] = &[
            "brand",
            "describe",
            "description",
            "finite",
            "gt",
            "gte",
            "int",
            "integer",
            "items",
            "label",
            "length",
            "lt",
            "lte",
            "max",
            "message",
            "messages",
            "meta",
            "min",
            "multiple",
            "multipleOf",
            "negative",
            "nonempty",
            "nonnegative",
            "nullable",
            "nullish",
            "of",
            "optional",
            "or",
            "partial",
            "positive",
            "precision",
            "readonly",
            "required",
            "safe",
            "single",
            "strict",
            "strip",
            "unique",
            "unknown",
        ];
        if let Some((_, pattern)) = FORMATS.iter().find(|(methods, _)| methods.contains(&method)) {
            let pattern = self.pattern(pattern, at);
            return Some(self.where_it_holds(value, ".test", [pattern, value], call));
        }
        let mut argument = || call.argument_at(0).map(|argument| self.expression(argument, Frame::ROOT));
        match method {
            "matches" | "pattern" | "regex" => {
                let pattern = argument()?;
                Some(self.where_it_holds(value, ".test", [pattern, value], call))
            }
            "endsWith" | "includes" | "startsWith" => {
                let part = argument()?;
                Some(self.where_it_holds(value, &format!(".{method}"), [value, part], call))
            }
            "equal" | "oneOf" | "only" | "valid" => self.one_of_listed(call, value, at),
            "refine" => {
                let function = argument()?;
                let term = self.apply(function, vec![value], at);
                Some(self.guarded(value, vec![Condition { term, holds: true }], call))
            }
            _ => SAYING_NOTHING.contains(&method).then_some(value),
        }
    }

    fn pattern(&mut self, pattern: &str, at: Node<'a>) -> Term {
        self.make(TermKind::Const(Const::RegExp { pattern: pattern.into(), flags: "".into() }), at)
    }

    /// Returns a value, guarded by an operation that must be true.
    fn where_it_holds(&mut self, value: Term, operation: &str, parts: [Term; 2], at: Node<'a>) -> Term {
        let term = self.operation(operation, parts.to_vec(), at);
        self.guarded(value, vec![Condition { term, holds: true }], at)
    }

    /// Returns a value that is one of those that a call lists: `z.enum(['a', 'b'])`, `Joi.valid('a', 'b')`.
    fn one_of_listed(&mut self, call: Node<'a>, value: Term, at: Node<'a>) -> Option<Term> {
        let first = call.argument_at(0).map(|first| self.expression(first, Frame::ROOT))?;
        let list = match &*self.kind(first) {
            TermKind::Array { .. } => first,
            _ => {
                let items = self.arguments(call, Frame::ROOT);
                let (items, rest) = self.spread_items(items, None, at);
                self.make(TermKind::Array { items, rest }, at)
            }
        };
        Some(self.where_it_holds(value, ".includes", [list, value], call))
    }

    /// Returns an object whose properties are as their schemas let them through.
    fn object_accepted(&mut self, shape: Option<Node<'a>>, given: Term, at: Node<'a>, depth: usize) -> Option<Term> {
        let mut properties = Vec::new();
        let shape = shape.map(declared_value).filter(|shape| shape.is(Kind::ObjectExpression));
        for property in shape.into_iter().flat_map(|shape| shape.properties().iter()).take(4 * MAX_CALLS) {
            let (Some(name), Some(schema)) = (property.key().and_then(Node::name), property.value()) else {
                return None;
            };
            let part = self.property(given, name, at);
            // An unknown schema of one property says nothing of the others.
            let value = self.accepted(schema, part, at, depth + 1).unwrap_or_else(|| {
                let kind = TermKind::Call { callee: Term::UNKNOWN, arguments: vec![part], is_awaited: false };
                self.make(kind, at)
            });
            properties.push((name.into(), value));
        }
        Some(self.make(TermKind::Object { properties, spreads: Vec::new(), computed: Vec::new() }, at))
    }

    /// Returns an object with the properties of several.
    fn with_spreads(&mut self, objects: Vec<Term>, at: Node<'a>) -> Term {
        let (mut properties, mut spreads) = (Vec::new(), Vec::new());
        for object in objects {
            match self.kind_of(object) {
                TermKind::Object { properties: own, spreads: within, .. } => {
                    properties.extend(own.iter().cloned());
                    spreads.extend(within);
                }
                _ => spreads.push(object),
            }
        }
        self.make(TermKind::Object { properties, spreads, computed: Vec::new() }, at)
    }

    /// Returns the calls of a schema's chain from the first on, and the path of what they begin with.
    fn chain(&mut self, schema: Node<'a>) -> Option<(String, Vec<(&'a str, Node<'a>)>)> {
        let mut calls = Vec::new();
        let mut node = declared_value(schema);
        while calls.len() < MAX_CALLS && node.is(Kind::CallExpression) {
            let (object, method) = (node.callee()?.object()?, node.callee_method()?);
            calls.push((method, node));
            let value = self.value(object);
            if let Some(path) = self.path_of(value)
                && let Some(begin) = VALIDATORS.iter().find_map(|name| path.strip_prefix(name))
                && matches!(begin, "" | ".z" | ".coerce" | ".z.coerce" | ".Joi" | ".default")
            {
                calls.reverse();
                return Some((path.to_string(), calls));
            }
            node = declared_value(object);
        }
        None
    }
}

/// Returns the value that a variable is declared with, if nothing else is assigned to it; otherwise the expression
/// itself.
pub(super) fn declared_value(node: Node<'_>) -> Node<'_> {
    node.variable().and_then(Variable::constant_init).unwrap_or(node)
}
