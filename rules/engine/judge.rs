//! The verdicts of oxsec's own analysis on the findings of other rules: confirmed, refuted, unproven.

use std::{rc::Rc, sync::LazyLock};

use oxc_span::Span;
use oxc_syntax::node::NodeId;

use super::{Judged, Judgement, Meta, Proof, RuleSet, SinkReport, SinkState, context::Finding};
use crate::{
    estree::{Kind, Node, Position, Positions, Tree},
    flow::{Outcome, SinkOutcome, SinkSeen},
    weakness::are_related,
};

/// The rules whose findings confirm those of others.
pub(super) static OWN_RULES: LazyLock<RuleSet> =
    LazyLock::new(|| RuleSet::preset("oxsec").expect("the catalogue has a preset of this name"));

/// A finding of a rule of oxsec's own.
struct Own {
    rule: &'static str,
    cwe: u16,
    node: NodeId,
    /// The spans of the finding and of its evidence.
    spans: Vec<Span>,
}

/// The reason where the analysis of a text was cut short.
const LIMIT_REACHED: &str = "the limit on evaluations of one file was reached";

/// Judges the findings of one text.
pub(super) struct Judge<'a> {
    tree: &'a Tree<'a>,
    outcome: Rc<Outcome>,
    own: Vec<Own>,
}

impl<'a> Judge<'a> {
    /// Makes a judge from the sinks that were seen and the findings of oxsec's own rules.
    pub(super) fn new(tree: &'a Tree<'a>, outcome: Rc<Outcome>, findings: Vec<Finding>) -> Self {
        let rules = &OWN_RULES.plan().metas;
        let own = findings.into_iter().filter(|finding| !finding.is_note).map(|finding| {
            let steps = match finding.proof.as_deref() {
                Some(Proof::Flow { steps, .. } | Proof::Fact { steps, .. }) => steps.as_slice(),
                None => &[],
            };
            Own {
                rule: rules[finding.rule].id,
                cwe: finding.cwe.unwrap_or_default(),
                node: finding.node,
                spans: std::iter::once(finding.span).chain(steps.iter().map(|step| step.span)).collect(),
            }
        });
        Self { tree, outcome, own: own.collect() }
    }

    /// Returns the outcome of the analysis of flows.
    pub(super) fn outcome(&self) -> Rc<Outcome> {
        Rc::clone(&self.outcome)
    }

    /// Judges a rule's finding; `None` where the rule is one of oxsec's own.
    pub(super) fn judge(&self, finding: &Finding, rule: &Meta, positions: &Positions<'_>) -> Option<Judgement> {
        let mut own_rules = OWN_RULES.rules.iter().map(|rule| rule.entry.meta);
        if own_rules.clone().any(|own| own.id == rule.id) {
            return None;
        }
        let cwe = finding.cwe.unwrap_or(rule.cwe);
        if !own_rules.any(|own| are_related(own.cwe, cwe)) {
            return Some(Judgement { verdict: Judged::NotApplicable, reason: String::new() });
        }
        let around = Around::of(self.tree.node_of(finding.node));
        if let Some(own) = self.own.iter().find(|own| are_related(own.cwe, cwe) && self.is_at(own, &around)) {
            let line = positions.position(own.spans[0].start).line;
            let reason = format!("{} in line {line}", own.rule);
            return Some(Judgement { verdict: Judged::Confirmed, reason });
        }
        let sinks = self.sinks_at(&around, cwe);
        let open = sinks.iter().find(|sink| self.state(sink) != SinkState::Refuted);
        let (verdict, reason) = match (open, sinks.first()) {
            (Some(open), _) => (Judged::Unproven, self.reason(open, positions)),
            (None, Some(closed)) => (Judged::Refuted, self.reason(closed, positions)),
            (None, None) if self.outcome.is_spent => (Judged::Unproven, LIMIT_REACHED.to_owned()),
            (None, None) => (Judged::Unproven, "no call here is known to take what an attacker may send".to_owned()),
        };
        Some(Judgement { verdict, reason })
    }

    /// Returns whether one of oxsec's own findings is at the same call expression, or its evidence passes it.
    fn is_at(&self, own: &Own, around: &Around<'_>) -> bool {
        let call = around.nodes.iter().find(|node| is_call(**node)).map(|node| node.span());
        let is_within = |outer: Span, inner: Span| outer.start <= inner.start && inner.end <= outer.end;
        own.spans.iter().any(|&span| {
            around.nodes.iter().any(|node| node.span() == span)
                || call.is_some_and(|call| is_within(call, span))
                || around.inner.is_some_and(|inner| is_within(inner, span))
        }) || around.nodes.iter().any(|node| node.id() == own.node)
    }

