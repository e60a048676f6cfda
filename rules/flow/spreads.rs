//! Lists that are put together: spread items, items that may be added, choices between lists.

use super::{Flow, Term, TermKind};
use crate::estree::Node;

impl<'a> Flow<'a> {
    /// Replaces spread items by the items of their lists. From the first list of unknown length on, all items are
    /// merged into the rest.
    pub(super) fn spread_items(
        &mut self,
        items: Vec<Term>,
        rest: Option<Term>,
        at: Node<'a>,
    ) -> (Vec<Term>, Option<Term>) {
        if !items.iter().any(|&item| matches!(*self.kind(item), TermKind::Spread(_))) {
            return (items, rest);
        }
        let (mut known, mut open): (Vec<Term>, Vec<Term>) = (Vec::new(), Vec::new());
        for item in items {
            match &*self.kind(item) {
                &TermKind::Spread(list) => match &*self.kind(list) {
                    TermKind::Array { items, rest } => {
                        if open.is_empty() {
                            known.extend(items);
                        } else {
                            open.extend(items);
                        }
                        open.extend(rest);
                    }
                    _ => open.push(self.element(list, at)),
                },
                _ if open.is_empty() => known.push(item),
                _ => open.push(item),
            }
        }
        open.extend(rest);
        let rest = if open.is_empty() { None } else { Some(self.union(open, at)) };
        (known, rest)
    }

    /// Makes an array of items, of which some may be spread. A choice between two known lists is made before the items
    /// are put together, so that the places of those after it are known: `[...(verbose ? ['-v'] : []), name]`.
    pub(super) fn array_of(&mut self, items: Vec<Term>, rest: Option<Term>, at: Node<'a>) -> Term {
        /// The maximum number of choices in one array that are distinguished.
        const MAX_CHOICES: usize = 2;
        let chosen = |flow: &Self, item: Term| match *flow.kind(item) {
            TermKind::Spread(list) => match *flow.kind(list) {
                TermKind::Choice(test, yes, no) if [yes, no].iter().all(|&it| flow.is_known_list(it)) => {
                    Some((test, yes, no))
                }
                _ => None,
            },
            _ => None,
        };
        let mut choices = (0..items.len()).filter_map(|place| Some((place, chosen(self, items[place])?)));
        if let Some((place, (test, yes, no))) = choices.next()
            && choices.count() < MAX_CHOICES
        {
            let ways = [yes, no].map(|list| {
                let mut items = items.clone();
                items[place] = self.make(TermKind::Spread(list), at);
                self.array_of(items, rest, at)
            });
            return self.make(TermKind::Choice(test, ways[0], ways[1]), at);
        }
        let (items, rest) = self.spread_items(items, rest, at);
        self.make(TermKind::Array { items, rest }, at)
    }

    /// Returns items that may be added to a list: an option of a program stays before its value, as in
    /// `list.push('--branch', name)`, and `--` before all that comes after it.
    pub(super) fn with_options(&mut self, items: Vec<Term>, at: Node<'a>) -> Vec<Term> {
        let mut grouped = Vec::new();
        let mut items = items.into_iter().peekable();
        while let Some(item) = items.next() {
            let mut group = vec![item];
            match self.constant_text(item).as_deref() {
                Some("--") => group.extend(items.by_ref()),
                Some(option) if option.len() > 1 && option.starts_with('-') => {
                    group.extend(items.next_if(|&next| self.is_tainted(next)));
                }
                _ => {}
            }
            grouped.push(if let [item] = *group {
                self.unspread(item, at)
            } else {
                let group = self.array_of(group, None, at);
                self.make(TermKind::Spread(group), at)
            });
        }
        grouped
    }

    /// Returns whether a term for the further items of a list may be several items that stay together.
    pub(super) fn is_group(&self, items: Term) -> bool {
        match self.kind_of(items) {
            TermKind::Spread(_) => true,
            TermKind::Union(members) => members.iter().any(|&it| matches!(self.kind_of(it), TermKind::Spread(_))),
            _ => false,
        }
    }

    /// Returns the term for any one of the further items of a list.
    pub(super) fn without_groups(&mut self, items: Term, at: Node<'a>) -> Term {
        if !self.is_group(items) {
            return items;
        }
        match &*self.kind(items) {
            TermKind::Union(members) => {
                let members = members.iter().map(|&member| self.unspread(member, at)).collect();
                self.union(members, at)
            }
            _ => self.unspread(items, at),
        }
    }

    /// Returns whether all items of a list and their number are known.
    pub(super) fn is_known_list(&self, list: Term) -> bool {
        matches!(self.kind_of(list), TermKind::Array { rest: None, .. })
    }

    /// Returns an item; of a spread one, any element of its list.
    pub(super) fn unspread(&mut self, item: Term, at: Node<'a>) -> Term {
        match &*self.kind(item) {
            &TermKind::Spread(list) => self.element(list, at),
            _ => item,
        }
    }
}
