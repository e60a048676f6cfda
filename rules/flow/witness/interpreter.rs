//! Evaluates terms with a concrete input: a small pure interpreter.
//!
//! Over 600 lines: one evaluator, whose parts all call one another.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    constants::{PLACEHOLDER, of_api, of_constant},
    memo::{Depends, Memo},
    operators::property,
    strings,
    value::Val,
};
use crate::flow::{Condition, Const, Flow, Logic, SourceId, Term, TermKind, models::last_name, term::EachMethod};

/// The maximum nesting of terms that are evaluated.
const MAX_DEPTH: usize = 200;

/// The maximum number of ways through unions that is counted.
const MAX_WAYS: usize = 1 << 16;

/// The length of text in UTF-16 code units, or the number of values, that costs as much as an operation.
const UNITS_PER_OPERATION: usize = 64;
const VALUES_PER_OPERATION: usize = 8;

/// The number of steps of a match that costs as much as an operation.
const STEPS_PER_OPERATION: usize = 16;

/// The number of terms, searched for a source, that costs as much as an operation.
const TERMS_PER_OPERATION: usize = 8;

/// An evaluation in which one source has an attacker's input and all others something harmless.
pub(super) struct Run<'f, 'a> {
    flow: &'f Flow<'a>,
    focus: SourceId,
    input: Val,
    /// The number of the way through unions that is taken.
    variant: usize,
    /// The number of ways through the unions that were met: each union takes the way of this number, counted modulo its
    /// own.
    ways: usize,
    /// True if an unknown function that gets a whole object says nothing about the parts of it.
    trusts_wholes: bool,
    /// A term whose value is set from outside, for each input anew.
    assumed: Option<(Term, Option<Val>)>,
    memo: Memo,
    /// The dependencies of the value that is being evaluated.
    depends: Depends,
    /// The terms that were examined: true for those that contain the input's source.
    holding: FxHashMap<Term, bool>,
    /// The elements to which functions are being applied.
    bound: Vec<(u32, Val)>,
    /// Room for a text that is put together.
    room: Vec<u16>,
    depth: usize,
    spent: usize,
}

impl<'f, 'a> Run<'f, 'a> {
    pub(super) fn new(flow: &'f Flow<'a>, mut memo: Memo, focus: SourceId) -> Self {
        memo.make_room(flow.terms.len());
        Self {
            flow,
            focus,
            input: Val::Undefined,
            variant: 0,
            ways: 1,
            trusts_wholes: false,
            assumed: None,
            memo,
            depends: Depends::NOTHING,
            holding: FxHashMap::default(),
            bound: Vec::new(),
            room: Vec::new(),
            depth: 0,
            spent: 0,
        }
    }

    /// Returns the values that have been evaluated.
    pub(super) fn into_memo(self) -> Memo {
        self.memo
    }

    /// Begins anew with another source, or another way through unions.
    pub(super) fn begin(&mut self, focus: SourceId, variant: usize) {
        if focus != self.focus {
            self.ways = 1;
            self.holding.clear();
        }
        self.focus = focus;
        self.variant = variant;
        self.memo.begin_run();
    }

    /// Begins anew with another input.
    pub(super) fn set(&mut self, input: Val) {
        self.input = input;
        self.memo.begin_input();
        if let Some((_, value)) = &mut self.assumed {
            *value = None;
        }
    }

    /// Sets whether an unknown function that gets a whole object says nothing about the parts of it.
    pub(super) fn trust_wholes(&mut self, trusts: bool) {
        self.trusts_wholes = trusts;
    }

    /// Announces that [`assume`](Self::assume) sets the value of a term, and of all terms made alike at its place, for
    /// each input.
    pub(super) fn will_assume(&mut self, term: Term) {
        self.assumed = Some((term, None));
    }

    /// Sets the value of a term for this input.
    pub(super) fn assume(&mut self, term: Term, value: Val) {
        self.assumed = Some((term, Some(value)));
    }

