//! Operations whose result has a shape that the engine follows: keys, entries, elements, callbacks of arrays.

use super::{Condition, Flow, Logic, Term, TermKind, term::EachMethod};
use crate::estree::Node;

impl<'a> Flow<'a> {
    /// Returns the arguments of a call that takes them as a list, as `apply` does.
    pub(super) fn listed_arguments(&mut self, list: Term, at: Node<'a>) -> Vec<Term> {
        match &*self.kind(list) {
            TermKind::Array { items, .. } => items.clone(),
            _ => vec![self.make(TermKind::Spread(list), at)],
        }
    }

    /// Returns the value of any element of an array, a set or a list of entries.
    pub(super) fn element(&mut self, list: Term, at: Node<'a>) -> Term {
        match &*self.kind(list) {
            TermKind::Array { items, rest } => {
                let rest = rest.map(|rest| self.without_groups(rest, at));
                let all = items.iter().copied().chain(rest).collect();
                self.union(all, at)
            }
            &TermKind::Source(source) => self.part_of_source(source, "[…]", at),
            TermKind::Union(members) => {
                let elements = members.iter().map(|&member| self.element(member, at)).collect();
                self.union(elements, at)
            }
            TermKind::Guarded(value, conditions) => {
                let element = self.element(*value, at);
                self.guarded(element, conditions.clone(), at)
            }
            &TermKind::Choice(test, yes, no) => {
                let (yes, no) = (self.element(yes, at), self.element(no, at));
                self.make(TermKind::Choice(test, yes, no), at)
            }
            &TermKind::Logic(_, left, right) => {
                let (left, right) = (self.element(left, at), self.element(right, at));
                self.union(vec![left, right], at)
            }
            TermKind::Op(name, arguments) if matches!(&**name, "Map" | "Set") => match arguments.first() {
                Some(&list) => self.element(list, at),
                None => Term::NONE,
            },
            TermKind::Op(name, _) if &**name == "number" => Term::UNKNOWN,
            TermKind::Api(path) if self.models.knows(&format!("{path}.[]")) => self.api(&format!("{path}.[]"), at),
            TermKind::Unknown | TermKind::Api(_) => Term::UNKNOWN,
            TermKind::None => Term::NONE,
            _ => self.operation("[…]", vec![list], at),
        }
    }

    /// Returns what a function gives for each value that a term may be; `None` if it is not one of several.
    fn in_each(&mut self, value: Term, at: Node<'a>, mut part: impl FnMut(&mut Self, Term) -> Term) -> Option<Term> {
        if self.is_too_deep() || !self.spend(1) {
            return Some(Term::UNKNOWN);
        }
        self.depth += 1;
        let all = self.parts_of_each(value, at, &mut part);
        self.depth -= 1;
        all
    }

    fn parts_of_each(
        &mut self,
        value: Term,
        at: Node<'a>,
        part: &mut dyn FnMut(&mut Self, Term) -> Term,
    ) -> Option<Term> {
        Some(match &*self.kind(value) {
            TermKind::Union(members) => {
                let parts = members.iter().map(|&member| part(self, member)).collect();
                self.union(parts, at)
            }
            TermKind::Guarded(inner, conditions) => {
                let inner = part(self, *inner);
                self.guarded(inner, conditions.clone(), at)
            }
            &TermKind::Choice(test, yes, no) => {
                let (yes, no) = (part(self, yes), part(self, no));
                self.make(TermKind::Choice(test, yes, no), at)
            }
            &TermKind::Logic(Logic::And, _, right) => part(self, right),
            // `options || {}` has the keys of the options.
            &TermKind::Logic(_, left, right) if self.is_empty_literal(right) => part(self, left),
            &TermKind::Logic(_, left, right) => {
                let parts = vec![part(self, left), part(self, right)];
                self.union(parts, at)
            }
            _ => return None,
        })
    }

    fn is_empty_literal(&self, value: Term) -> bool {
        match self.kind_of(value) {
            TermKind::Object { properties, spreads, computed } => {
                properties.is_empty() && spreads.is_empty() && computed.is_empty()
            }
            TermKind::Array { items, rest } => items.is_empty() && rest.is_none(),
            _ => false,
        }
    }

