//! The pass over a text that looks for sinks and facts, and proves the flows into the sinks.

use std::sync::Arc;

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Facts, Flow, Found, Frame, Settings, SinkKind, SinkSeen, Term, TermKind,
    answers::{answers_scripts_only, type_said_after},
    called::is_fixed,
    documents::names_database,
    facts::FactFound,
    markup::may_be_html as is_html_property,
    models::Role,
    sink_kind::Argument,
    witness,
};
use crate::{
    engine::{Proof, ProofStep, SourceKind},
    estree::{Kind, Node, Tree, Variable},
};

/// All that was found in one text.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub flows: Vec<Found>,
    pub facts: Vec<FactFound>,
    /// The outcome of the search at each sink, where outcomes are recorded.
    pub sinks: Vec<SinkSeen>,
    /// True if the text answers requests or runs in a page: there, what callers decide is less than what strangers do.
    pub has_requests: bool,
    /// True if the text takes more evaluations than the limit: what was not followed is not proven.
    pub is_spent: bool,
}

/// Looks for sinks and facts in a text and proves what can be proved.
pub(crate) fn analyze<'a>(tree: &'a Tree<'a>, path: &'a str, settings: &Settings, facts: &Facts) -> Outcome {
    let mut flow = Flow::new(tree, path, settings);
    let mut outcome = Outcome::default();
    let flows = &mut outcome.flows;
    // The facts that may be found at properties that follow.
    let mut at_properties = FxHashMap::default();
    for (id, node) in tree.all_nodes() {
        let mut facts_here = facts.on(node.ast().ty());
        match node.ast() {
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => {
                let of_call = flow.look_at_call(node, facts, flows);
                facts_here &= if flow.is_filtered { of_call } else { u32::MAX };
            }
            AstKind::ObjectExpression(_) => {
                let mut may_be_html = false;
                let at = facts.at_object(node, &mut at_properties, |key| may_be_html |= is_html_property(key));
                if may_be_html || !flow.is_filtered {
                    flow.look_at_object(node, flows);
                }
                facts_here &= if flow.is_filtered { at } else { u32::MAX };
            }
            AstKind::ObjectProperty(_) if flow.is_filtered => {
                facts_here = at_properties.remove(&id).unwrap_or_default();
            }
            AstKind::TaggedTemplateExpression(_) => flow.look_at_tagged_template(node, flows),
            AstKind::ImportExpression(_) => flow.look_at_import(node, flows),
            AstKind::ReturnStatement(_) => flow.look_at_return(node, flows),
            AstKind::JSXAttribute(_) => flow.look_at_attribute(node, flows),
            AstKind::AssignmentExpression(_) => {
                flow.look_at_assignment(node, flows);
                flow.look_at_dynamic_write(node, flows);
            }
            _ => {}
        }
        if facts_here != 0 && flow.is_filtered {
            facts_here = facts.at(node, facts_here);
        }
        if facts_here != 0 {
            facts.find(&mut flow, node, facts_here, &mut outcome.facts);
        }
    }
    let asks = outcome.flows.iter().any(|flow| matches!(flow.source, SourceKind::Parameter | SourceKind::Local));
    outcome.has_requests = asks && flow.has_requests();
    outcome.is_spent = flow.fuel == 0;
    outcome.sinks = flow.seen.unwrap_or_default();
    outcome
}

impl Outcome {
    /// Returns whether there is nothing to report.
    pub(crate) fn is_empty(&self) -> bool {
        self.flows.is_empty() && self.facts.is_empty()
    }
}

impl<'a> Flow<'a> {
    /// Returns whether a callee is a function or class of the text, which needs no model.
    pub(super) fn is_of_the_text(&mut self, callee: Node<'a>) -> bool {
        let value = self.value(callee);
        matches!(&*self.kind(value), TermKind::Function(..) | TermKind::Class(_))
    }