    /// Returns the number of operations that have been evaluated since the last call; long texts count as several.
    pub(super) fn take_spent(&mut self) -> usize {
        std::mem::take(&mut self.spent)
    }

    /// Returns the number of different variants that have been seen with this source. Later ones repeat them.
    pub(super) fn ways(&self) -> usize {
        self.ways
    }

    /// Evaluates a term; also returns whether another input may change its value.
    pub(super) fn eval_noting(&mut self, term: Term) -> (Val, bool) {
        self.depends = Depends::NOTHING;
        let value = self.eval(term);
        (value, self.depends.has(Depends::INPUT))
    }

    /// Returns whether a condition may hold, and whether another input may change that.
    pub(super) fn may_hold_noting(&mut self, condition: Condition) -> (bool, bool) {
        self.depends = Depends::NOTHING;
        let holds = self.may_hold(condition);
        (holds, self.depends.has(Depends::INPUT))
    }

    /// Returns whether a condition may hold with this input. It may if its value is not known and does not depend on an
    /// attacker's data.
    pub(super) fn may_hold(&mut self, condition: Condition) -> bool {
        match self.holds(condition) {
            Ok(holds) => holds,
            Err(tainted) => !tainted,
        }
    }

    /// Returns whether a condition holds. `Err` if that is not known: true if it depends on an attacker's data.
    fn holds(&mut self, condition: Condition) -> Result<bool, bool> {
        match self.flow.kind_of(condition.term) {
            TermKind::AnyOf(ways) => {
                let mut unknown = None;
                for way in ways {
                    let mut all = Ok(true);
                    for &inner in way {
                        match self.holds(inner) {
                            Ok(true) => {}
                            Ok(false) => {
                                all = Ok(false);
                                break;
                            }
                            Err(tainted) => all = Err(tainted || all == Err(true)),
                        }
                    }
                    match all {
                        Ok(true) => return Ok(condition.holds),
                        Ok(false) => {}
                        // A way that no attacker's data decides may be taken, whatever the others ask.
                        Err(tainted) => unknown = Some(tainted && unknown != Some(false)),
                    }
                }
                unknown.map_or(Ok(!condition.holds), Err)
            }
            TermKind::Op(name, arguments) if &**name == "!" => {
                self.holds(Condition { term: arguments[0], holds: !condition.holds })
            }
            &TermKind::Logic(logic @ (Logic::And | Logic::Or), left, right) => {
                // `a && b` holds where both do; `a || b` fails where both do.
                let both = (logic == Logic::And) == condition.holds;
                let (left, right) = (
                    self.holds(Condition { term: left, holds: condition.holds }),
                    self.holds(Condition { term: right, holds: condition.holds }),
                );
                match (left, right) {
                    (Ok(false), _) | (_, Ok(false)) if both => Ok(false),
                    (Ok(true), _) | (_, Ok(true)) if !both => Ok(true),
                    (Ok(left), Ok(right)) => Ok(if both { left && right } else { left || right }),
                    (Err(tainted), Ok(_)) | (Ok(_), Err(tainted)) => Err(tainted),
                    (Err(one), Err(other)) => Err(if both { one || other } else { one && other }),
                }
            }
            _ if condition.holds && self.finds_by_identifier(condition.term) => Ok(false),
            _ => {
                let value = self.eval(condition.term);
                // An unknown list of the program hardly contains the input.
                let says_little =
                    self.is_off_unknown_list(condition) || !condition.holds && self.is_unknown_part(condition.term);
                if value.truth().is_none() && says_little {
                    return Ok(true);
                }
                match value.truth() {
                    Some(truth) => Ok(truth == condition.holds),
                    None => match value {
                        Val::Unknown { tainted } => Err(tainted),
                        // The place is not reached with this input.
                        Val::Impossible => Ok(false),
                        _ => Err(false),
                    },
                }
            }
        }
    }

