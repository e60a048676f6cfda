//! Weaknesses that need no flow: a literal, a setting, an absence.

use oxc_ast::AstType;
use oxc_syntax::node::NodeId;

use super::Flow;
use crate::{engine::ProofStep, estree::Node};

/// What a fact is found by.
#[derive(Clone, Copy)]
pub struct Fact {
    /// The rule that reports it, without the plugin's name.
    pub rule: &'static str,
    /// The types of nodes that it is looked for at.
    pub on: &'static [AstType],
    pub check: FactCheck,
}

/// Looks at one node and gives what is found.
pub type FactCheck = for<'a> fn(&mut Flow<'a>, Node<'a>) -> Option<FactFound>;

/// A weakness that a fact proves.
#[derive(Clone, Debug)]
pub struct FactFound {
    pub rule: &'static str,
    pub node: NodeId,
    pub message_id: &'static str,
    /// The weakness in the Common Weakness Enumeration.
    pub cwe: u16,
    /// What is wrong, naming the code's own identifiers; no full stop.
    pub what: String,
    /// What to do about it.
    pub fix: String,
    pub steps: Vec<ProofStep>,
    /// The attack that it enables.
    pub attack: String,
    /// Whether it is hygiene, and no weakness that anybody exploits.
    pub is_note: bool,
}

impl FactFound {
    /// A weakness at a node; the evidence names that place first.
    pub fn at(node: Node<'_>, message_id: &'static str, cwe: u16) -> Self {
        Self {
            rule: "",
            node: node.id(),
            message_id,
            cwe,
            what: String::new(),
            fix: String::new(),
            steps: Vec::new(),
            attack: String::new(),
            is_note: false,
        }
    }

    /// Makes it a remark: hygiene, and no weakness that anybody exploits.
    #[must_use]
    pub fn note(mut self) -> Self {
        self.is_note = true;
        self
    }

    #[must_use]
    pub fn what(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }

    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = fix.into();
        self
    }

    /// Adds a place that the evidence names.
    #[must_use]
    pub fn step(mut self, node: Node<'_>, text: impl Into<String>) -> Self {
        self.steps.push(ProofStep { span: node.span(), text: text.into() });
        self
    }

    /// Says the attack that the fact enables.
    #[must_use]
    pub fn attack(mut self, attack: impl Into<String>) -> Self {
        self.attack = attack.into();
        self
    }
}
