//! Maps, as lists of their entries.

use super::{Condition, Const, Flow, Term, TermKind};
use crate::estree::Node;

impl<'a> Flow<'a> {
    /// Returns the entries of a map that the text makes.
    fn entries_of_map(&self, map: Term) -> Option<(Vec<Term>, Option<Term>)> {
        let TermKind::Op(name, arguments) = &*self.kind(map) else { return None };
        if &**name != "Map" {
            return None;
        }
        match arguments.first() {
            None => Some((Vec::new(), None)),
            Some(&list) => match &*self.kind(list) {
                TermKind::Array { items, rest } => Some((items.clone(), *rest)),
                _ => None,
            },
        }
    }

    fn map_of(&mut self, items: Vec<Term>, rest: Option<Term>, at: Node<'a>) -> Term {
        let list = self.make(TermKind::Array { items, rest }, at);
        self.operation("Map", vec![list], at)
    }

    /// Returns a map with one more entry, which replaces an earlier one of the same key if the change is certain.
    pub(super) fn with_entry(
        &mut self,
        map: Term,
        key: Term,
        value: Term,
        is_sure: bool,
        at: Node<'a>,
    ) -> Option<Term> {
        let (mut items, rest) = self.entries_of_map(map)?;
        if is_sure {
            items = self.without_key(items, key, at);
        }
        items.push(self.make(TermKind::Array { items: vec![key, value], rest: None }, at));
        Some(self.map_of(items, rest, at))
    }

    /// Removes the entry of a key from a map; all entries if no key is given.
    pub(super) fn without_entry(&mut self, map: Term, key: Option<Term>, at: Node<'a>) -> Option<Term> {
        let (items, rest) = self.entries_of_map(map)?;
        let (items, rest) = match key {
            Some(key) => (self.without_key(items, key, at), rest),
            None => (Vec::new(), None),
        };
        Some(self.map_of(items, rest, at))
    }

    fn without_key(&mut self, items: Vec<Term>, key: Term, at: Node<'a>) -> Vec<Term> {
        items
            .into_iter()
            .filter(|&entry| {
                let known = self.property(entry, "0", at);
                !self.is_same(known, key)
            })
            .collect()
    }

    /// Returns whether two terms are certainly the same value: one constant, or one piece of an attacker's data.
    pub(super) fn is_same(&self, one: Term, other: Term) -> bool {
        one == other
            || match (&*self.kind(one), &*self.kind(other)) {
                (TermKind::Const(one), TermKind::Const(other)) => one == other,
                (TermKind::Source(one), TermKind::Source(other)) => one == other,
                _ => false,
            }
    }

    /// Returns the result of a method of a map.
    pub(super) fn map_method(&mut self, map: Term, method: &str, arguments: &[Term], at: Node<'a>) -> Option<Term> {
        let (items, rest) = self.entries_of_map(map)?;
        let part = match method {
            "get" => return arguments.first().map(|&key| self.map_value(items, rest, key, at)),
            "keys" => "0",
            "values" => "1",
            "entries" => return Some(self.make(TermKind::Array { items, rest }, at)),
            _ => return None,
        };
        let items = items.into_iter().map(|entry| self.property(entry, part, at)).collect();
        let rest = rest.map(|entry| self.property(entry, part, at));
        Some(self.make(TermKind::Array { items, rest }, at))
    }

    /// Returns the value of a key: the last one that is set for it, or any whose key may be equal.
    fn map_value(&mut self, items: Vec<Term>, rest: Option<Term>, key: Term, at: Node<'a>) -> Term {
        let mut values = Vec::new();
        for entry in items.into_iter().rev().chain(rest) {
            let (known, value) = (self.property(entry, "0", at), self.property(entry, "1", at));
            if self.is_same(known, key) {
                values.push(value);
                return self.union(values, at);
            }
            let are_constants = [known, key].into_iter().all(|it| {
                matches!(&*self.kind(it), TermKind::Const(Const::String(_) | Const::Number(_) | Const::Bool(_)))
            });
            if !are_constants {
                // A map that is asked for one of its names says which name it was.
                let is_it = self.operation("===", vec![key, known], at);
                values.push(self.guarded(value, vec![Condition { term: is_it, holds: true }], at));
            }
        }
        values.push(Term::UNDEFINED);
        self.union(values, at)
    }
}