    /// Returns the sinks of the innermost call around a finding where one has this weakness; otherwise the sinks within
    /// it.
    fn sinks_at(&self, around: &Around<'_>, cwe: u16) -> Vec<&SinkSeen> {
        let of = |node: NodeId| -> Vec<&SinkSeen> {
            let sinks = self.outcome.sinks.iter();
            sinks.filter(|sink| sink.node == node && are_related(sink.kind.cwe(), cwe)).collect()
        };
        let at = around.nodes.iter().map(|node| of(node.id())).find(|sinks| !sinks.is_empty());
        at.unwrap_or_else(|| {
            let Some(inner) = around.inner else { return Vec::new() };
            let sinks = self.outcome.sinks.iter().filter(|sink| are_related(sink.kind.cwe(), cwe));
            let is_within = |sink: &&SinkSeen| {
                let span = self.tree.node_of(sink.node).span();
                inner.start <= span.start && span.end <= inner.end
            };
            sinks.filter(is_within).collect()
        })
    }

    /// Reports the sinks, which explain why nothing was found.
    pub(super) fn reports(&self, positions: &Positions<'_>) -> Vec<SinkReport> {
        let report = |sink: &SinkSeen| {
            let node = self.tree.node_of(sink.node);
            let [Position { line, column }, end] = positions.span(node.span());
            let target = node.callee().or_else(|| node.left()).unwrap_or(node);
            SinkReport {
                line,
                column,
                end_line: end.line,
                end_column: end.column,
                name: super::shorten(target.text()).into_owned(),
                does: sink.kind.does(),
                cwe: sink.kind.cwe(),
                state: self.state(sink),
                reason: self.reason(sink, positions),
            }
        };
        let mut reports: Vec<SinkReport> = self.outcome.sinks.iter().map(report).collect();
        reports.sort_by_key(|sink| (sink.line, sink.column));
        reports
    }

    fn state(&self, sink: &SinkSeen) -> SinkState {
        match sink.outcome {
            SinkOutcome::Proven if self.is_reported(sink) => SinkState::Proven,
            SinkOutcome::Fixed | SinkOutcome::Closed(_) | SinkOutcome::Harmless => SinkState::Refuted,
            SinkOutcome::Proven
            | SinkOutcome::NoSource
            | SinkOutcome::Stopped(_)
            | SinkOutcome::Unproven
            | SinkOutcome::Limit => SinkState::Unproven,
        }
    }

    /// Returns whether a rule reports flows to a sink. Some flows concern no rule, such as a name in a log.
    fn is_reported(&self, sink: &SinkSeen) -> bool {
        self.own.iter().any(|own| own.node == sink.node)
    }

    /// Returns why a sink has its state.
    fn reason(&self, sink: &SinkSeen, positions: &Positions<'_>) -> String {
        let place = |node: NodeId| {
            let node = self.tree.node_of(node);
            let line = positions.position(node.span().start).line;
            format!("{} in line {line}", super::shorten(node.text()))
        };
        match sink.outcome {
            SinkOutcome::Proven if self.is_reported(sink) => "an input does damage".to_owned(),
            SinkOutcome::Proven => "an input arrives, but no rule takes that for a weakness".to_owned(),
            SinkOutcome::Fixed => "the program alone decides what it is given".to_owned(),
            SinkOutcome::Closed(Some(at)) => format!("{} leaves nothing that does damage", place(at)),
            SinkOutcome::Closed(None) => "what it is given leaves an attacker nothing that does damage".to_owned(),
            SinkOutcome::Harmless => "as it is called here it does nothing dangerous".to_owned(),
            SinkOutcome::NoSource => "no data of an attacker is seen to arrive in this file".to_owned(),
            SinkOutcome::Stopped(at) => format!("no input that was tried passes {}", place(at)),
            SinkOutcome::Unproven => "no input that was tried does damage".to_owned(),
            SinkOutcome::Limit => LIMIT_REACHED.to_owned(),
        }
    }
}

fn is_call(node: Node<'_>) -> bool {
    node.is_any(&[
        Kind::CallExpression,
        Kind::NewExpression,
        Kind::AssignmentExpression,
        Kind::TaggedTemplateExpression,
    ])
}

/// The nodes around a finding, from the one that is reported to its statement.
struct Around<'a> {
    nodes: Vec<Node<'a>>,
    /// The reported node's own text, where its contents belong to the same statement.
    inner: Option<Span>,
}

impl<'a> Around<'a> {
    fn of(node: Node<'a>) -> Self {
        let is_outer = |node: Node<'_>| {
            node.is_function()
                || node.is_any(&[Kind::Program, Kind::BlockStatement, Kind::ClassDeclaration, Kind::ClassExpression])
        };
        let is_statement = |node: Node<'_>| {
            let name = node.kind().name();
            name.ends_with("Statement") || name.ends_with("Declaration")
        };
        let mut nodes = Vec::new();
        for outer in std::iter::successors(Some(node), |node| node.parent()) {
            if is_outer(outer) && outer != node {
                break;
            }
            nodes.push(outer);
            if is_statement(outer) {
                break;
            }
        }
        Self { nodes, inner: (!is_outer(node)).then(|| node.span()) }
    }
}
