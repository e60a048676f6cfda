//! Scopes and variables, as ESLint's scope manager gives them.
//!
//! oxc's semantic analysis resolves every reference of a program. Rules ask for few: so what a function declares is
//! noted when a rule asks for something in it, and a reference is resolved when a rule comes to it.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    iter::once,
    mem::replace,
    ops::Range,
};

use oxc_ast::{
    AstKind,
    ast::{AssignmentTarget, ForInStatement, ForOfStatement, ForStatement, ForStatementLeft},
};
use oxc_span::GetSpan;
use oxc_syntax::node::NodeId;

use super::Tree;
use crate::estree::{Around, Kind, Node};

/// The scopes of a program, as far as they are known.
///
/// A scope has the id of the node that makes it. The name of a function expression is a scope too, around the
/// function's.
pub(crate) struct Scopes<'a> {
    /// The ids of the nodes of each function (static block, namespace) that stands in no other.
    functions: Vec<Range<usize>>,
    declared: RefCell<Declared<'a>>,
    /// By node: the innermost scope.
    innermost: RefCell<Around<NodeId>>,
    /// When first needed: by name, the identifiers that refer to something, in the order of the text.
    references: OnceCell<HashMap<&'a str, Vec<NodeId>>>,
}

/// The variables of those parts of a program that have been looked through.
struct Declared<'a> {
    /// By part: a function, by its place above, or last what stands outside of them.
    is_known: Vec<bool>,
    by_name: HashMap<(NodeId, &'a str), VariableId>,
    variables: Vec<VariableData<'a>>,
}

/// Names a variable within its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VariableId(u32);

struct VariableData<'a> {
    name: &'a str,
    scope: NodeId,
    first: Declaration,
    /// The place where the name is declared again.
    others: Vec<Declaration>,
}

#[derive(Clone, Copy)]
struct Declaration {
    name: NodeId,
    /// The declarator, the function (of its name), its parameter, the class, the import specifier, …
    declarer: NodeId,
}

impl<'a> Scopes<'a> {
    /// Makes the scopes of a program, of which nothing is known yet.
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
        let is_known = vec![false; functions.len() + 1];
        let declared = Declared { is_known, by_name: HashMap::new(), variables: Vec::new() };
        Self { functions, declared: RefCell::new(declared), innermost: RefCell::default(), references: OnceCell::new() }
    }

    /// The part of the program that a node stands in.
    fn part_of(&self, node: NodeId) -> usize {
        let behind = self.functions.partition_point(|function| function.end <= node.index());
        let is_within = self.functions.get(behind).is_some_and(|function| function.contains(&node.index()));
        if is_within { behind } else { self.functions.len() }
    }

    /// The nodes of a part, of `nodes` in all.
    fn nodes_of(&self, part: usize, nodes: usize) -> Vec<Range<usize>> {
        if let Some(function) = self.functions.get(part) {
            return vec![function.clone()];
        }
        // What is between functions, with the name that may follow a function's node.
        let begin = once(0).chain(self.functions.iter().map(|function| function.end));
        let end = self.functions.iter().map(|function| function.end.min(function.start + 2)).chain(once(nodes));
        begin.zip(end).map(|(begin, end)| begin..end).collect()
    }
}

impl<'a> Declared<'a> {
    fn add(&mut self, scope: NodeId, name: &'a str, declaration: Declaration) {
        let next = VariableId(self.variables.len() as u32);
        let id = *self.by_name.entry((scope, name)).or_insert(next);
        if id == next {
            self.variables.push(VariableData { name, scope, first: declaration, others: Vec::new() });
        } else {
            self.variables[id.0 as usize].others.push(declaration);
        }
    }
}

impl<'a> Tree<'a> {
    /// The scope that a node makes itself or stands in.
    fn scope_at(&'a self, node: NodeId) -> NodeId {
        let made_by = |node: Node<'a>| makes_scope(node.ast()).then(|| node.id());
        self.scopes().innermost.borrow_mut().nearest(self.node_of(node), made_by).unwrap_or(NodeId::ROOT)
    }

    /// The scope around another.
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

    /// The scope in which names are declared by a declarator, a function, a parameter, …
    fn scope_of_declarer(&'a self, declarer: NodeId) -> Option<NodeId> {
        let parent = self.nodes().parent(declarer);
        match self.nodes().ast(declarer) {
            AstKind::VariableDeclarator(_) => match self.nodes().ast(parent) {
                AstKind::VariableDeclaration(declaration) if declaration.kind.is_var() => {
                    self.out_from(parent).find(|&(_, ast)| keeps_variables(ast)).map(|(scope, _)| scope)
                }
                _ => Some(self.scope_at(parent)),
            },
            // Its own name is not within.
            AstKind::Class(class) if class.is_expression() => Some(declarer),
            AstKind::Function(_) | AstKind::Class(_) | AstKind::TSNamespaceDeclaration(_) => {
                self.scope_around(declarer)
            }
            // Those of a type concern nothing else.
            AstKind::FormalParameter(_) | AstKind::FormalParameterRest(_) | AstKind::TSTypeParameter(_) => {
                let around = self.nodes().parent(parent);
                makes_scope(self.nodes().ast(around)).then_some(around)
            }
            AstKind::TSMappedType(_) => None,
            _ => Some(self.scope_at(declarer)),
        }
    }

