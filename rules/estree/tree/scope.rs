//! Scopes and variables, as in ESLint's scope manager.
//!
//! oxc's semantic analysis resolves every reference of a program, of which rules need few. So a function's declarations
//! are collected when a rule first asks for a variable in it, and a reference is resolved when a rule asks for it.

use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::HashMap,
    iter::once,
    ops::Range,
    rc::Rc,
};

use oxc_ast::{
    AstKind,
    ast::{AssignmentTarget, ForStatementLeft},
};
use oxc_span::GetSpan;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{
    Tree,
    scope_walk::{Declaration, ScopeData, ScopeWalk, keeps_variables, makes_scope},
};
use crate::estree::{Around, Kind, Node};

/// The scopes of a program, computed on demand.
///
/// A scope has the id of the node that makes it. The name of a function expression is in a scope of its own, around the
/// function's.
pub(crate) struct Scopes<'a> {
    /// The ids of the nodes of each outermost function (static block, namespace).
    functions: Vec<Range<usize>>,
    /// The declarations of each part: a function, by its index in `functions`, or last the code outside of all.
    parts: Vec<OnceCell<Part<'a>>>,
    variables: RefCell<Vec<VariableData<'a>>>,
    /// The innermost scope of each node.
    innermost: RefCell<Around<NodeId>>,
    /// The variable of each reference that has been asked about.
    meant: RefCell<FxHashMap<NodeId, Option<VariableId>>>,
    /// The number of nodes that have been searched for references to one variable.
    searched: Cell<usize>,
}

/// The names that a part of a program declares.
struct Part<'a> {
    /// The index in `variables` of each name.
    places: HashMap<&'a str, usize>,
    /// The ids of the variables of each name, those of a scope before those of the scopes within.
    variables: Vec<Range<usize>>,
}

/// The identity of a variable within its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VariableId(u32);

struct VariableData<'a> {
    name: &'a str,
    scope: NodeId,
    /// The ids of the nodes within the scope.
    region: Range<usize>,
    /// The variable of the same name in the nearest scope around that declares it, of those of the same part.
    around: Option<VariableId>,
    first: Declaration,
    /// The further declarations of the name.
    others: Vec<Declaration>,
    /// The identifiers that refer to it, when first asked for.
    references: Option<Rc<[NodeId]>>,
}

impl<'a> Scopes<'a> {
    /// Makes the scopes of a program; nothing is computed yet.
    pub(crate) fn of(tree: &'a Tree<'a>) -> Self {
        let nodes = tree.nodes();
        let mut functions: Vec<Range<usize>> = Vec::new();
        let mut next = NodeId::ROOT.index() + 1;
        while next < nodes.len() {
            let (begin, id) = (next, NodeId::from_usize(next));
            next += 1;
            if keeps_variables(nodes.ast(id)) {
                next += tree.all_below(id).count();
                functions.push(begin..next);
            }
        }
        Self {
            parts: (0..=functions.len()).map(|_| OnceCell::new()).collect(),
            functions,
            variables: RefCell::default(),
            innermost: RefCell::default(),
            meant: RefCell::default(),
            searched: Cell::new(0),
        }
    }

    /// Returns the part of the program that contains a node.
    fn part_of(&self, node: NodeId) -> usize {
        let function_index = self.functions.partition_point(|function| function.end <= node.index());
        let is_within = self.functions.get(function_index).is_some_and(|function| function.contains(&node.index()));
        if is_within { function_index } else { self.functions.len() }
    }

    /// Returns the ids of the nodes of a part; `nodes` is the number of all nodes.
    fn nodes_of(&self, part: usize, nodes: usize) -> Vec<Range<usize>> {
        if let Some(function) = self.functions.get(part) {
            return vec![function.clone()];
        }
        // The code between functions, with the name that may follow a function's node.
        let begin = once(0).chain(self.functions.iter().map(|function| function.end));
        let end = self.functions.iter().map(|function| function.end.min(function.start + 2)).chain(once(nodes));
        begin.zip(end).map(|(begin, end)| begin..end).collect()
    }