    /// Returns whether a condition holds where something is not in a list that belongs to the program.
    fn is_off_unknown_list(&self, condition: Condition) -> bool {
        if let TermKind::Call { callee, .. } = self.flow.kind_of(condition.term) {
            return !condition.holds && self.is_lookup(*callee);
        }
        let TermKind::Op(name, arguments) = self.flow.kind_of(condition.term) else { return false };
        let (list, is_listed) = match (&**name, arguments.as_slice()) {
            ("Object.hasOwn" | ".get" | ".hasOwnProperty" | ".includes" | ".has", &[list, ..]) => {
                (list, condition.holds)
            }
            ("in", &[_, list]) => (list, condition.holds),
            (_, &[place, number]) => match (self.flow.kind_of(place), self.flow.kind_of(number)) {
                (TermKind::Op(method, arguments), &TermKind::Const(Const::Number(number)))
                    if &**method == ".indexOf" =>
                {
                    let is_found = match (&**name, number as i64) {
                        (">=", 0) | (">" | "!==" | "!=", -1) => condition.holds,
                        ("<", 0) | ("<=" | "===" | "==", -1) => !condition.holds,
                        _ => return false,
                    };
                    (arguments[0], is_found)
                }
                _ => return false,
            },
            _ => return false,
        };
        !is_listed && !self.flow.is_tainted(list)
    }

    /// Returns whether a term is the record that a database finds by an identifier that the input, a text, decides. The
    /// program made the identifiers of its records: no text that does damage is one. An object may be found all the
    /// same, as an operator.
    fn finds_by_identifier(&mut self, term: Term) -> bool {
        let TermKind::Call { callee, arguments, .. } = self.flow.kind_of(term) else { return false };
        let method = match self.flow.kind_of(*callee) {
            TermKind::Property(_, name) => name,
            TermKind::Api(path) => last_name(path),
            _ => return false,
        };
        let Some(&asked) = arguments.first() else { return false };
        let identifiers = match method {
            "findById" | "findByPk" | "findOneById" => vec![asked],
            "findFirst" | "findOne" | "findOneBy" | "findUnique" => self.identifiers_in(asked, 0),
            _ => return false,
        };
        identifiers.into_iter().any(|it| self.holds_focus(it) && matches!(self.eval(it), Val::Text(_)))
    }

    /// Returns the identifiers that a filter of records asks for: `{ id }`, `{ where: { userId } }`.
    fn identifiers_in(&self, filter: Term, depth: usize) -> Vec<Term> {
        let TermKind::Object { properties, .. } = self.flow.kind_of(filter) else { return Vec::new() };
        let is_identifier = |name: &str| matches!(name, "_id" | "id") || name.ends_with("Id") || name.ends_with("ID");
        let named = properties.iter().filter(|(name, _)| is_identifier(name)).map(|&(_, value)| value);
        let nested = properties.iter().filter(|(name, _)| &**name == "where" && depth == 0);
        named.chain(nested.flat_map(|&(_, value)| self.identifiers_in(value, depth + 1))).collect()
    }

    /// Returns whether a function looks something up in a table of the program: `cache.get`.
    fn is_lookup(&self, callee: Term) -> bool {
        let is_get = match self.flow.kind_of(callee) {
            TermKind::Property(_, name) => &**name == "get",
            TermKind::Api(path) => path.ends_with(".get"),
            _ => false,
        };
        is_get && !self.flow.is_tainted(callee)
    }

    /// Returns whether a term tests whether an input contains an unknown text: hardly any does.
    fn is_unknown_part(&mut self, term: Term) -> bool {
        let TermKind::Op(name, arguments) = self.flow.kind_of(term) else { return false };
        let &[text, part] = arguments.as_slice() else { return false };
        matches!(&**name, ".includes" | ".startsWith" | ".endsWith")
            && matches!(self.eval(text), Val::Text(_))
            && matches!(self.eval(part), Val::Unknown { tainted: false } | Val::Opaque(_))
    }

