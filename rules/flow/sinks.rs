//! One pass over a text: where data is given to something dangerous, and what an attacker can do there.

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{
    Fact, Flow, Frame, Term, TermKind,
    facts::FactFound,
    models::{Models, Role},
    witness,
};
use crate::{
    engine::{Proof, ProofStep, SourceKind},
    estree::{Kind, Node, Tree},
};

/// What happens to the data that a sink is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(dead_code, reason = "rows of libraries are being added")]
pub enum SinkKind {
    /// A shell runs it.
    Shell,
    /// It is the file of a program that is run; the arguments are beside it.
    Program,
    /// It is a list of arguments of a program.
    Arguments,
    /// A file of this name is read, written or removed.
    Path,
    /// The folder of this name is listed or removed.
    Folder,
    /// A database executes it.
    Sql,
    /// A database executes it: whoever decides the names of its columns decides what is written.
    Columns,
    /// A database takes it as a query object.
    NoSql,
    /// It is run as JavaScript.
    Code,
    /// A module of this name is loaded.
    Module,
    /// It is compiled as a template.
    Template,
    /// It is parsed as HTML, in a page or an answer.
    Html,
    /// A request goes to this address.
    Request,
    /// A browser is sent to this address.
    Redirect,
    /// It is compiled to a regular expression.
    RegExp,
    /// It is written into a log.
    Log,
    /// It is the value of a header.
    Header,
    /// It is made into objects of any class.
    Deserialize,
    /// It is parsed as XML with external entities.
    Xml,
    /// The caller decides how much is done.
    Size,
    /// A property of this name is read from an object, and a property of what it gives is written.
    PrototypeKey,
}

/// Which of a call's arguments a sink takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "rows of libraries are being added")]
pub enum Argument {
    At(usize),
    /// All from one on.
    From(usize),
    /// A property of one.
    Option(usize, &'static str),
}

/// A flow with its proof.
#[derive(Clone, Debug)]
pub struct Found {
    pub kind: SinkKind,
    /// The call or assignment that is reported.
    pub node: NodeId,
    pub source: SourceKind,
    /// What the data is called where it enters.
    pub source_name: String,
    /// What the sink is called: the callee's text.
    pub sink_name: String,
    /// Where in the sink the value stands, as the context's reader says.
    pub context: String,
    /// The weakness where the context makes it another one than the rule's.
    pub weakness: witness::Weakness,
    pub proof: Proof,
}

/// All that was found in one text.
#[derive(Debug, Default)]
pub struct Outcome {
    pub flows: Vec<Found>,
    pub facts: Vec<FactFound>,
}

/// Looks for sinks and facts in a text and proves what can be proved.
pub fn analyze<'a>(tree: &'a Tree<'a>, path: &'a str, facts: &[Fact]) -> Outcome {
    let mut flow = Flow::new(tree, path);
    let mut outcome = Outcome::default();
    let mut facts_on: [Vec<Fact>; 256] = std::array::from_fn(|_| Vec::new());
    for fact in facts {
        for &on in fact.on {
            facts_on[on as usize].push(*fact);
        }
    }
    for (_, node) in tree.all_nodes() {
        match node.ast() {
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => flow.look_at_call(node, &mut outcome.flows),
            AstKind::AssignmentExpression(_) => {
                flow.look_at_assignment(node, &mut outcome.flows);
                flow.look_at_dynamic_write(node, &mut outcome.flows);
            }
            _ => {}
        }
        for fact in &facts_on[node.ast().ty() as usize] {
            if let Some(found) = (fact.check)(&mut flow, node) {
                outcome.facts.push(FactFound { rule: fact.rule, ..found });
            }
        }
    }
    outcome
}

impl<'a> Flow<'a> {
    fn look_at_call(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let Some(callee) = call.callee() else { return };
        let models = Models::get();
        let name = callee.identifier().or_else(|| callee.property().and_then(Node::name));
        let may_be = name.is_none_or(|name| models.may_be_sink(name)) || callee.variable().is_some();
        if !may_be {
            return;
        }
        let Some(path) = self.callee(call) else { return };
        let mut roles = models.roles(&path);
        let method = callee.property().and_then(Node::name);
        let any_receiver;
        if roles.is_empty()
            && let Some(method) = method
            && !self.is_of_the_text(callee)
        {
            any_receiver = format!("*.{method}");
            roles = models.roles(&any_receiver);
        }
        for role in roles {
            if let &Role::Sink(argument, kind) = role {
                self.look_at_sink(call, argument, kind, found);
            }
        }
    }

    /// Whether what is called is a function of the text, which is read and has no model.
    fn is_of_the_text(&mut self, callee: Node<'a>) -> bool {
        let value = self.value(callee);
        matches!(&*self.kind(value), TermKind::Function(..) | TermKind::Class(_))
    }