    fn part(&self, part: usize, tree: &Tree<'a>) -> &Part<'a> {
        self.parts[part].get_or_init(|| {
            let nodes = tree.nodes();
            let mut walk = ScopeWalk::new(tree);
            for id in self.nodes_of(part, nodes.len()).into_iter().flatten() {
                walk.visit(NodeId::from_usize(id));
            }
            let end = self.functions.get(part).map_or(nodes.len(), |function| function.end);
            walk.close_all(end);
            let is_of_part = |scope: &ScopeData| self.part_of(scope.id) == part;
            Part::of(walk, is_of_part, &mut self.variables.borrow_mut())
        })
    }

    /// The variables of a name that a part declares.
    fn variables_named(&self, name: &str, part: usize, tree: &Tree<'a>) -> Range<usize> {
        let part = self.part(part, tree);
        part.places.get(name).map_or(0..0, |&place| part.variables[place].clone())
    }
}

impl<'a> Part<'a> {
    fn of(
        walk: ScopeWalk<'_, 'a>,
        is_of_part: impl Fn(&ScopeData) -> bool,
        variables: &mut Vec<VariableData<'a>>,
    ) -> Self {
        let ScopeWalk { scopes, found, .. } = walk;
        let mut places = HashMap::new();
        let mut declared: Vec<(usize, usize, &'a str, Declaration)> = Vec::with_capacity(found.len());
        for (scope, name, declaration) in found {
            if is_of_part(&scopes[scope]) {
                let next = places.len();
                declared.push((*places.entry(name).or_insert(next), scope, name, declaration));
            }
        }
        declared.sort_by_key(|&(place, scope, ..)| (place, scope));
        let mut ranges: Vec<Range<usize>> = Vec::with_capacity(places.len());
        let mut last_scope = None;
        for (place, scope, name, declaration) in declared {
            let next = variables.len();
            if place == ranges.len() {
                ranges.push(next..next);
                last_scope = None;
            }
            if last_scope == Some(scope) {
                variables[next - 1].others.push(declaration);
                continue;
            }
            last_scope = Some(scope);
            let ScopeData { id: scope, ref region, .. } = scopes[scope];
            let mut around = (ranges[place].start < next).then(|| next - 1);
            while let Some(outer) = around
                && variables[outer].region.end < region.end
            {
                around = variables[outer].around.map(VariableId::index);
            }
            variables.push(VariableData {
                name,
                scope,
                region: region.clone(),
                around: around.map(VariableId::new),
                first: declaration,
                others: Vec::new(),
                references: None,
            });
            ranges[place].end = next + 1;
        }
        Self { places, variables: ranges }
    }
}

impl VariableId {
    fn new(index: usize) -> Self {
        Self(index as u32)
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

impl<'a> Tree<'a> {
    /// Returns the scope that a node makes itself or is in.
    fn scope_at(&'a self, node: NodeId) -> NodeId {
        let made_by = |node: Node<'a>| makes_scope(node.ast()).then(|| node.id());
        self.scopes().innermost.borrow_mut().nearest(self.node_of(node), made_by).unwrap_or(NodeId::ROOT)
    }

    /// Returns the scope around another.
    fn scope_around(&'a self, scope: NodeId) -> Option<NodeId> {
        let parent = self.nodes().parent(scope);
        match self.nodes().ast(scope) {
            AstKind::Program(_) => None,
            AstKind::Function(it) if it.is_expression() && it.id.is_some() => {
                it.id.as_ref().map(|name| name.node_id.get())
            }
            AstKind::BindingIdentifier(_) => Some(self.scope_at(self.nodes().parent(parent))),
            _ => Some(self.scope_at(parent)),
        }
    }

    /// Returns the variable of a name that a scope itself declares.
    fn variable_in(&'a self, scope: NodeId, name: &str) -> Option<VariableId> {
        let scopes = self.scopes();
        let named = scopes.variables_named(name, scopes.part_of(scope), self);
        let variables = scopes.variables.borrow();
        // The name of a function expression is a scope that begins with the function, before the function's own.
        let begun = variables[named.clone()].partition_point(|variable| variable.region.start <= scope.index());
        let last = named.start + begun;
        (named.start.max(last.saturating_sub(2))..last)
            .find(|&variable| variables[variable].scope == scope)
            .map(VariableId::new)
    }
}

/// A region of the text in which names are declared.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    id: NodeId,
    tree: &'a Tree<'a>,
}

impl<'a> Scope<'a> {
    /// Returns the scope around it.
    pub fn upper(self) -> Option<Scope<'a>> {
        self.tree.scope_around(self.id).map(|id| Scope { id, ..self })
    }