    pub(super) fn eval(&mut self, term: Term) -> Val {
        if let Some((assumed, value)) = &self.assumed
            && self.flow.is_tainted(term)
            && self.flow.is_made_alike(term, *assumed)
        {
            self.depends.add(Depends::INPUT);
            if let Some(value) = value {
                return value.clone();
            }
        }
        if let Some((known, depends)) = self.memo.get(term) {
            self.depends.add(depends);
            return known.clone();
        }
        self.spent += 1;
        if self.depth >= MAX_DEPTH {
            self.depends.add(Depends::INPUT);
            return Val::Unknown { tainted: true };
        }
        self.depth += 1;
        let around = std::mem::replace(&mut self.depends, Depends::NOTHING);
        let value = self.evaluate(term);
        self.depth -= 1;
        self.memo.insert(term, value.clone(), self.depends);
        self.depends.add(around);
        value
    }

    fn evaluate(&mut self, term: Term) -> Val {
        let flow = self.flow;
        match flow.kind_of(term) {
            TermKind::Unknown => Val::Unknown { tainted: false },
            TermKind::None => Val::Impossible,
            TermKind::Const(constant) => of_constant(constant),
            &TermKind::Source(source) => self.input_of(source),
            TermKind::Api(path) => of_api(path),
            TermKind::Concat(parts) => self.concat(parts),
            TermKind::Op(name, arguments) => self.operation(name, arguments),
            TermKind::Object { properties, spreads, computed } => {
                let mut object: Vec<(String, Val)> = Vec::new();
                for &spread in spreads {
                    if let Val::Object(inner) = self.eval(spread) {
                        object.extend(inner.iter().cloned());
                    }
                }
                for &(ref name, term) in properties {
                    let value = self.eval(term);
                    // No object is made where the value of a property throws.
                    if value == Val::Impossible && self.is_made_here(term) {
                        return Val::Impossible;
                    }
                    object.push((name.to_string(), value));
                }
                for &(key, value) in computed {
                    let (key, value) = (self.eval(key), self.eval(value));
                    let key = match key {
                        Val::Unknown { tainted: false } => Some(PLACEHOLDER.to_owned()),
                        key => key.to_text(),
                    };
                    if let (Some(key), false) = (key, value == Val::Impossible) {
                        object.push((key, value));
                    }
                }
                Val::Object(Rc::new(object))
            }
            TermKind::Array { items, rest } => {
                let mut array = Vec::new();
                for &item in items.iter().chain(rest) {
                    match self.eval(item) {
                        Val::Impossible if self.is_made_here(item) => return Val::Impossible,
                        // An item that a filter drops, or that is not pushed.
                        Val::Impossible => {}
                        Val::Array(several) if flow.is_group(item) => array.extend(several.iter().cloned()),
                        value => array.push(value),
                    }
                }
                Val::Array(Rc::new(array))
            }
            TermKind::Function(..) | TermKind::Class(_) => Val::Function,
            TermKind::Instance(..) => Val::Unknown { tainted: false },
            TermKind::Union(members) => self.one_of(members),
            TermKind::Guarded(value, conditions) => {
                let mut unknown = false;
                for &condition in conditions {
                    match self.holds(condition) {
                        Ok(true) | Err(false) => {}
                        Ok(false) => return Val::Impossible,
                        Err(true) => unknown = true,
                    }
                }
                let value = self.eval(*value);
                // A guard on an attacker's data that is not understood proves nothing either way.
                if unknown { Val::Unknown { tainted: true } } else { value }
            }
            &TermKind::Choice(test, yes, no) => match self.holds(Condition { term: test, holds: true }) {
                Ok(true) => self.eval(yes),
                Ok(false) => self.eval(no),
                // `DOMPurify ? DOMPurify.sanitize(text) : text` asks whether a library is there.
                Err(false) if self.is_used(test, yes) => self.eval(yes),
                Err(tainted) => {
                    let taken = self.one_of(&[yes, no]);
                    if tainted && (flow.is_tainted(yes) || flow.is_tainted(no)) {
                        return Val::Unknown { tainted: true };
                    }
                    taken
                }
            },
            &TermKind::Logic(logic, left, right) => {
                let value = self.eval(left);
                if value == Val::Impossible {
                    return value;
                }
                let takes_right = match logic {
                    Logic::And => value.truth(),
                    Logic::Or => value.truth().map(|truth| !truth),
                    Logic::Coalesce => match value {
                        Val::Undefined | Val::Null => Some(true),
                        Val::Unknown { .. } | Val::Opaque(_) => None,
                        _ => Some(false),
                    },
                };
                match takes_right {
                    Some(true) => self.eval(right),
                    Some(false) => value,
                    None if logic == Logic::And => self.eval(right),
                    None if flow.is_tainted(right) && !flow.is_tainted(left) => self.eval(right),
                    None => value,
                }
            }
            TermKind::Call { arguments, is_awaited, .. } => {
                let values: Vec<Val> = arguments.iter().map(|&argument| self.eval(argument)).collect();
                Val::Unknown { tainted: !is_awaited && self.has_input(arguments, &values) }
            }
            TermKind::Bound(number, _) => {
                self.depends.add(Depends::ELEMENT);
                match self.bound.iter().rev().find(|(known, _)| known == number) {
                    Some((_, value)) => value.clone(),
                    None => Val::Unknown { tainted: true },
                }
            }
            &TermKind::Each { method, list, bound, body } => self.each(method, list, bound, body),
            // The length of a list with any number of items is not known.
            TermKind::Property(object, name)
                if &**name == "length" && matches!(flow.kind_of(*object), TermKind::Array { rest: Some(_), .. }) =>
            {
                Val::Unknown { tainted: false }
            }
            TermKind::Property(object, name) => {
                let object = self.eval(*object);
                property(&object, name)
            }
            TermKind::AnyOf(_) => match self.holds(Condition { term, holds: true }) {
                Ok(holds) => Val::Bool(holds),
                Err(tainted) => Val::Unknown { tainted },
            },
            &TermKind::Spread(list) => self.eval(list),
        }
    }