    pub(super) fn look_at_sink(&mut self, call: Node<'a>, argument: Argument, kind: SinkKind, found: &mut Vec<Found>) {
        if kind == SinkKind::Fields && self.callee(call).is_some_and(|path| is_copy(&path)) && makes_target(call) {
            return self.record_harmless(call, kind);
        }
        let arguments = self.arguments_passed(call);
        let operands: Vec<Term> = match argument {
            Argument::At(index) => arguments.get(index).map(|&it| self.unspread(it, call)).into_iter().collect(),
            Argument::From(index) => {
                let rest = arguments.get(index..).unwrap_or_default().to_vec();
                rest.into_iter().map(|it| self.unspread(it, call)).collect()
            }
            Argument::Option(index, name) => {
                let options = arguments.get(index).copied();
                let options = options.filter(|&options| !self.may_be_callback(call, index, options));
                options.and_then(|options| self.option(options, name, call)).into_iter().collect()
            }
            Argument::Keys(index) => {
                let objects = arguments.get(index..).unwrap_or_default().to_vec();
                objects.into_iter().map(|object| self.any_key(object, call)).collect()
            }
            Argument::Named(names, index) => {
                let name = arguments.first().and_then(|&name| self.constant_text(name));
                let is_one = name.is_some_and(|name| names.iter().any(|one| name.eq_ignore_ascii_case(one)));
                if is_one { arguments.get(index).copied().into_iter().collect() } else { Vec::new() }
            }
        };
        // Whoever decides an object decides the names in it.
        let operands: Vec<Term> = match (kind, argument) {
            // The options are those of a mapper only if the program names them.
            (SinkKind::Fields, Argument::Option(index, _))
                if !arguments.get(index).is_some_and(|&it| self.is_of_mapper(it)) =>
            {
                Vec::new()
            }
            (SinkKind::Fields, Argument::At(_) | Argument::Option(..)) => {
                operands.into_iter().map(|object| self.any_key(object, call)).collect()
            }
            _ => operands,
        };
        // A format without arguments formats nothing.
        if kind == SinkKind::Format && !matches!(argument, Argument::At(index) if arguments.len() > index + 1) {
            return;
        }
        if kind == SinkKind::Html && (self.answers_with_html(call) == Some(false) || answers_scripts_only(call))
            || !self.takes_what_is_dangerous(call, kind, &arguments)
        {
            return self.record_harmless(call, kind);
        }
        for operand in operands {
            // A function's result is put into the page too.
            let operand = if matches!(kind, SinkKind::Html | SinkKind::Template) {
                self.result_of(operand, call)
            } else {
                operand
            };
            let operand = match (kind, argument, arguments.first()) {
                (SinkKind::Log, Argument::At(index), Some(&format)) if index > 0 => {
                    self.written_by(format, index - 1, operand, call)
                }
                _ => operand,
            };
            self.prove(call, operand, kind, &arguments, found);
        }
    }

    /// Returns whether an object has the options of a mapper's call, beside which a record has no fields of its own.
    fn is_of_mapper(&self, options: Term) -> bool {
        const OPTIONS: &[&str] = &["data", "include", "omit", "select", "skipDuplicates", "where"];
        matches!(self.kind_of(options), TermKind::Object { properties, .. }
            if properties.iter().all(|(name, _)| OPTIONS.contains(&&**name)))
    }

    /// Returns the value of any name of a property of an object.
    fn any_key(&mut self, object: Term, at: Node<'a>) -> Term {
        let keys = self.keys(object, at);
        self.element(keys, at)
    }

    /// Returns whether an argument of unknown type may be the callback of a call that takes options and a callback: its
    /// last argument.
    fn may_be_callback(&mut self, call: Node<'a>, index: usize, argument: Term) -> bool {
        const CALLING_BACK: &[&str] = &["child_process.exec", "child_process.execFile"];
        let is_last = call.arguments().len() == index + 1;
        is_last
            && matches!(&*self.kind(argument), TermKind::Source(_))
            && self.callee(call).is_some_and(|path| CALLING_BACK.contains(&&*path))
    }