    /// Returns `Object.keys(value)`.
    pub(super) fn keys(&mut self, value: Term, at: Node<'a>) -> Term {
        if let Some(keys) = self.in_each(value, at, |flow, part| flow.keys(part, at)) {
            return keys;
        }
        match &*self.kind(value) {
            TermKind::Object { properties, spreads, computed } => {
                // Each name is a term.
                if !self.spend(properties.len()) {
                    return Term::UNKNOWN;
                }
                let mut items: Vec<Term> = Vec::new();
                for (name, _) in properties {
                    items.push(self.string(name, at));
                }
                let mut rest: Vec<Term> = computed.iter().map(|&(key, _)| key).collect();
                for &spread in spreads {
                    let keys = self.keys(spread, at);
                    rest.push(self.element(keys, at));
                }
                let rest = if rest.is_empty() { None } else { Some(self.union(rest, at)) };
                self.make(TermKind::Array { items, rest }, at)
            }
            &TermKind::Source(source) => {
                let rest = Some(self.part_of_source(source, "{keys}", at));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
            TermKind::Op(name, arguments) if &**name == "rest" => {
                let rest = self.keys(arguments[0], at);
                let element = self.element(rest, at);
                // The listed names are not among them.
                let mut conditions = Vec::new();
                for &listed in &arguments[1..] {
                    let term = self.operation("===", vec![element, listed], at);
                    conditions.push(Condition { term, holds: false });
                }
                let rest = Some(self.guarded(element, conditions, at));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
            _ => self.operation("Object.keys", vec![value], at),
        }
    }

    /// Returns `Object.values(value)`.
    fn values_of(&mut self, value: Term, at: Node<'a>) -> Term {
        if let Some(values) = self.in_each(value, at, |flow, part| flow.values_of(part, at)) {
            return values;
        }
        match &*self.kind(value) {
            TermKind::Object { properties, spreads, computed } => {
                let items: Vec<Term> = properties.iter().map(|&(_, value)| value).collect();
                let mut rest: Vec<Term> = computed.iter().map(|&(_, value)| value).collect();
                for &spread in spreads {
                    let values = self.values_of(spread, at);
                    rest.push(self.element(values, at));
                }
                let rest = if rest.is_empty() { None } else { Some(self.union(rest, at)) };
                self.make(TermKind::Array { items, rest }, at)
            }
            &TermKind::Source(source) => {
                let rest = Some(self.part_of_source(source, "[…]", at));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
            TermKind::Op(name, arguments) if &**name == "rest" => self.values_of(arguments[0], at),
            _ => self.operation("Object.values", vec![value], at),
        }
    }

    /// Returns `Object.entries(value)`.
    fn entries_of(&mut self, value: Term, at: Node<'a>) -> Term {
        if let Some(entries) = self.in_each(value, at, |flow, part| flow.entries_of(part, at)) {
            return entries;
        }
        let (keys, values) = (self.keys(value, at), self.values_of(value, at));
        let pair = |flow: &mut Self, key, value| flow.make(TermKind::Array { items: vec![key, value], rest: None }, at);
        let (keys, values) = (self.kind(keys), self.kind(values));
        match (&*keys, &*values) {
            (TermKind::Array { items: keys, rest: key }, TermKind::Array { items: values, rest: value }) => {
                let items = keys.iter().zip(values).map(|(&key, &value)| pair(self, key, value)).collect();
                let rest = match (key, value) {
                    (&Some(key), &Some(value)) => Some(pair(self, key, value)),
                    _ => None,
                };
                self.make(TermKind::Array { items, rest }, at)
            }
            _ => {
                let (key, value) = (self.operation("Object.keys", vec![value], at), Term::UNKNOWN);
                let key = self.operation("[…]", vec![key], at);
                let rest = Some(pair(self, key, value));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
        }
    }

    /// Returns the result of a function of the language that takes objects or arrays apart, where its argument's shape
    /// is known.
    pub(super) fn structural(&mut self, name: &str, arguments: &[Term], at: Node<'a>) -> Option<Term> {
        let first = arguments.first().copied();
        Some(match (name, first?) {
            ("Object.keys" | "Object.getOwnPropertyNames" | "Reflect.ownKeys", value) => self.keys(value, at),
            ("Object.values", value) => self.values_of(value, at),
            ("Object.entries", value) => self.entries_of(value, at),
            ("Object.freeze" | "Object.seal" | "structuredClone", value) => value,
            ("Object.assign", _) => {
                let (mut properties, mut spreads, mut computed) = (Vec::new(), Vec::new(), Vec::new());
                for &argument in arguments {
                    match &*self.kind(argument) {
                        TermKind::Object { properties: own, spreads: theirs, computed: keys } => {
                            properties.extend(own.iter().cloned());
                            spreads.extend(theirs);
                            computed.extend(keys);
                        }
                        _ => {
                            self.put_away(&mut properties, &mut spreads, at);
                            spreads.push(argument);
                        }
                    }
                }
                self.make(TermKind::Object { properties, spreads, computed }, at)
            }
            ("Array.prototype.slice", list) => {
                let begin = arguments.get(1).map_or(Some(0), |&begin| self.constant_key(begin)?.parse::<usize>().ok());
                match (&*self.kind(list), begin) {
                    (TermKind::Array { items, rest }, Some(begin)) => {
                        let items = items.get(begin..).unwrap_or_default().to_vec();
                        self.make(TermKind::Array { items, rest: *rest }, at)
                    }
                    (TermKind::Source(_), _) => list,
                    _ => return Some(self.operation(".slice", arguments.to_vec(), at)),
                }
            }
            // The first object that has a property decides its value.
            ("Object.defaults", _) => {
                let reversed: Vec<Term> = arguments.iter().rev().copied().collect();
                return self.structural("Object.assign", &reversed, at);
            }
            ("Object.fromEntries", list) => {
                let entry = self.element(list, at);
                let (key, value) = (self.property(entry, "0", at), self.property(entry, "1", at));
                let kind =
                    TermKind::Object { properties: Vec::new(), spreads: Vec::new(), computed: vec![(key, value)] };
                self.make(kind, at)
            }
            ("Array.from" | "Promise.all" | "Promise.allSettled" | "Promise.race", list) => match &*self.kind(list) {
                TermKind::Array { .. } | TermKind::Source(_) if arguments.len() == 1 => list,
                TermKind::Op(name, arguments) if matches!(&**name, "Map" | "Set") => arguments.first().copied()?,
                _ => return None,
            },
            ("Buffer.concat", list) => {
                let nothing = self.string("", at);
                let list = match &*self.kind(list) {
                    &TermKind::Source(_) => {
                        let rest = Some(self.element(list, at));
                        self.make(TermKind::Array { items: Vec::new(), rest }, at)
                    }
                    _ => list,
                };
                self.operation(".join", vec![list, nothing], at)
            }
            // `_.get(object, 'a.b')`
            ("Reflect.path", object) => {
                let path = self.constant_key(*arguments.get(1)?)?;
                let value = path.split('.').fold(object, |object, name| self.property(object, name, at));
                match arguments.get(2) {
                    Some(&default) => self.union(vec![value, default], at),
                    None => value,
                }
            }
            // `_.pick(object, ['a', 'b'])`
            ("Object.pick", object) => {
                let names = match arguments.get(1).map(|&names| self.kind(names)).as_deref() {
                    Some(TermKind::Array { items, rest: None }) => items.clone(),
                    _ => arguments.get(1..)?.to_vec(),
                };
                let mut properties = Vec::new();
                for name in names {
                    let name = self.constant_key(name)?;
                    let value = self.property(object, &name, at);
                    properties.push((name, value));
                }
                self.make(TermKind::Object { properties, spreads: Vec::new(), computed: Vec::new() }, at)
            }
            ("Promise.resolve", value) => value,
            ("Error", message) => self.error(message, at),
            ("JSON.parse", text) => self.parsed(text, "{json}", at)?,
            ("querystring.parse" | "URLSearchParams", text) => self.parsed(text, "{query}", at)?,
            _ => return None,
        })
    }

    /// Returns the place in a list that a constant is.
    fn place_of(&self, term: Term) -> Option<usize> {
        self.constant_key(term)?.parse().ok()
    }

    /// Returns the result of a method of an array that calls a function for its items, or rearranges them.
    pub(super) fn array_method(&mut self, list: Term, method: &str, arguments: &[Term], at: Node<'a>) -> Option<Term> {
        let kind = self.kind(list);
        let (items, rest) = match &*kind {
            TermKind::Array { items, rest } => (items.clone(), rest.map(|rest| self.without_groups(rest, at))),
            TermKind::Source(_) if METHODS_OF_ARRAYS_ALONE.contains(&method) => {
                (Vec::new(), Some(self.element(list, at)))
            }
            TermKind::Union(members) if METHODS_OF_ARRAYS_ALONE.contains(&method) => {
                let mut results = Vec::new();
                for &member in members {
                    results.push(self.array_method(member, method, arguments, at)?);
                }
                return Some(self.union(results, at));
            }
            TermKind::Guarded(inner, conditions) => {
                let inner = self.array_method(*inner, method, arguments, at)?;
                return Some(self.guarded(inner, conditions.clone(), at));
            }
            &TermKind::Choice(test, yes, no) if [yes, no].iter().all(|&it| self.is_known_list(it)) => {
                let yes = self.array_method(yes, method, arguments, at)?;
                let no = self.array_method(no, method, arguments, at)?;
                return Some(self.make(TermKind::Choice(test, yes, no), at));
            }
            _ if self.asks_of_items(list, method, arguments, at) => {
                // A value of its own, which no attacker's text equals.
                let item = match self.path_of(list) {
                    Some(path) => self.api(&format!("{path}.[]"), at),
                    None => self.element(list, at),
                };
                (Vec::new(), Some(item))
            }
            TermKind::Op(..) | TermKind::Property(..) | TermKind::Each { .. } if self.is_tainted(list) => {
                return self.each(list, method, arguments.first().copied()?, at);
            }
            _ => return None,
        };
        let function = arguments.first().copied();
        let apply = |flow: &mut Self, item: Term| flow.apply(function.unwrap_or(Term::UNKNOWN), vec![item], at);
        Some(match method {
            "map" | "flatMap" => {
                let items = items.into_iter().map(|item| apply(self, item)).collect();
                let rest = rest.map(|rest| apply(self, rest));
                self.make(TermKind::Array { items, rest }, at)
            }
            "filter" | "find" | "findLast" => {
                // Any item may be dropped, so that indices are lost.
                let mut kept = Vec::new();
                for item in items.into_iter().chain(rest) {
                    let test = apply(self, item);
                    kept.push(self.guarded(item, vec![Condition { term: test, holds: true }], at));
                }
                let rest = self.union(kept, at);
                if method == "filter" {
                    self.make(TermKind::Array { items: Vec::new(), rest: Some(rest) }, at)
                } else {
                    self.union(vec![rest, Term::UNDEFINED], at)
                }
            }
            // All items pass: the conditions hold for each of them, and for the term that represents any of them.
            "every" => {
                let tests: Vec<Condition> = items
                    .into_iter()
                    .chain(rest)
                    .map(|item| Condition { term: apply(self, item), holds: true })
                    .collect();
                self.make(TermKind::AnyOf(vec![tests]), at)
            }
            "some" => {
                let tests = items
                    .into_iter()
                    .chain(rest)
                    .map(|item| vec![Condition { term: apply(self, item), holds: true }])
                    .collect();
                self.make(TermKind::AnyOf(tests), at)
            }
            // Places behind the first ones are kept.
            "slice"
                if let &[begin] = arguments
                    && let Some(begin) = self.place_of(begin) =>
            {
                let items = items.get(begin..).unwrap_or_default().to_vec();
                self.make(TermKind::Array { items, rest }, at)
            }
            "slice" | "reverse" | "sort" | "toSorted" | "toReversed" | "flat" if rest.is_some() => {
                let all = items.into_iter().chain(rest).collect();
                let rest = Some(self.union(all, at));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
            "concat" => {
                let (mut all, mut open) = (items, rest);
                for &argument in arguments {
                    match &*self.kind(argument) {
                        TermKind::Array { items, rest } if open.is_none() => {
                            all.extend(items);
                            open = *rest;
                        }
                        _ => {
                            let element = self.element(argument, at);
                            let known = open.into_iter().chain([element]).collect();
                            open = Some(self.union(known, at));
                        }
                    }
                }
                self.make(TermKind::Array { items: all, rest: open }, at)
            }
            "reduce" => {
                let start = arguments.get(1).copied().unwrap_or(Term::UNDEFINED);
                let all = items.into_iter().chain(rest).collect();
                let item = self.union(all, at);
                let once = self.apply(function.unwrap_or(Term::UNKNOWN), vec![start, item], at);
                self.union(vec![once, start], at)
            }
            "at" | "pop" | "shift" if rest.is_some() => {
                let all = items.into_iter().chain(rest).collect();
                self.union(all, at)
            }
            "join" if matches!(&*kind, TermKind::Source(_)) => {
                let list = self.make(TermKind::Array { items, rest }, at);
                let all = std::iter::once(list).chain(function).collect();
                self.operation(".join", all, at)
            }
            "entries" | "keys" | "values" => return None,
            _ => return None,
        })
    }

    /// Returns whether a call asks a function of the text about each item of a list of which nothing is known but that
    /// the program decides it: `items.some((item) => item.id === id)`.
    pub(super) fn asks_of_items(&self, list: Term, method: &str, arguments: &[Term], at: Node<'a>) -> bool {
        let asks = match method {
            "some" => true,
            // Queries of databases have methods of this name, whose callbacks take an error first.
            "find" => at.argument_at(0).is_some_and(|function| function.params().len() == 1),
            _ => false,
        };
        asks && matches!(
            self.kind_of(list),
            TermKind::Api(_) | TermKind::Call { .. } | TermKind::Property(..) | TermKind::Unknown
        ) && arguments.first().is_some_and(|&it| matches!(self.kind_of(it), TermKind::Function(..)))
            && !self.is_tainted(list)
    }

    /// Returns the result of a method of a list whose elements are known only when the term is evaluated.
    fn each(&mut self, list: Term, method: &str, function: Term, at: Node<'a>) -> Option<Term> {
        let method = match method {
            "map" => EachMethod::Map,
            "filter" => EachMethod::Filter,
            "find" => EachMethod::Find,
            "every" => EachMethod::Every,
            "some" => EachMethod::Some,
            _ => return None,
        };
        let bound = self.terms.len() as u32;
        let element = self.make(TermKind::Bound(bound, list), at);
        let body = self.apply(function, vec![element], at);
        Some(self.make(TermKind::Each { method, list, bound, body }, at))
    }

    /// Returns the result of calling a function value.
    pub(super) fn apply(&mut self, function: Term, arguments: Vec<Term>, at: Node<'a>) -> Term {
        match &*self.kind(function) {
            &TermKind::Function(id, outer) => self.invoke(id, outer, arguments, None, at),
            TermKind::Api(path) => self.call_api(path, arguments, at),
            _ => self.make(TermKind::Call { callee: function, arguments, is_awaited: false }, at),
        }
    }
}

/// Methods that strings do not have.
const METHODS_OF_ARRAYS_ALONE: &[&str] =
    &["map", "filter", "find", "every", "some", "flatMap", "reduce", "forEach", "findLast", "join"];

/// Methods of strings, arrays, numbers, sets and regular expressions that the interpreter knows.
pub(super) const METHODS: &[&str] = &[
    "at",
    "charAt",
    "charCodeAt",
    "codePointAt",
    "concat",
    "endsWith",
    "exec",
    "get",
    "has",
    "hasOwnProperty",
    "includes",
    "indexOf",
    "join",
    "lastIndexOf",
    "length",
    "localeCompare",
    "match",
    "matchAll",
    "normalize",
    "padEnd",
    "padStart",
    "pop",
    "repeat",
    "replace",
    "replaceAll",
    "reverse",
    "search",
    "shift",
    "slice",
    "sort",
    "splice",
    "split",
    "startsWith",
    "substr",
    "substring",
    "test",
    "toFixed",
    "toISOString",
    "toLocaleLowerCase",
    "toLocaleUpperCase",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
    "trimEnd",
    "trimLeft",
    "trimRight",
    "trimStart",
    "valueOf",
];