    /// Returns whether a value is always made where the object or list is that holds it, not under a condition.
    fn is_made_here(&self, term: Term) -> bool {
        matches!(
            self.flow.kind_of(term),
            TermKind::Concat(_) | TermKind::Op(..) | TermKind::Object { .. } | TermKind::Array { .. }
        )
    }

    /// Returns the value of a source: the input, a part of it, a whole around it, or an unknown value.
    fn input_of(&mut self, source: SourceId) -> Val {
        let (value, depends) = self.part_of_input(source);
        self.depends.add(depends);
        value
    }

    fn part_of_input(&self, source: SourceId) -> (Val, Depends) {
        let by_input = |value| (value, Depends::INPUT);
        if source == self.focus {
            return by_input(self.input.clone());
        }
        if self.is_within(source, self.focus) {
            // A part of the input.
            let name = &self.flow.source(source).part;
            return by_input(match &self.input {
                Val::Object(properties) => properties
                    .iter()
                    .find(|(known, _)| **known == **name)
                    .map_or(Val::Undefined, |(_, value)| value.clone()),
                _ => Val::Unknown { tainted: true },
            });
        }
        if self.is_within(self.focus, source) {
            // A whole that the input is a part of.
            let mut part = self.focus;
            let mut value = self.input.clone();
            while part != source {
                let name = &self.flow.source(part).part;
                value = match &**name {
                    "{keys}" => {
                        let any = Val::Unknown { tainted: false };
                        Val::Object(Rc::new(vec![(value.to_text().unwrap_or_default(), any)]))
                    }
                    "{json}" | "{query}" => return by_input(Val::Unknown { tainted: false }),
                    "[…]" => Val::Array(Rc::new(vec![value])),
                    name => Val::Object(Rc::new(vec![(name.to_string(), value)])),
                };
                let Some(whole) = self.flow.source(part).part_of else { break };
                part = whole;
            }
            return by_input(value);
        }
        // Another source, which the attacker sets as the guards on it need.
        (Val::Unknown { tainted: false }, Depends::RUN)
    }