    /// Returns the variable that this scope itself declares under a name.
    pub fn variable(self, name: &str) -> Option<Variable<'a>> {
        self.tree.variable_in(self.id, name).map(|id| Variable { id, tree: self.tree })
    }

    /// Returns the variable that a name refers to here: the scope's own, or that of the nearest scope around it.
    pub fn resolve(self, name: &str) -> Option<Variable<'a>> {
        self.and_around().find_map(|scope| scope.variable(name))
    }

    fn and_around(self) -> impl Iterator<Item = Scope<'a>> {
        std::iter::successors(Some(self), |scope| scope.upper())
    }
}

/// A declared name with all its references.
#[derive(Clone, Copy)]
pub struct Variable<'a> {
    id: VariableId,
    tree: &'a Tree<'a>,
}

/// The number of nodes that are looked through for references to single variables, for each node of the text. After
/// that, all references to the variables of a part are listed together.
const SEARCHED_PER_NODE: usize = 8;

impl<'a> Variable<'a> {
    pub fn id(self) -> VariableId {
        self.id
    }

    pub fn name(self) -> &'a str {
        self.ask(|data| data.name)
    }

    /// ESLint's `defs[0].node`: the declarator, the function (of its name and of its parameters), the
    /// class, the import specifier, the `catch`.
    pub fn definition(self) -> Node<'a> {
        self.ask(|data| data.first).definition(self.tree)
    }

    /// Returns the names that declare it, in the order of the text.
    pub fn names(self) -> impl Iterator<Item = Node<'a>> {
        self.declarations().map(move |declaration| self.tree.node_of(declaration.name))
    }

    /// Returns the value that its declarator gives it; `None` where it is a part of a pattern, or has none.
    pub fn init(self) -> Option<Node<'a>> {
        self.names().next()?.parent()?.init()
    }

    /// Returns the value that its declarator gives it, if nothing else is assigned to it.
    pub fn constant_init(self) -> Option<Node<'a>> {
        let declarator = self.names().next()?.parent().filter(|it| it.is(Kind::VariableDeclarator))?;
        let is_constant = self.references().all(|it| !it.is_write() || it.parent() == Some(declarator));
        declarator.init().filter(|_| is_constant)
    }

    /// ESLint's `defs` with their `node`s: more than one where a name is declared again.
    pub fn definitions(self) -> impl Iterator<Item = Node<'a>> {
        self.declarations().map(move |declaration| declaration.definition(self.tree))
    }

    /// Returns the identifiers that read or write it, in the order of the text; as in ESLint, a declaration with a
    /// value counts as one.
    pub fn references(self) -> impl Iterator<Item = Node<'a>> {
        let tree = self.tree;
        let references = tree.references_to(self.id);
        let initialised = self.declarations().filter(|declaration| declaration.has_value(tree));
        let mut initialised: Vec<NodeId> = initialised.map(|declaration| declaration.name).collect();
        initialised.sort_unstable();
        // Many callers want the first few of very many: the two lists are merged on demand.
        let (mut references, mut initialised) =
            ((0..references.len()).map(move |at| references[at]).peekable(), initialised.into_iter().peekable());
        std::iter::from_fn(move || {
            let is_name_next = match (initialised.peek(), references.peek()) {
                (Some(name), Some(reference)) => name < reference,
                (name, _) => name.is_some(),
            };
            let next = if is_name_next { initialised.next() } else { references.next() };
            next.map(|id| tree.node_of(id))
        })
    }

    fn ask<T>(self, question: impl FnOnce(&VariableData<'a>) -> T) -> T {
        question(&self.tree.scopes().variables.borrow()[self.id.index()])
    }

    fn declarations(self) -> impl Iterator<Item = Declaration> {
        self.ask(|data| once(data.first).chain(data.others.clone()))
    }
}

impl Declaration {
    fn definition<'a>(self, tree: &'a Tree<'a>) -> Node<'a> {
        let node = tree.node_of(self.declarer);
        match node.ast() {
            AstKind::FormalParameter(_) | AstKind::FormalParameterRest(_) => {
                node.ancestors().find(|ancestor| ancestor.is_function()).unwrap_or(node)
            }
            AstKind::CatchParameter(_) => node.parent().unwrap_or(node),
            _ => node,
        }
    }