    /// Returns the value of an option, `a.b`; `None` if it is not given, or if another value, such as a callback, is
    /// given in place of the options.
    fn option(&mut self, options: Term, name: &str, call: Node<'a>) -> Option<Term> {
        name.split('.').try_fold(options, |value, name| {
            let has_options = match &*self.kind(value) {
                TermKind::Function(..) | TermKind::Const(_) | TermKind::Concat(_) => false,
                // An item of a list.
                TermKind::Array { .. } => name.parse::<usize>().is_ok(),
                _ => true,
            };
            let option = has_options.then(|| self.property(value, name, call));
            option.filter(|&option| option != Term::UNDEFINED)
        })
    }

    fn look_at_assignment(&mut self, assignment: Node<'a>, found: &mut Vec<Found>) {
        let Some(left) = assignment.left() else { return };
        let models = Arc::clone(&self.models);
        let name = match left.kind() {
            Kind::MemberExpression => {
                left.property().and_then(|it| if left.computed() { it.string() } else { it.name() })
            }
            // A global, such as `location`.
            Kind::Identifier => left.name(),
            _ => None,
        };
        let Some(name) = name else { return };
        if !models.may_be_assigned(name) || left.is(Kind::Identifier) && left.variable().is_some() {
            return;
        }
        let path = match left.object() {
            Some(object) => {
                let object = self.value(object);
                self.path_of(object).map(|object| models.canonical(&format!("{object}.{name}")).into_owned())
            }
            None => Some(models.canonical(name).into_owned()),
        };
        let path = path.unwrap_or_default();
        let mut roles = models.roles(&path);
        let any_receiver = format!("*.{name}");
        if !roles.iter().any(|role| matches!(role, Role::Assigned(_))) && left.is(Kind::MemberExpression) {
            roles = models.roles(&any_receiver);
        }
        for role in roles {
            if let &Role::Assigned(kind) = role
                && let Some(right) = assignment.right()
            {
                let operand = self.value(right);
                if kind == SinkKind::Html
                    && path == "koa.Context.body"
                    && !self.answers_koa_with_html(assignment, operand)
                {
                    continue;
                }
                self.prove(assignment, operand, kind, &[], found);
            }
        }
    }

    fn look_at_import(&mut self, import: Node<'a>, found: &mut Vec<Found>) {
        let is_sought = self.seen.is_some() || !self.is_filtered;
        if let Some(name) = import.source().filter(|name| is_sought || !is_fixed(*name, 0)) {
            let operand = self.value(name);
            self.prove(import, operand, SinkKind::Module, &[], found);
        }
    }