    /// Returns whether a value comes from the module or global that a test checks for.
    fn is_used(&self, test: Term, value: Term) -> bool {
        let paths = self.flow.path_of(test).zip(self.flow.path_of(value));
        paths.is_some_and(|(asked, used)| used.len() > asked.len() && used.starts_with(&*asked))
    }

    /// Returns whether one of these values may depend on the input.
    fn has_input(&mut self, arguments: &[Term], values: &[Val]) -> bool {
        arguments.iter().zip(values).any(|(&argument, value)| {
            if self.flow.is_tainted(argument) {
                self.depends.add(Depends::RUN);
            }
            let is_whole = self.trusts_wholes && matches!(value, Val::Object(_) | Val::Array(_));
            *value != Val::Unknown { tainted: false } && !is_whole && self.holds_focus(argument)
        })
    }

    /// Returns whether a term contains the source that has the input, a part of it or a whole around it. Data of
    /// another source says nothing of the input.
    fn holds_focus(&mut self, term: Term) -> bool {
        if !self.flow.is_tainted(term) {
            return false;
        }
        if let Some(&known) = self.holding.get(&term) {
            return known;
        }
        let mut pending = vec![term];
        let mut seen = FxHashSet::default();
        let mut holds = false;
        while let Some(next) = pending.pop() {
            if !self.flow.is_tainted(next) || !seen.insert(next) {
                continue;
            }
            match self.flow.kind_of(next) {
                &TermKind::Source(source) => {
                    if self.is_within(source, self.focus) || self.is_within(self.focus, source) {
                        holds = true;
                        break;
                    }
                }
                kind => kind.each_part(|part| pending.push(part)),
            }
        }
        self.spent += seen.len() / TERMS_PER_OPERATION;
        if !holds {
            self.holding.extend(seen.into_iter().map(|term| (term, false)));
        }
        self.holding.insert(term, holds);
        holds
    }

    /// Returns whether a source is another, or a part of it.
    fn is_within(&self, inner: SourceId, outer: SourceId) -> bool {
        std::iter::successors(Some(inner), |&it| self.flow.source(it).part_of).any(|it| it == outer)
    }

    /// Returns the result of a method of a list that calls a function for each element.
    fn each(&mut self, method: EachMethod, list: Term, bound: u32, body: Term) -> Val {
        /// The maximum number of elements that a function is applied to.
        const MAX_ELEMENTS: usize = 64;
        let list = self.eval(list);
        let Val::Array(items) = &list else {
            return match list {
                Val::Impossible => Val::Impossible,
                Val::Unknown { tainted } => Val::Unknown { tainted },
                _ => Val::Unknown { tainted: true },
            };
        };
        if items.len() > MAX_ELEMENTS {
            return Val::Unknown { tainted: true };
        }
        let around = self.memo.element();
        let result = self.each_of(method, items, bound, body);
        self.memo.set_element(around);
        if self.bound.is_empty() {
            self.depends.remove(Depends::ELEMENT);
        }
        result
    }