    /// Returns whether the variable is given a value in its declaration.
    fn has_value<'a>(self, tree: &'a Tree<'a>) -> bool {
        let node = tree.node_of(self.declarer);
        let AstKind::VariableDeclarator(declarator) = node.ast() else { return false };
        declarator.init.is_some()
            || node.ancestors().nth(1).is_some_and(|node| node.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]))
    }
}

impl<'a> Tree<'a> {
    /// Returns the innermost scope that a node makes itself or is in: ESLint's `getScope`.
    pub fn scope(&'a self, node: Node<'a>) -> Scope<'a> {
        Scope { id: self.scope_at(node.id()), tree: self }
    }

    /// Returns the ids of the outermost function (static block, namespace) around a node and of all nodes in it; of the
    /// whole text, where there is none. Its declarations cannot be referred to from elsewhere.
    pub fn outermost_function(&'a self, node: NodeId) -> Range<NodeId> {
        let function = self.scopes().functions.get(self.scopes().part_of(node));
        let ids = function.cloned().unwrap_or(0..self.nodes().len());
        NodeId::from_usize(ids.start)..NodeId::from_usize(ids.end)
    }

    /// Returns the variables that a declarator declares, in the order of the text: ESLint's `getDeclaredVariables`.
    pub fn declared_variables(&'a self, declarator: Node<'a>) -> Vec<Variable<'a>> {
        let AstKind::VariableDeclarator(it) = declarator.ast() else { return Vec::new() };
        let mut names: Vec<_> = it.id.get_binding_identifiers().into_iter().collect();
        names.sort_by_key(|name| name.node_id.get());
        let declaration = self.nodes().parent(declarator.id());
        let scope = match self.nodes().ast(declaration) {
            AstKind::VariableDeclaration(it) if it.kind.is_var() => {
                let mut around = self.nodes().ancestors(declaration).inspect(|_| self.count_steps(1));
                around.find(|&(_, ast)| keeps_variables(ast)).map(|(scope, _)| scope)
            }
            _ => Some(self.scope_at(declaration)),
        };
        let Some(id) = scope else { return Vec::new() };
        let scope = Scope { id, tree: self };
        names.into_iter().filter_map(|name| scope.variable(&name.name)).collect()
    }

    /// Returns the variable that an identifier of this name refers to.
    fn meant_by(&'a self, reference: Node<'a>, name: &str) -> Option<VariableId> {
        let scopes = self.scopes();
        if let Some(&known) = scopes.meant.borrow().get(&reference.id()) {
            return known;
        }
        let meant = self.resolve(reference, name);
        scopes.meant.borrow_mut().insert(reference.id(), meant);
        meant
    }

    fn resolve(&'a self, reference: Node<'a>, name: &str) -> Option<VariableId> {
        if is_type(reference) {
            return None;
        }
        let scopes = self.scopes();
        let (part, outside) = (scopes.part_of(reference.id()), scopes.functions.len());
        let meant = self.meant_in_part(part, reference, name);
        meant.or_else(|| (part != outside).then(|| self.meant_in_part(outside, reference, name))?)
    }

    /// Returns the variable among those that a part declares.
    fn meant_in_part(&'a self, part: usize, reference: Node<'a>, name: &str) -> Option<VariableId> {
        let scopes = self.scopes();
        let named = scopes.variables_named(name, part, self);
        if named.is_empty() {
            return None;
        }
        let variables = scopes.variables.borrow();
        let id = reference.id().index();
        let begun = variables[named.clone()].partition_point(|variable| variable.region.start <= id);
        let mut next = begun.checked_sub(1).map(|last| VariableId::new(named.start + last));
        while let Some(variable) = next {
            self.count_steps(1);
            let data = &variables[variable.index()];
            if data.region.end > id && self.reaches(data, reference) {
                return Some(variable);
            }
            next = data.around;
        }
        None
    }

    /// Returns whether a reference within a variable's scope can refer to it.
    fn reaches(&'a self, variable: &VariableData<'a>, reference: Node<'a>) -> bool {
        let place = reference.span().start;
        let scope = self.node_of(variable.scope);
        match scope.ast() {
            // The discriminant is not within the scope of the cases.
            AstKind::SwitchStatement(it) => place >= it.discriminant.span().end,
            // The parameters of a function are not within its body either.
            _ if scope.is_function() => scope.body().is_none_or(|body| {
                let body = body.span().start;
                place >= body || self.node_of(variable.first.name).span().start < body
            }),
            _ => true,
        }
    }

    /// The identifiers that refer to a variable, in the order of the text.
    fn references_to(&'a self, variable: VariableId) -> Rc<[NodeId]> {
        let scopes = self.scopes();
        let (name, region) = {
            let data = &scopes.variables.borrow()[variable.index()];
            if let Some(known) = &data.references {
                return Rc::clone(known);
            }
            (data.name, data.region.clone())
        };
        let searched = scopes.searched.get() + region.len();
        if searched > SEARCHED_PER_NODE * self.nodes().len() {
            self.list_references(scopes.part_of(NodeId::from_usize(region.start)));
        } else {
            scopes.searched.set(searched);
            self.count_steps(region.len());
            let is_one = |&id: &NodeId| match self.nodes().ast(id) {
                AstKind::IdentifierReference(it) if it.name == name => {
                    self.meant_by(self.node_of(id), name) == Some(variable)
                }
                _ => false,
            };
            let references = region.map(NodeId::from_usize).filter(is_one).collect();
            scopes.variables.borrow_mut()[variable.index()].references = Some(references);
        }
        scopes.variables.borrow()[variable.index()].references.clone().unwrap_or_default()
    }

    /// Lists the references to all variables that a part declares.
    fn list_references(&'a self, part: usize) {
        let scopes = self.scopes();
        let names = scopes.part(part, self);
        let nodes = scopes.functions.get(part).cloned().unwrap_or(0..self.nodes().len());
        self.count_steps(nodes.len());
        let mut references: HashMap<VariableId, Vec<NodeId>> = HashMap::new();
        for id in nodes.map(NodeId::from_usize) {
            let AstKind::IdentifierReference(it) = self.nodes().ast(id) else { continue };
            let name = it.name.as_str();
            if names.places.contains_key(name)
                && let Some(variable) = self.meant_by(self.node_of(id), name)
            {
                references.entry(variable).or_default().push(id);
            }
        }
        let variables = &mut *scopes.variables.borrow_mut();
        for variable in names.variables.iter().flat_map(Range::clone) {
            let listed = references.remove(&VariableId::new(variable)).unwrap_or_default();
            variables[variable].references = Some(listed.into());
        }
    }
}