    fn look_at_sink(&mut self, call: Node<'a>, argument: Argument, kind: SinkKind, found: &mut Vec<Found>) {
        let arguments = self.arguments(call, Frame::ROOT);
        let operands: Vec<Term> = match argument {
            Argument::At(index) => arguments.get(index).map(|&it| self.unspread(it, call)).into_iter().collect(),
            Argument::From(index) => {
                let rest = arguments.get(index..).unwrap_or_default().to_vec();
                rest.into_iter().map(|it| self.unspread(it, call)).collect()
            }
            Argument::Option(index, name) => match arguments.get(index) {
                Some(&options) => vec![self.property(options, name, call)],
                None => Vec::new(),
            },
        };
        for operand in operands {
            self.prove(call, operand, kind, &arguments, found);
        }
    }

    fn look_at_assignment(&mut self, assignment: Node<'a>, found: &mut Vec<Found>) {
        let Some(left) = assignment.left().filter(|left| left.is(Kind::MemberExpression)) else { return };
        let models = Models::get();
        let Some(name) = left.property().and_then(|it| if left.computed() { it.string() } else { it.name() }) else {
            return;
        };
        if !models.may_be_assigned(name) {
            return;
        }
        let value = self.value(left);
        let path = self.path_of(value).unwrap_or_default();
        let mut roles = models.roles(&path);
        let any_receiver = format!("*.{name}");
        if roles.is_empty() {
            roles = models.roles(&any_receiver);
        }
        for role in roles {
            if let &Role::Assigned(kind) = role
                && let Some(right) = assignment.right()
            {
                let operand = self.value(right);
                self.prove(assignment, operand, kind, &[], found);
            }
        }
    }

    /// Looks for an input that does damage, and notes the flow if there is one.
    fn prove(&mut self, node: Node<'a>, operand: Term, kind: SinkKind, arguments: &[Term], found: &mut Vec<Found>) {
        for sink in witness::Sink::of(self, kind, operand, arguments, node) {
            if self.is_tainted(sink.operand) {
                self.prove_sink(node, &sink, found);
            }
        }
    }

    pub(super) fn prove_sink(&mut self, node: Node<'a>, sink: &witness::Sink, found: &mut Vec<Found>) {
        let mut conditions = self.conditions_at(node, Frame::ROOT);
        if let Some(read) = sink.read {
            let read = self.node(read);
            conditions.extend(self.conditions_at(read, Frame::ROOT));
        }
        let Some(proved) = witness::search(self, sink, &conditions) else { return };
        let source = self.source(proved.source).clone();
        let mut steps = vec![ProofStep {
            span: self.node(source.at).span(),
            text: format!("{} comes from {}", source.name, source_words(source.kind)),
        }];
        steps.extend(self.steps(sink.operand, proved.source, node));
        let target = node.callee().or_else(|| node.left()).unwrap_or(node);
        let name = crate::engine::shorten(target.text()).into_owned();
        steps.push(ProofStep { span: node.span(), text: format!("{name} {}", sink.does()) });
        let proof = Proof::Flow {
            source: source.kind,
            steps,
            sink: sink.does(),
            context: proved.context.clone(),
            witness: proved.witness,
        };
        found.push(Found {
            kind: sink.kind,
            node: node.id(),
            source: source.kind,
            source_name: source.name.to_string(),
            sink_name: name,
            context: proved.context,
            weakness: proved.weakness,
            proof,
        });
    }

    /// The places that a source passes on its way into a term, from the source on.
    fn steps(&self, operand: Term, source: super::SourceId, sink: Node<'a>) -> Vec<ProofStep> {
        /// How many places evidence names at most.
        const MAX_STEPS: usize = 12;
        let mut way: Vec<NodeId> = Vec::new();
        let mut next = Some(operand);
        while let Some(term) = next {
            let place = self.place(term);
            if place != NodeId::ROOT && way.last() != Some(&place) {
                way.push(place);
            }
            let kind = self.kind(term);
            next = kind.parts().into_iter().find(|&part| self.has_source(part, source, 0));
        }
        way.reverse();
        way.dedup();
        let line = |id: &NodeId| self.node(*id).span().start;
        let sink_span = sink.span();
        way.iter()
            .filter(|id| self.node(**id).span() != sink_span && line(id) != u32::MAX)
            .take(MAX_STEPS)
            .map(|&id| {
                let node = self.node(id);
                ProofStep { span: node.span(), text: crate::engine::shorten(node.text()).into_owned() }
            })
            .collect()
    }

    fn has_source(&self, term: Term, source: super::SourceId, depth: usize) -> bool {
        if depth > 64 || !self.is_tainted(term) {
            return false;
        }
        match &*self.kind(term) {
            TermKind::Source(id) => *id == source,
            kind => kind.parts().into_iter().any(|part| self.has_source(part, source, depth + 1)),
        }
    }
}

fn source_words(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Remote => "a request",
        SourceKind::Browser => "the browser",
        SourceKind::Parameter => "the caller",
        SourceKind::Local => "outside the program",
        SourceKind::Secret => "a secret",
    }
}