    /// Applies a function to the elements of a list.
    fn each_of(&mut self, method: EachMethod, items: &[Val], bound: u32, body: Term) -> Val {
        let mut results = Vec::new();
        for item in items {
            // Values that depend on the element are evaluated anew for each.
            self.memo.begin_element();
            self.bound.push((bound, item.clone()));
            let condition = Condition { term: body, holds: true };
            let (value, truth) = match method {
                EachMethod::Map => (self.eval(body), Ok(true)),
                _ => (item.clone(), self.holds(condition)),
            };
            self.bound.pop();
            match (method, truth) {
                (EachMethod::Map, _) | (EachMethod::Filter, Ok(true)) => results.push(value),
                (EachMethod::Find, Ok(true)) => return value,
                (EachMethod::Some, Ok(true)) => return Val::Bool(true),
                (EachMethod::Every, Ok(false)) => return Val::Bool(false),
                (_, Ok(_)) => {}
                (_, Err(tainted)) => return Val::Unknown { tainted },
            }
        }
        match method {
            EachMethod::Map | EachMethod::Filter => Val::Array(Rc::new(results)),
            EachMethod::Find => Val::Undefined,
            EachMethod::Every => Val::Bool(true),
            EachMethod::Some => Val::Bool(false),
        }
    }

    fn concat(&mut self, parts: &[Term]) -> Val {
        let mut units = std::mem::take(&mut self.room);
        units.clear();
        let mut unknown = None;
        for &part in parts {
            let value = self.eval(part);
            match value {
                Val::Impossible => return Val::Impossible,
                Val::Unknown { tainted: false } => units.extend(PLACEHOLDER.encode_utf16()),
                _ => match value.to_units() {
                    Some(text) => units.extend_from_slice(&text),
                    None => unknown = Some(true),
                },
            }
        }
        self.spent += units.len() / UNITS_PER_OPERATION;
        let value = if unknown.is_some() { Val::Unknown { tainted: true } } else { Val::units(&units) };
        self.room = units;
        value
    }

    /// Returns the value among several that this variant takes; tainted ones come first.
    fn one_of(&mut self, members: &[Term]) -> Val {
        let flow = self.flow;
        let is_tainted = |member: &&Term| flow.is_tainted(**member);
        let tainted = members.iter().filter(is_tainted).count();
        if tainted == 0 {
            if self.answers_both_ways(members) {
                return Val::Unknown { tainted: false };
            }
            return self.first_of(members.iter()).unwrap_or(Val::Impossible);
        }
        let begin = if tainted > 1 {
            self.ways = least_common_multiple(self.ways, tainted).min(MAX_WAYS);
            self.depends.add(Depends::RUN);
            self.variant % tainted
        } else {
            0
        };
        let order = members.iter().filter(is_tainted).cycle().skip(begin).take(tainted);
        let unknown = match self.first_of(order) {
            // An attacker may leave an unknown value out, so that the program takes its own.
            Some(value) if value != (Val::Unknown { tainted: false }) => return value,
            unknown => unknown,
        };
        match self.first_of(members.iter().filter(|member| !is_tainted(member))) {
            Some(value) if !matches!(value, Val::Unknown { .. }) => {
                // Both are tried: the attacker's, and the program's own.
                if unknown.is_some() {
                    self.ways = least_common_multiple(self.ways, 2).min(MAX_WAYS);
                    self.depends.add(Depends::RUN);
                }
                unknown.filter(|_| self.variant % 2 == 1).unwrap_or(value)
            }
            other => unknown.or(other).unwrap_or(Val::Impossible),
        }
    }