    /// Returns whether a call is dangerous as it is called: some functions are with certain options only.
    pub(super) fn takes_what_is_dangerous(&mut self, call: Node<'a>, kind: SinkKind, arguments: &[Term]) -> bool {
        let Some(path) = self.callee(call) else { return true };
        match kind {
            SinkKind::Deserialize if path.starts_with("js-yaml.") => call.arguments().iter().skip(1).any(|options| {
                let text = self.deep_text(options);
                let brings_code = text.contains(".function") || text.contains(".all");
                text.contains("js-yaml-js-types") && brings_code || text.contains("DEFAULT_FULL_SCHEMA")
            }),
            SinkKind::Xml if path.starts_with("libxmljs.parse") => match arguments.get(1) {
                Some(&options) => {
                    let noent = self.property(options, "noent", call);
                    super::contexts::is_truthy_constant(self, noent)
                }
                None => false,
            },
            SinkKind::Xml if &*path == "DOMParser().parseFromString" => {
                let kind = arguments.get(1).and_then(|&kind| self.constant_text(kind));
                kind.is_some_and(|kind| kind.contains("xml"))
            }
            // A copy into data of the request itself writes nothing of a record.
            SinkKind::Fields if is_copy(&path) => !arguments.first().is_some_and(|&target| self.is_of_request(target)),
            // Bytes are no name of a file.
            SinkKind::Path if matches!(&*path, "sharp" | "jimp.read") => {
                !arguments.first().is_some_and(|&file| self.is_bytes(file))
            }
            // Below a root it stays, and names of folders above are refused elsewhere too.
            SinkKind::Path if matches!(&*path, "send" | "koa-send" | "express.Response.sendFile") => {
                let at = if path.ends_with("sendFile") { 1 } else { 2 };
                // `send(request, path).root(folder)`
                let is_below = call.parent().is_some_and(|outer| outer.property_identifier() == Some("root"));
                !is_below
                    && arguments.get(at).copied().is_none_or(|options| {
                        let root = self.property(options, "root", call);
                        root == Term::UNDEFINED || self.is_decided_by_requests(root)
                    })
            }
            // Express says of bytes that they are nothing to show.
            SinkKind::Html if &*path == "express.Response.send" => {
                self.answers_with_html(call) == Some(true)
                    || !arguments.first().is_some_and(|&body| self.is_bytes(body))
            }
            SinkKind::Html if &*path == "hapi.Toolkit.response" => type_said_after(call) != Some(false),
            // Fastify answers with plain text where nothing else is said.
            SinkKind::Html if &*path == "fastify.Reply.send" => self.answers_with_html(call) == Some(true),
            // An answer of the fetch standard is plain text where it says nothing else.
            SinkKind::Html if matches!(&*path, "Response" | "NextResponse") => {
                call.argument_at(1).is_some_and(|options| self.says_html(options))
            }
            SinkKind::Html
                if path.starts_with("jquery.Object.tooltip") || path.starts_with("jquery.Object.popover") =>
            {
                match arguments.first() {
                    Some(&options) => {
                        let html = self.property(options, "html", call);
                        super::contexts::is_truthy_constant(self, html)
                    }
                    None => false,
                }
            }
            // An array of any length takes no room until something goes through it.
            SinkKind::Size if &*path == "Array" => call
                .parent()
                .is_some_and(|parent| !parent.is_any(&[Kind::ExpressionStatement, Kind::VariableDeclarator])),
            // Text is encoded; only a number is a size.
            SinkKind::Size if matches!(&*path, "Buffer" | "SlowBuffer" | "buffer.SlowBuffer") => {
                !arguments.first().is_some_and(|&size| self.is_text_of_request(size))
            }
            SinkKind::NoSql => self.may_be_of_documents(call, &path),
            // Texts alone compile what their method `match` is given.
            SinkKind::RegExp if matches!(call.callee_method(), Some("match" | "matchAll")) => {
                let holder = call.callee().and_then(Node::object).and_then(Node::variable);
                !holder.is_some_and(has_fields)
            }
            // A value that is no part of a statement may be given to a method `query` of anything.
            SinkKind::Sql if path.starts_with(['.', '*']) || self.models.roles(&path).is_empty() => {
                let is_whole = |&it: &Term| match self.kind_of(it) {
                    &TermKind::Guarded(inner, _) => matches!(self.kind_of(inner), TermKind::Source(_)),
                    kind => matches!(kind, TermKind::Source(_)),
                };
                let holder = call.callee().and_then(Node::object).map_or("", Node::text);
                !arguments.first().is_some_and(is_whole) || names_database(&path) || names_database(holder)
            }
            SinkKind::Inflate => !call.arguments().iter().any(|options| {
                let text = self.deep_text(options);
                ROOMS.iter().any(|word| text.contains(word))
            }),
            _ => true,
        }
    }

    /// Returns whether a request has part in a value.
    fn is_decided_by_requests(&self, value: Term) -> bool {
        /// The maximum number of terms that are searched.
        const MAX_TERMS: usize = 200;
        self.tainted_within(value).take(MAX_TERMS).any(|term| self.is_of_request(term))
    }

    /// Returns whether a value is data of a request.
    fn is_of_request(&self, value: Term) -> bool {
        matches!(self.kind_of(value), &TermKind::Source(source) if self.source(source).kind == SourceKind::Remote)
    }

    /// Returns whether a value is text of a request, which no parser makes a number of.
    fn is_text_of_request(&self, value: Term) -> bool {
        let is_text = |source| self.source(source).shape != super::Shape::Any;
        self.is_of_request(value) && matches!(self.kind_of(value), &TermKind::Source(source) if is_text(source))
    }