    /// A node and what is around it, each with its id, those too that ESTree does not have.
    fn out_from(&self, node: NodeId) -> impl Iterator<Item = (NodeId, AstKind<'a>)> {
        let nodes = self.nodes();
        once((node, nodes.ast(node))).chain(nodes.ancestors(node)).inspect(|_| self.count_steps(1))
    }

    /// The variable of a name that a scope itself declares.
    fn variable_in(&'a self, scope: NodeId, name: &str) -> Option<VariableId> {
        let scopes = self.scopes();
        let declared = &mut *scopes.declared.borrow_mut();
        let part = scopes.part_of(scope);
        if !replace(&mut declared.is_known[part], true) {
            for id in scopes.nodes_of(part, self.nodes().len()).into_iter().flatten().map(NodeId::from_usize) {
                let AstKind::BindingIdentifier(it) = self.nodes().ast(id) else { continue };
                let declarer = self.out_from(self.nodes().parent(id)).find(|&(_, ast)| !is_pattern(ast));
                if let Some((declarer, _)) = declarer
                    && let Some(scope) = self.scope_of_declarer(declarer)
                    && scopes.part_of(scope) == part
                {
                    declared.add(scope, it.name.as_str(), Declaration { name: id, declarer });
                }
            }
        }
        declared.by_name.get(&(scope, name)).copied()
    }
}

/// Returns whether a node makes a scope in ESLint's eyes.
fn makes_scope(ast: AstKind<'_>) -> bool {
    match ast {
        AstKind::ForStatement(ForStatement { init, .. }) => {
            init.as_ref().is_some_and(|init| init.is_lexical_declaration())
        }
        AstKind::ForInStatement(ForInStatement { left, .. }) | AstKind::ForOfStatement(ForOfStatement { left, .. }) => {
            left.is_lexical_declaration()
        }
        _ => keeps_variables(ast) || is_block_scope(ast),
    }
}

/// Returns whether the names in a node are declared by what stands around it.
fn is_pattern(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::ArrayPattern(_)
            | AstKind::AssignmentPattern(_)
            | AstKind::BindingProperty(_)
            | AstKind::BindingRestElement(_)
            | AstKind::ObjectPattern(_)
    )
}

/// Returns whether a node makes a scope in which variables stay that `var` declares.
pub(crate) fn keeps_variables(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::ArrowFunctionExpression(_)
            | AstKind::Function(_)
            | AstKind::Program(_)
            | AstKind::StaticBlock(_)
            | AstKind::TSExternalModuleDeclaration(_)
            | AstKind::TSGlobalDeclaration(_)
            | AstKind::TSNamespaceDeclaration(_)
    )
}

/// Returns whether a node makes a scope that variables which `var` declares are lifted out of.
pub(crate) fn is_block_scope(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::BlockStatement(_)
            | AstKind::CatchClause(_)
            | AstKind::Class(_)
            | AstKind::ForInStatement(_)
            | AstKind::ForOfStatement(_)
            | AstKind::ForStatement(_)
            | AstKind::SwitchStatement(_)
    )
}

/// A region of the text in which names are declared.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    id: NodeId,
    tree: &'a Tree<'a>,
}

impl<'a> Scope<'a> {
    /// The scope around it.
    pub fn upper(self) -> Option<Scope<'a>> {
        self.tree.scope_around(self.id).map(|id| Scope { id, ..self })
    }

    /// The variable that this scope itself declares under a name.
    pub fn variable(self, name: &str) -> Option<Variable<'a>> {
        self.tree.variable_in(self.id, name).map(|id| Variable { id, tree: self.tree })
    }

    /// The variable that a name means here: the scope's own, or that of the nearest scope around it.
    pub fn resolve(self, name: &str) -> Option<Variable<'a>> {
        self.and_around().find_map(|scope| scope.variable(name))
    }

    fn and_around(self) -> impl Iterator<Item = Scope<'a>> {
        std::iter::successors(Some(self), |scope| scope.upper())
    }
}

/// A declared name with all that refers to it.
#[derive(Clone, Copy)]
pub struct Variable<'a> {
    id: VariableId,
    tree: &'a Tree<'a>,
}