    /// Returns the first known value, otherwise the first unknown one; `None` if this input leads to none.
    fn first_of<'t>(&mut self, members: impl Iterator<Item = &'t Term>) -> Option<Val> {
        let mut unknown = None;
        for &member in members {
            match self.eval(member) {
                Val::Impossible => {}
                value @ Val::Unknown { .. } => unknown = unknown.or(Some(value)),
                value => return Some(value),
            }
        }
        unknown
    }

    /// Returns whether the program may answer a question both with true and with false, whatever the input.
    fn answers_both_ways(&mut self, members: &[Term]) -> bool {
        let (mut yes, mut no) = (false, false);
        for &member in members {
            match self.eval(member) {
                Val::Bool(true) => yes = true,
                Val::Bool(false) => no = true,
                Val::Impossible => {}
                _ => return false,
            }
        }
        yes && no
    }

    fn operation(&mut self, name: &str, arguments: &[Term]) -> Val {
        /// The maximum number of arguments that need no list of their own.
        const FEW: usize = 3;
        if arguments.len() <= FEW {
            let values: [Val; FEW] =
                std::array::from_fn(|at| arguments.get(at).map_or(Val::Undefined, |&argument| self.eval(argument)));
            return self.operation_on(name, arguments, &values[..arguments.len()]);
        }
        let values: Vec<Val> = arguments.iter().map(|&argument| self.eval(argument)).collect();
        self.operation_on(name, arguments, &values)
    }

    fn operation_on(&mut self, name: &str, arguments: &[Term], values: &[Val]) -> Val {
        if values.contains(&Val::Impossible) {
            return Val::Impossible;
        }
        let tainted = self.has_input(arguments, values);
        if !tainted && let Some(answer) = about_sender(name, values) {
            return answer;
        }
        // A value of the program's own may be whatever is asked of it: `req.method === 'GET'`.
        if !tainted && asks_about_placeholder(name, values) {
            return Val::Unknown { tainted: false };
        }
        let result = strings::operation(name, values, tainted, &self.flow.patterns);
        if let Val::Text(text) = &result {
            self.spent += text.len() / UNITS_PER_OPERATION;
        }
        self.spent += values.len() / VALUES_PER_OPERATION;
        self.spent += self.flow.patterns.take_steps() / STEPS_PER_OPERATION;
        result
    }
}

/// Returns the answer to whether the page of a stranger that sends a message is one that the program names, or is on
/// one of its lists: `event.origin === 'https://app.example.com'`. An origin that merely contains a name may be a
/// stranger's.
fn about_sender(name: &str, values: &[Val]) -> Option<Val> {
    let [one, other] = values else { return None };
    // The origin of a page in a frame without rights is `null`.
    let names_any = |it: &Val| matches!(it, Val::Undefined | Val::Null) || *it == Val::text("null");
    let is_list = matches!(one, Val::Array(_) | Val::Set(_) | Val::Opaque(_));
    match name {
        "===" | "==" | "!==" | "!=" if is_sender(one) != is_sender(other) => {
            let named = if is_sender(one) { other } else { one };
            (!names_any(named)).then(|| Val::Bool(name.starts_with('!')))
        }
        ".includes" | ".has" if is_sender(other) && is_list => Some(Val::Bool(false)),
        ".indexOf" if is_sender(other) && is_list => Some(Val::Number(-1.0)),
        _ => None,
    }
}

/// Returns whether a value is the origin of the page that a message comes from, or this in other letters.
fn is_sender(value: &Val) -> bool {
    let Val::Opaque(name) = value else { return false };
    let rest = ["zo_dom_Event_origin", "zo_event_origin"].iter().find_map(|origin| name.strip_prefix(origin));
    matches!(rest, Some("" | "_toLowerCase__" | "_toString__" | "_trim__"))
}

/// Returns whether an operation tests a value that only a placeholder represents.
fn asks_about_placeholder(name: &str, values: &[Val]) -> bool {
    const ASKING: &[&str] = &[
        "!=",
        "!==",
        "<",
        "<=",
        "==",
        "===",
        ">",
        ">=",
        "in",
        ".endsWith",
        ".has",
        ".includes",
        ".indexOf",
        ".lastIndexOf",
        ".match",
        ".search",
        ".startsWith",
        ".test",
    ];
    let is_placeholder = |value: &Val| matches!(value, Val::Opaque(_));
    ASKING.contains(&name) && values.iter().any(is_placeholder) && !matches!(values, [one, other] if one == other)
}

fn least_common_multiple(one: usize, other: usize) -> usize {
    let (mut divisor, mut rest) = (one, other);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    one / divisor * other
}
