//! The outcome of the search at each sink of a text, which says why nothing was found there.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashSet;

use super::{
    Condition, Const, Flow, Frame, SinkKind, Term, TermKind,
    domain::{self, Chars},
    witness,
};
use crate::estree::Node;

/// A sink and the outcome of the search there.
#[derive(Clone, Debug)]
pub(crate) struct SinkSeen {
    /// The call or assignment.
    pub node: NodeId,
    pub kind: SinkKind,
    pub outcome: SinkOutcome,
}

/// The outcome of the search at a sink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SinkOutcome {
    /// An input does damage.
    Proven,
    /// The program alone decides what the sink is given.
    Fixed,
    /// No input does damage: what the check or call at this place lets through cannot.
    Closed(Option<NodeId>),
    /// The sink does nothing dangerous, as it is called.
    Harmless,
    /// Nothing that an attacker decides is seen to arrive.
    NoSource,
    /// The inputs that were tried do not pass this check.
    Stopped(NodeId),
    /// The inputs that were tried do no damage.
    Unproven,
    /// The text asks for more evaluations than it has.
    Limit,
}

/// The budget of a text for the outcomes at sinks, in terms examined: a base, and more for each byte of the text.
pub(super) const RECORD_BASE: usize = 400_000;
pub(super) const RECORD_PER_BYTE: usize = 8;

/// The part of that budget that one search for the condition that stops the inputs takes.
const SEARCH_COST: usize = 20_000;

/// The maximum number of conditions at a sink that are examined for the one that stops the inputs.
const MAX_CONDITIONS: usize = 8;

impl<'a> Flow<'a> {
    /// Records the outcome of the search at a sink, where outcomes are recorded.
    pub(super) fn record(&mut self, node: Node<'a>, sink: &witness::Sink, is_proven: bool) {
        // Every SQL sink is searched for columns too, and every query for fields: only proven ones are recorded.
        let is_beside = matches!(sink.kind, SinkKind::Columns | SinkKind::Fields);
        if self.seen.is_none() || is_beside && !is_proven {
            return;
        }
        // Recording must not change what is found.
        let (fuel, search_left) = (self.fuel, self.search_left.get());
        debug_assert!(
            !is_proven
                || !matches!(self.outcome_without_proof(node, sink), SinkOutcome::Fixed | SinkOutcome::Closed(_)),
            "a sink is both proven and refuted: {}",
            node.text()
        );
        let outcome = if is_proven { SinkOutcome::Proven } else { self.outcome_without_proof(node, sink) };
        self.fuel = fuel;
        self.search_left.set(search_left);
        // `require` of a literal is too common to be recorded.
        if sink.kind == SinkKind::Module && outcome == SinkOutcome::Fixed {
            return;
        }
        self.see(node, sink.kind, outcome);
    }

    /// Notes a dynamic name that reaches what it should not. Other dynamic names are too common to be recorded.
    pub(super) fn record_name(&mut self, node: Node<'a>, kind: SinkKind) {
        self.see(node, kind, SinkOutcome::Proven);
    }

    /// Notes a sink that does nothing dangerous, as it is called.
    pub(super) fn record_harmless(&mut self, node: Node<'a>, kind: SinkKind) {
        self.see(node, kind, SinkOutcome::Harmless);
    }

    fn see(&mut self, node: Node<'a>, kind: SinkKind, outcome: SinkOutcome) {
        if let Some(seen) = &mut self.seen {
            seen.push(SinkSeen { node: node.id(), kind, outcome });
        }
    }

    fn outcome_without_proof(&mut self, node: Node<'a>, sink: &witness::Sink) -> SinkOutcome {
        if self.fuel == 0 || self.record_left == 0 {
            return SinkOutcome::Limit;
        }
        let is_tainted = self.is_tainted(sink.operand);
        let mut conditions = if is_tainted { self.conditions_at(node, Frame::ROOT) } else { Vec::new() };
        conditions.extend(&sink.conditions);
        let (reach, spent) = domain::reach(self, sink.operand, &conditions);
        self.record_left = self.record_left.saturating_sub(spent);
        if !reach.chars.is_some() && reach.by.is_none() {
            return SinkOutcome::Fixed;
        }
        if self.is_closed(sink, reach.chars) {
            return SinkOutcome::Closed(reach.by);
        }
        if !is_tainted {
            return SinkOutcome::NoSource;
        }
        match self.stopping(sink, &conditions) {
            Some(place) => SinkOutcome::Stopped(place),
            None => SinkOutcome::Unproven,
        }
    }

    /// Returns the place of the condition that stops every damaging input that was tried.
    fn stopping(&mut self, sink: &witness::Sink, conditions: &[Condition]) -> Option<NodeId> {
        self.record_left = self.record_left.checked_sub(SEARCH_COST)?;
        witness::search(self, sink, &[])?;
        let mut conditions = conditions.iter().take(MAX_CONDITIONS);
        let stops = conditions.find(|condition| witness::search(self, sink, &[**condition]).is_none())?;
        Some(self.place(stops.term))
    }