    /// Returns the text of an expression with that of the variables in it, one level deep: enough to see which options
    /// it names.
    pub(super) fn deep_text(&mut self, node: Node<'a>) -> String {
        let mut text = node.text().to_owned();
        let value = self.value(node);
        let place = self.place(value);
        if place != NodeId::ROOT {
            text.push_str(self.node(place).text());
        }
        for part in self.kind(value).parts() {
            if let TermKind::Api(path) = &*self.kind(part) {
                text.push_str(path);
            }
        }
        if let TermKind::Api(path) = &*self.kind(value) {
            text.push_str(path);
        }
        text
    }

    /// Looks for an input that does damage, and notes the flow if there is one.
    pub(super) fn prove(
        &mut self,
        node: Node<'a>,
        operand: Term,
        kind: SinkKind,
        arguments: &[Term],
        found: &mut Vec<Found>,
    ) {
        let is_page = is_part_of_page(node);
        let takes_callback = kind == SinkKind::Code && self.callee(node).is_some_and(|path| is_timer(&path));
        for mut sink in witness::Sink::of(self, kind, operand, arguments, node) {
            sink.is_page = is_page;
            sink.takes_callback = takes_callback;
            if kind == SinkKind::Path && self.callee(node).as_deref() == Some("send") {
                sink.conditions.push(self.has_no_parent(sink.operand, node));
            }
            sink.is_body = kind == SinkKind::Html && node.callee_method() == Some("send");
            let mut is_proven = false;
            if self.is_tainted(sink.operand) {
                sink.is_untyped = kind == SinkKind::Html && self.is_untyped_answer(node);
                is_proven = self.prove_sink(node, &sink, found);
            }
            self.record(node, &sink, is_proven);
        }
    }