/// Returns whether an identifier names a type.
fn is_type(reference: Node<'_>) -> bool {
    matches!(
        reference.tree().oxc_parent(reference.id()),
        AstKind::TSClassImplements(_) | AstKind::TSInterfaceHeritage(_) | AstKind::TSTypeReference(_)
    )
}

impl<'a> Node<'a> {
    /// Returns the variable that an identifier refers to; `None` for a global.
    pub fn variable(self) -> Option<Variable<'a>> {
        let id = self.tree().meant_by(self, self.identifier()?)?;
        Some(Variable { id, tree: self.tree() })
    }
}

impl Node<'_> {
    /// Returns whether an identifier writes its variable: ESLint's `reference.isWrite()`.
    pub fn is_write(self) -> bool {
        let is_self = |target: &AssignmentTarget| match target {
            AssignmentTarget::AssignmentTargetIdentifier(it) => it.node_id.get() == self.id(),
            _ => false,
        };
        let is_left = |left: &ForStatementLeft| left.as_assignment_target().is_some_and(is_self);
        match self.tree().oxc_parent(self.id()) {
            _ if matches!(self.ast(), AstKind::BindingIdentifier(_)) => true,
            AstKind::AssignmentExpression(it) => is_self(&it.left),
            AstKind::ForInStatement(it) => is_left(&it.left),
            AstKind::ForOfStatement(it) => is_left(&it.left),
            AstKind::AssignmentTargetWithDefault(it) => is_self(&it.binding),
            AstKind::AssignmentTargetPropertyProperty(it) => it.binding.as_assignment_target().is_some_and(is_self),
            AstKind::AssignmentTargetPropertyIdentifier(it) => it.binding.node_id.get() == self.id(),
            AstKind::ArrayAssignmentTarget(_) | AstKind::AssignmentTargetRest(_) | AstKind::UpdateExpression(_) => true,
            _ => false,
        }
    }
}