/// The most nodes that are looked through for a name. For a larger region all references of the text are listed by
/// name.
const MAX_NODES_SEARCHED: usize = 1024;

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

    /// The names that declare it, in the order of the text.
    pub fn names(self) -> impl Iterator<Item = Node<'a>> {
        self.declarations().map(move |declaration| self.tree.node_of(declaration.name))
    }

    /// ESLint's `defs` with their `node`s: more than one where a name is declared again.
    pub fn definitions(self) -> impl Iterator<Item = Node<'a>> {
        self.declarations().map(move |declaration| declaration.definition(self.tree))
    }

    /// The identifiers that read or write it, in the order of the text; one that is declared with a
    /// value counts, as ESLint counts it.
    pub fn references(self) -> impl Iterator<Item = Node<'a>> {
        let (tree, name, region) = (self.tree, self.name(), self.region());
        let named = tree.references_to(name, region).into_iter();
        let referring = named.filter(|node| tree.meant_by(*node, name).is_some_and(|meant| meant.id == self.id));
        let initialised = self.declarations().filter(|declaration| declaration.has_value(tree));
        let mut ids: Vec<NodeId> =
            referring.map(Node::id).chain(initialised.map(|declaration| declaration.name)).collect();
        ids.sort_unstable();
        ids.into_iter().map(|id| tree.node_of(id))
    }

    fn ask<T>(self, question: impl FnOnce(&VariableData<'a>) -> T) -> T {
        question(&self.tree.scopes().declared.borrow().variables[self.id.0 as usize])
    }

    fn scope(self) -> NodeId {
        self.ask(|data| data.scope)
    }

    /// The node that all of its scope is within.
    fn region(self) -> NodeId {
        let scope = self.scope();
        match self.tree.nodes().ast(scope) {
            AstKind::BindingIdentifier(_) => self.tree.nodes().parent(scope),
            _ => scope,
        }
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

    /// Returns whether the variable is given a value where it is declared.
    fn has_value<'a>(self, tree: &'a Tree<'a>) -> bool {
        let node = tree.node_of(self.declarer);
        let AstKind::VariableDeclarator(declarator) = node.ast() else { return false };
        declarator.init.is_some()
            || node.ancestors().nth(1).is_some_and(|node| node.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]))
    }
}

impl<'a> Tree<'a> {
    /// The innermost scope that a node makes itself or stands in: ESLint's `getScope`.
    pub fn scope(&'a self, node: Node<'a>) -> Scope<'a> {
        Scope { id: self.scope_at(node.id()), tree: self }
    }

    /// The ids of the outermost function (static block, namespace) that a node stands in and of all in it; of the whole
    /// text, where it stands in none. What it declares cannot be meant elsewhere.
    pub fn outermost_function(&'a self, node: NodeId) -> Range<NodeId> {
        let function = self.scopes().functions.get(self.scopes().part_of(node));
        let ids = function.cloned().unwrap_or(0..self.nodes().len());
        NodeId::from_usize(ids.start)..NodeId::from_usize(ids.end)
    }

    /// The variables that a declarator declares, in the order of the text: ESLint's `getDeclaredVariables`.
    pub fn declared_variables(&'a self, declarator: Node<'a>) -> Vec<Variable<'a>> {
        let AstKind::VariableDeclarator(it) = declarator.ast() else { return Vec::new() };
        let mut names: Vec<_> = it.id.get_binding_identifiers().into_iter().collect();
        names.sort_by_key(|name| name.node_id.get());
        let Some(id) = self.scope_of_declarer(declarator.id()) else { return Vec::new() };
        let scope = Scope { id, tree: self };
        names.into_iter().filter_map(|name| scope.variable(&name.name)).collect()
    }

    /// The variable that an identifier of this name refers to.
    fn meant_by(&'a self, reference: Node<'a>, name: &str) -> Option<Variable<'a>> {
        if is_type(reference) {
            return None;
        }
        let place = reference.span().start;
        let reaches = |variable: &Variable<'a>| {
            let scope = self.node_of(variable.scope());
            match scope.ast() {
                // What decides between the cases is not within the scope that they make.
                AstKind::SwitchStatement(it) => place >= it.discriminant.span().end,
                // Nor are the parameters of a function within its body.
                _ if scope.is_function() => scope.body().is_none_or(|body| {
                    let body = body.span().start;
                    place >= body || self.node_of(variable.ask(|data| data.first.name)).span().start < body
                }),
                _ => true,
            }
        };
        self.scope(reference).and_around().find_map(|scope| scope.variable(name).filter(reaches))
    }

    /// The identifiers of this name within a region that refer to something, in the order of the text.
    fn references_to(&'a self, name: &str, region: NodeId) -> Vec<Node<'a>> {
        if self.all_below(region).nth(MAX_NODES_SEARCHED).is_none() {
            let is_one = |node: &Node<'_>| matches!(node.ast(), AstKind::IdentifierReference(it) if it.name == name);
            return self.all_below(region).filter(is_one).collect();
        }
        let by_name = self.scopes().references.get_or_init(|| {
            let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
            for (id, node) in self.all_nodes() {
                if let AstKind::IdentifierReference(it) = node.ast() {
                    by_name.entry(it.name.as_str()).or_default().push(id);
                }
            }
            by_name
        });
        let named = by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        let behind = named.partition_point(|&id| id < region);
        let region = self.node_of(region);
        named[behind..].iter().map(|&id| self.node_of(id)).take_while(|node| node.is_within(region)).collect()
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
    /// The variable that an identifier refers to; `None` for a global.
    pub fn variable(self) -> Option<Variable<'a>> {
        self.tree().meant_by(self, self.identifier()?)
    }
}

impl Node<'_> {
    /// Returns whether an identifier that refers to a variable gives it a value: ESLint's `reference.isWrite()`.
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