    /// Looks for an input that does damage at a sink, and adds the flow. Returns whether there is one.
    pub(super) fn prove_sink(&mut self, node: Node<'a>, sink: &witness::Sink, found: &mut Vec<Found>) -> bool {
        let mut conditions = sink.conditions.clone();
        // The conditions at the write may be about another name than the one that is read.
        if sink.kind != SinkKind::PrototypeKey {
            conditions.extend(self.conditions_at(node, Frame::ROOT));
        }
        if sink.kind == SinkKind::Redirect {
            conditions.extend(self.conditions_of_path(node));
        }
        let Some(proved) = witness::search(self, sink, &conditions) else { return false };
        let source = self.source(proved.source).clone();
        let enters = self.entry_in(sink.operand, proved.source).unwrap_or(source.at);
        let mut steps = vec![ProofStep {
            span: self.node(enters).span(),
            text: format!("{} comes from {}", source.name, source_words(source.kind)),
        }];
        steps.extend(self.steps(sink.operand, (proved.source, enters), node));
        let target = node.callee().or_else(|| node.left()).unwrap_or(node);
        // Compilers write `(0, fs.open)(…)`.
        let target =
            if target.is(Kind::SequenceExpression) { target.expressions().last().unwrap_or(target) } else { target };
        let name = crate::engine::shorten(target.text()).into_owned();
        steps.push(ProofStep { span: node.span(), text: format!("{name} {}", sink.kind.does()) });
        let proof = Proof::Flow {
            source: source.kind,
            steps,
            sink: sink.kind.does(),
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
        true
    }

    /// Returns the place where a source enters a term: the same data may enter the text elsewhere too.
    fn entry_in(&self, operand: Term, source: super::SourceId) -> Option<NodeId> {
        /// The maximum number of terms that are searched.
        const MAX_TERMS: usize = 2_000;
        let is_it = |&term: &Term| matches!(self.kind_of(term), TermKind::Source(id) if *id == source);
        self.tainted_within(operand).take(MAX_TERMS).find(is_it).map(|term| self.place(term))
    }

    /// Returns the places that a source passes on its way into a term, from the source on.
    fn steps(&self, operand: Term, (source, enters): (super::SourceId, NodeId), sink: Node<'a>) -> Vec<ProofStep> {
        /// The maximum number of places that evidence names.
        const MAX_STEPS: usize = 12;
        let mut way: Vec<NodeId> = Vec::new();
        let mut next = Some(operand);
        // The terms that have been searched in vain, so that shared parts are searched once.
        let mut without = FxHashSet::default();
        while let Some(term) = next {
            let place = self.place(term);
            if place != NodeId::ROOT && way.last() != Some(&place) {
                way.push(place);
            }
            next = self.kind_of(term).parts().into_iter().find(|&part| self.has_source(part, source, &mut without));
        }
        way.reverse();
        way.dedup();
        let line = |id: &NodeId| self.node(*id).span().start;
        let sink_span = sink.span();
        let source_span = self.node(enters).span();
        way.iter()
            .filter(|id| ![sink_span, source_span].contains(&self.node(**id).span()) && line(id) != u32::MAX)
            .take(MAX_STEPS)
            .map(|&id| {
                let node = self.node(id);
                ProofStep { span: node.span(), text: crate::engine::shorten(node.text()).into_owned() }
            })
            .collect()
    }

    /// Returns whether a term contains a source. `without` has the terms that are known not to contain it, and is
    /// extended.
    fn has_source(&self, term: Term, source: super::SourceId, without: &mut FxHashSet<Term>) -> bool {
        /// The maximum number of terms that are searched.
        const MAX_TERMS: usize = 2_000;
        let mut pending = vec![term];
        let mut seen = FxHashSet::default();
        while let Some(term) = pending.pop() {
            if !self.is_tainted(term) || without.contains(&term) || !seen.insert(term) {
                continue;
            }
            if seen.len() > MAX_TERMS {
                return false;
            }
            match self.kind_of(term) {
                TermKind::Source(id) if *id == source => return true,
                kind => kind.each_part(|part| pending.push(part)),
            }
        }
        without.extend(seen);
        false
    }
}

/// Returns whether a sink is in a page, and is neither the answer of a server nor a page that a program renders.
fn is_part_of_page(node: Node<'_>) -> bool {
    !matches!(node.callee_method(), Some("end" | "generate" | "send" | "setContent" | "write"))
        && !node.is_any(&[Kind::Property, Kind::ReturnStatement])
        && node.left().and_then(Node::property_identifier) != Some("body")
        && !node.callee_name().is_some_and(|name| name.ends_with("Response") || name.starts_with("wkhtml"))
}

/// Returns whether a call copies into a new object, or into nothing: `Object.assign({}, given)`.
fn makes_target(call: Node<'_>) -> bool {
    let is_copied = |target: Node<'_>| {
        let callee = target.callee().map(Node::text);
        matches!(callee, Some("JSON.parse" | "Object.create" | "structuredClone"))
    };
    call.argument_at(0).is_none_or(|target| target.is(Kind::ObjectExpression) || is_copied(target))
}

/// Returns whether a function copies properties into its first argument.
fn is_copy(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("assign" | "extend" | "merge"))
}

/// Returns whether a function calls its argument, and runs it as code only if it is text.
fn is_timer(path: &str) -> bool {
    let path = path.strip_suffix(".apply").or_else(|| path.strip_suffix(".call")).unwrap_or(path);
    matches!(path.rsplit('.').next(), Some("setTimeout" | "setInterval"))
}

/// Options that limit how much is unpacked.
const ROOMS: &[&str] = &["maxOutputLength", "maxReadSize", "filter", "validateEntrySizes"];

fn source_words(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Remote => "a request",
        SourceKind::Browser => "the browser",
        SourceKind::Parameter => "the caller",
        SourceKind::Local => "outside the program",
        SourceKind::Secret => "a secret",
    }
}

/// Returns whether a variable's value has properties that no text has: `layer.route`. Only a text's length is read.
fn has_fields(variable: Variable<'_>) -> bool {
    /// The maximum number of references that are examined.
    const MAX_REFERENCES: usize = 64;
    variable.references().take(MAX_REFERENCES).any(|reference| {
        let member = reference.parent().filter(|it| it.is(Kind::MemberExpression) && it.object() == Some(reference));
        member.is_some_and(|member| {
            let is_called = member.parent().is_some_and(|call| call.callee() == Some(member));
            !is_called && member.property_identifier().is_some_and(|name| name != "length")
        })
    })
}