    /// Returns whether these characters can do no damage at a sink.
    pub(super) fn is_closed(&self, sink: &witness::Sink, chars: Chars) -> bool {
        if !chars.is_some() && !chars.structured {
            return true;
        }
        match sink.kind {
            // A word that begins the line is the name of a program.
            SinkKind::Shell => chars.is_word_or("_.,:/@%+=-") && !self.is_tainted(self.parts_of_text(sink.operand)[0]),
            // No option begins with these.
            SinkKind::Arguments => chars.is_word_or("_./"),
            SinkKind::Path | SinkKind::Look => {
                !chars.has('/') || !chars.outside || !chars.dots && self.is_joined_to_folder(sink.operand)
            }
            SinkKind::Format => !chars.has('%'),
            SinkKind::Sql
            | SinkKind::Clause
            | SinkKind::Filter
            | SinkKind::Code
            | SinkKind::Script
            | SinkKind::Template
            | SinkKind::PrototypeKey => chars.and(Chars::number()) == chars,
            SinkKind::NoSql => !chars.structured,
            // In an attribute a script needs no quotes, but calls something.
            SinkKind::Html | SinkKind::MailHtml | SinkKind::Selector => {
                !(chars.has_any("<>\"'") || chars.has('(') && self.may_be_in_attribute(sink.operand))
            }
            // Two dots lead out of the path that the program names.
            SinkKind::Request => self.has_fixed_host(sink.operand) && !chars.dots,
            SinkKind::Redirect | SinkKind::Resource => self.has_fixed_host(sink.operand),
            // The scheme is what comes before a colon.
            SinkKind::Link => !chars.has(':'),
            SinkKind::RegExp => chars.is_word_or(" "),
            SinkKind::Log | SinkKind::Header => !chars.has_any("\n\r"),
            // The empty name is the folder itself, and the other kinds need no particular character.
            SinkKind::Folder
            | SinkKind::Removal
            | SinkKind::Program
            | SinkKind::Method
            | SinkKind::GlobalMethod
            | SinkKind::Columns
            | SinkKind::Fields
            | SinkKind::Locals
            | SinkKind::Page
            | SinkKind::Module
            | SinkKind::Origin
            | SinkKind::Deserialize
            | SinkKind::Xml
            | SinkKind::Size
            | SinkKind::Inflate => false,
        }
    }

    /// Returns the parts of a text or path that is put together, at least one: the term itself where it is not.
    fn parts_of_text(&self, term: Term) -> Vec<Term> {
        match self.kind_of(term) {
            TermKind::Concat(parts) if !parts.is_empty() => parts.clone(),
            TermKind::Op(name, parts) if matches!(&**name, "+" | "path.join") && !parts.is_empty() => parts.clone(),
            TermKind::Guarded(value, _) => self.parts_of_text(*value),
            _ => vec![term],
        }
    }

    /// Returns whether a text of the program in a term may end within an attribute of a tag.
    fn may_be_in_attribute(&self, term: Term) -> bool {
        /// The maximum number of terms that are searched.
        const MAX_TERMS: usize = 400;
        let mut seen = FxHashSet::default();
        let mut pending = vec![term];
        while let Some(term) = pending.pop() {
            if !seen.insert(term) {
                continue;
            }
            if seen.len() > MAX_TERMS {
                return true;
            }
            match self.kind_of(term) {
                TermKind::Const(Const::String(text)) => {
                    let end = text.rsplit('>').next().unwrap_or_default();
                    if end.contains('=') {
                        return true;
                    }
                }
                kind => kind.each_part(|part| pending.push(part)),
            }
        }
        false
    }

    /// Returns whether a path begins with a folder that the program chooses, which no absolute name replaces.
    fn is_joined_to_folder(&self, term: Term) -> bool {
        let parts = self.parts_of_text(term);
        parts.len() > 1 && !self.is_tainted(parts[0])
    }

    /// Returns whether the program alone decides the host of an address: an attacker's data comes after it.
    fn has_fixed_host(&self, term: Term) -> bool {
        let parts = self.parts_of_text(term);
        let first = parts[0];
        if self.is_tainted(first) || parts.len() < 2 {
            return false;
        }
        match self.constant_text(first) {
            Some(text) => match text.split_once("://") {
                Some((_, rest)) => rest.find(['/', '?', '#']).is_some_and(|at| at > 0),
                // `/` and a name that begins with `/` are a host.
                None => text.len() > 1 && text.starts_with('/') && !text[1..].starts_with(['/', '\\']),
            },
            None => self.constant_text(parts[1]).is_some_and(|next| next.starts_with(['/', '?', '#'])),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::flows_in;

    #[test]
    fn characters_that_do_nothing_within_a_text_may_do_damage_where_it_begins_or_in_an_attribute() {
        let shell = |line: &str| {
            let check = "if (!/^[a-z]+$/.test(name)) return;";
            flows_in(&format!("exports.run = (name) => {{ {check} require('child_process').exec({line}); }};"))
        };
        assert_eq!(shell("'ls ' + name"), 0);
        assert_eq!(shell("name"), 1);
        let page = |html: &str| {
            let escape = "const safe = req.query.a.replace(/[<>&\"']/g, '');";
            flows_in(&format!("require('express')().get('/', (req, res) => {{ {escape} res.send({html}); }});"))
        };
        assert_eq!(page("'<p class=\"a\">' + safe + '</p>'"), 0);
        assert_eq!(page("'<a href=\"' + safe + '\">a</a>'"), 1);
    }

    #[test]
    fn line_breaks_of_the_program_forge_no_log_line() {
        let log = |text: &str| {
            let write = format!("process.stdout.write({text} + '\\n')");
            flows_in(&format!("require('http').createServer((req) => {{ {write}; }});"))
        };
        assert_eq!(log("decodeURIComponent(req.url)"), 1);
        assert_eq!(log("decodeURIComponent(req.url).replace(/[\\r\\n]/g, '')"), 0);
    }
}
