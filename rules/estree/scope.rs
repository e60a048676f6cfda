//! Scopes and variables, as ESLint's scope manager gives them.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    hash::BuildHasher,
};

use oxc_ast::{
    AstKind,
    ast::{
        AssignmentTarget, BindingIdentifier, ForInStatement, ForOfStatement, ForStatement, ForStatementLeft, Program,
    },
};
use oxc_diagnostics::Diagnostics;
use oxc_semantic::{Scoping, SemanticBuilder, Stats};
use oxc_span::GetSpan;
use oxc_str::{Ident, IdentBuildHasher};
use oxc_syntax::{node::NodeId, scope::ScopeId, symbol::SymbolId};

use super::{Around, Kind, Node, NodeTable, TooMuch, Tree};

/// How many blocks variables may be lifted out of, for each variable and each block. Each takes some 60 bytes. acorn, which goes
/// through a list of names for each, would be at it for hours.
pub const HOISTED: usize = 2_000_000;

/// How many scopes names may be looked up in, for each reference and each scope around it.
const LOOKED_UP: usize = 100_000_000;

/// How many pairs of names may be compared that oxc gives one hash.
const ALIKE: usize = 20_000_000;

/// Programs with fewer nodes than this reach none of these.
const SMALL: usize = 4_096;

/// What oxc's semantic analysis says of a program. It writes the ids of scopes, variables and references into the nodes,
/// which have none before.
pub struct Scopes {
    scoping: Scoping,
    /// The scopes that nodes make.
    made: RefCell<Around<ScopeId>>,
}

impl Scopes {
    /// Of a program with these nodes.
    ///
    /// # Panics
    ///
    /// With [`TooMuch`].
    pub fn of(program: &Program<'_>, nodes: NodeTable<'_, '_>) -> Self {
        Self::build(program, nodes, false).0
    }

    /// With all early errors that oxc finds.
    ///
    /// # Panics
    ///
    /// With [`TooMuch`].
    pub fn with_errors(program: &Program<'_>, nodes: NodeTable<'_, '_>) -> (Self, Diagnostics) {
        Self::build(program, nodes, true)
    }

    fn build<'a>(program: &'a Program<'a>, nodes: NodeTable<'_, '_>, with_errors: bool) -> (Self, Diagnostics) {
        if let Err(too_much) = check_names(nodes) {
            too_much.give_up();
        }
        // How much room it makes before it begins: counting exactly would take a walk of its own. Ordinary code has a
        // reference among 4 nodes, a name among 10, a scope among 20; where this is too little, the tables grow.
        let one_in = |some: usize| (nodes.len() / some) as u32 + 8;
        let stats = Stats::new(nodes.len() as u32, one_in(16), one_in(8), one_in(3));
        let built = SemanticBuilder::new()
            .with_build_nodes(false)
            .with_check_syntax_error(with_errors)
            .with_stats(stats)
            .build(program);
        debug_assert!(nodes.iter().all(|(id, ast)| ast.node_id() == id), "oxc gives nodes other ids");
        (Self { scoping: built.semantic.into_scoping(), made: RefCell::default() }, built.diagnostics)
    }
}

/// Whether oxc would take too long over what scopes declare and refer to.
fn check_names(nodes: NodeTable<'_, '_>) -> Result<(), TooMuch> {
    /// The scopes that a node stands in, its own included.
    #[derive(Clone, Copy, Default)]
    struct Depth {
        scopes: u32,
        /// The blocks among them that variables are lifted out of which `var` declares here.
        blocks: u32,
    }
    if nodes.len() < SMALL {
        return Ok(());
    }
    let mut depths: Vec<Depth> = Vec::with_capacity(nodes.len());
    let (mut hoisted, mut looked_up) = (0, 0);
    let mut names = Alike::default();
    for (id, ast) in nodes.iter() {
        let mut around = if id == NodeId::ROOT { Depth::default() } else { depths[nodes.parent(id).index()] };
        if keeps_variables(ast) {
            around = Depth { scopes: around.scopes + 1, blocks: 0 };
        } else if is_block_scope(ast) {
            around = Depth { scopes: around.scopes + 1, blocks: around.blocks + 1 };
        }
        depths.push(around);
        match ast {
            AstKind::VariableDeclaration(it) if it.kind.is_var() && around.blocks > 0 => {
                let declared = it.declarations.iter().map(|it| it.id.get_binding_identifiers().len()).sum::<usize>();
                hoisted += declared * around.blocks as usize;
            }
            AstKind::BindingIdentifier(it) => names.note(it.name),
            AstKind::IdentifierReference(it) => {
                looked_up += around.scopes as usize;
                names.note(it.name);
            }
            _ => {}
        }
    }
    if hoisted > HOISTED {
        Err(TooMuch::Hoisted)
    } else if looked_up > LOOKED_UP {
        Err(TooMuch::DeepNames)
    } else if names.pairs() > ALIKE {
        Err(TooMuch::AlikeNames)
    } else {
        Ok(())
    }
}

/// Whether a node makes a scope in which variables stay that `var` declares.
pub fn keeps_variables(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::ArrowFunctionExpression(_) | AstKind::Function(_) | AstKind::Program(_) | AstKind::StaticBlock(_)
    )
}

/// Whether a node makes a scope that variables which `var` declares are lifted out of.
pub fn is_block_scope(ast: AstKind<'_>) -> bool {
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

/// Names by the hashes that oxc gives them: 32 bits for each, of long ones not from all of their bytes.
#[derive(Default)]
struct Alike<'a> {
    /// With hashes of their own that nobody knows beforehand.
    by_hash: HashMap<u64, SameHash<'a>>,
}

struct SameHash<'a> {
    first: &'a str,
    /// Those that differ from it, of which ordinary code has none.
    others: HashSet<&'a str>,
    all: usize,
}

impl<'a> Alike<'a> {
    fn note(&mut self, name: Ident<'a>) {
        let (hash, name) = (IdentBuildHasher.hash_one(name) >> 32, name.as_str());
        let names =
            self.by_hash.entry(hash).or_insert_with(|| SameHash { first: name, others: HashSet::new(), all: 0 });
        names.all += 1;
        if names.first != name {
            names.others.insert(name);
        }
    }

    /// How many names oxc would compare that differ.
    fn pairs(&self) -> usize {
        self.by_hash.values().map(|names| names.others.len() * names.all).sum()
    }
}

/// A region of the text in which names are declared.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    id: ScopeId,
    tree: &'a Tree<'a>,
}

impl<'a> Scope<'a> {
    /// The scope around it.
    pub fn upper(self) -> Option<Scope<'a>> {
        self.tree.scoping().scope_parent_id(self.id).map(|id| Scope { id, tree: self.tree })
    }

    /// The variable that this scope itself declares under a name.
    pub fn variable(self, name: &str) -> Option<Variable<'a>> {
        let symbol = self.tree.scoping().get_binding(self.id, name.into())?;
        Some(Variable { id: VariableId::Symbol(symbol), tree: self.tree })
    }

    /// The variable that a name means here: the scope's own, or that of the nearest scope around it.
    pub fn resolve(self, name: &str) -> Option<Variable<'a>> {
        std::iter::successors(Some(self), |scope| scope.upper()).find_map(|scope| scope.variable(name))
    }
}

/// A declared name with all that refers to it.
#[derive(Clone, Copy)]
pub struct Variable<'a> {
    id: VariableId,
    tree: &'a Tree<'a>,
}

/// Names a variable within its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VariableId {
    /// The only one of its name in all of its scope: the identifier that a declarator declares. Nothing need be known of
    /// other scopes.
    Sole(NodeId),
    Symbol(SymbolId),
}

impl<'a> Variable<'a> {
    pub fn id(self) -> VariableId {
        self.id
    }

    pub fn name(self) -> &'a str {
        match self.id {
            VariableId::Sole(id) => self.tree.node_of(id).name().unwrap_or_default(),
            VariableId::Symbol(symbol) => self.tree.scoping().symbol_name(symbol),
        }
    }

    /// ESLint's `defs[0].node`: the declarator, the function (of its name and of its parameters), the
    /// class, the import specifier, the `catch`.
    pub fn definition(self) -> Node<'a> {
        match self.id {
            VariableId::Sole(id) => declarator_of(self.tree.node_of(id)),
            VariableId::Symbol(symbol) => definition_at(self.tree.scoping().symbol_declaration(symbol), self.tree),
        }
    }

    /// ESLint's `defs` with their `node`s: more than one where a name is declared again.
    pub fn definitions(self) -> impl Iterator<Item = Node<'a>> {
        let (sole, symbol) = match self.id {
            VariableId::Sole(_) => (Some(self.definition()), None),
            VariableId::Symbol(symbol) => (None, Some(symbol)),
        };
        let declared = move |symbol| self.tree.scoping().symbol_declarations(symbol);
        sole.into_iter().chain(symbol.into_iter().flat_map(declared).map(move |id| definition_at(id, self.tree)))
    }

    /// The identifiers that read or write it, in the order of the text; one that is declared with a
    /// value counts, as ESLint counts it.
    pub fn references(self) -> impl Iterator<Item = Node<'a>> {
        let tree = self.tree;
        let mut ids: Vec<NodeId> = match self.id {
            VariableId::Sole(id) => {
                let definition = self.definition();
                let named = region(definition)
                    .map(|region| tree.identifiers(region, self.name()))
                    .into_iter()
                    .flatten()
                    .filter(|node| matches!(node.ast(), AstKind::IdentifierReference(_)));
                let initialised = definition.init().is_some().then_some(id);
                initialised.into_iter().chain(named.map(Node::id)).collect()
            }
            VariableId::Symbol(symbol) => {
                let scoping = tree.scoping();
                let resolved = scoping.get_resolved_references(symbol).map(|reference| {
                    debug_assert_eq!(tree.node_of(reference.node_id()).is_write(), reference.is_write());
                    reference.node_id()
                });
                let declarations = scoping.symbol_declarations(symbol);
                resolved.chain(declarations.filter_map(|id| initialised_name(symbol, tree.node_of(id)))).collect()
            }
        };
        ids.sort_unstable();
        ids.into_iter().map(|id| tree.node_of(id))
    }
}

fn definition_at<'a>(declaration: NodeId, tree: &'a Tree<'a>) -> Node<'a> {
    let node = tree.node_of(declaration);
    match node.ast() {
        AstKind::FormalParameter(_) | AstKind::FormalParameterRest(_) | AstKind::BindingRestElement(_) => {
            node.ancestors().find(|ancestor| ancestor.is_function()).unwrap_or(node)
        }
        AstKind::CatchParameter(_) => node.parent().unwrap_or(node),
        _ => node,
    }
}

/// The declarator that declares a name.
fn declarator_of(name: Node<'_>) -> Node<'_> {
    name.ancestors().find(|ancestor| ancestor.is(Kind::VariableDeclarator)).unwrap_or(name)
}

/// The identifier in a declarator that gives a variable its first value.
fn initialised_name(symbol: SymbolId, declaration: Node<'_>) -> Option<NodeId> {
    let AstKind::VariableDeclarator(declarator) = declaration.ast() else { return None };
    let assigned = declarator.init.is_some()
        || declaration
            .ancestors()
            .nth(1)
            .is_some_and(|node| node.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]));
    assigned
        .then(|| declarator.id.get_binding_identifiers())?
        .into_iter()
        .find(|identifier| identifier.symbol_id.get() == Some(symbol))
        .map(|identifier| identifier.node_id.get())
}

/// As many nodes are looked through for a name; in a larger part of the text scopes tell.
const FEW: usize = 1024;

/// Where a variable may be referred to that a declarator, directly in a block or the program, declares: the scope, and
/// of a function's body the whole function.
fn region(declarator: Node<'_>) -> Option<Node<'_>> {
    let AstKind::VariableDeclaration(declaration) = declarator.parent()?.ast() else { return None };
    let block = block_of(declarator)?;
    let is_function_body = block.parent().is_some_and(Node::is_function);
    if declaration.kind.is_lexical() && !is_function_body {
        return Some(block);
    }
    block.self_and_ancestors().find(|node| node.is_function() || node.is_any(&[Kind::StaticBlock, Kind::Program]))
}

/// The block, or the program, that a declarator's declaration stands directly in.
fn block_of(declarator: Node<'_>) -> Option<Node<'_>> {
    declarator.ancestors().nth(1).filter(|block| block.is_any(&[Kind::BlockStatement, Kind::Program]))
}

impl<'a> Tree<'a> {
    fn scoping(&self) -> &Scoping {
        &self.scopes().scoping
    }

    /// The innermost scope that a node makes itself or stands in: ESLint's `getScope`.
    pub fn scope(&'a self, node: Node<'a>) -> Scope<'a> {
        let scoping = self.scoping();
        let made = |ast: AstKind<'a>| match ast {
            AstKind::Function(it) => it.scope_id.get(),
            AstKind::ArrowFunctionExpression(it) => it.scope_id.get(),
            AstKind::BlockStatement(it) => it.scope_id.get(),
            AstKind::StaticBlock(it) => it.scope_id.get(),
            AstKind::Class(it) => it.scope_id.get(),
            AstKind::CatchClause(it) => it.scope_id.get(),
            // Without declarations of its own a `for` has a scope in oxc and none in ESLint.
            AstKind::ForStatement(ForStatement { scope_id, .. })
            | AstKind::ForInStatement(ForInStatement { scope_id, .. })
            | AstKind::ForOfStatement(ForOfStatement { scope_id, .. }) => {
                scope_id.get().filter(|&id| !scoping.get_bindings(id).is_empty())
            }
            AstKind::SwitchStatement(it) => it.scope_id.get(),
            AstKind::TSNamespaceDeclaration(it) => it.scope_id.get(),
            AstKind::TSExternalModuleDeclaration(it) => it.scope_id.get(),
            AstKind::TSGlobalDeclaration(it) => it.scope_id.get(),
            _ => None,
        };
        let id = self.scopes().made.borrow_mut().nearest(node, |node| made(node.ast()));
        Scope { id: id.unwrap_or(scoping.root_scope_id()), tree: self }
    }

    /// The variables that a declarator declares, in the order of the text: ESLint's `getDeclaredVariables`.
    pub fn declared_variables(&'a self, declarator: Node<'a>) -> Vec<Variable<'a>> {
        let AstKind::VariableDeclarator(it) = declarator.ast() else { return Vec::new() };
        let mut identifiers: Vec<_> = it.id.get_binding_identifiers().into_iter().collect();
        identifiers.sort_by_key(|identifier| identifier.span().start);
        let variable = |identifier: &BindingIdentifier| {
            let id = if self.is_sole(identifier, declarator) {
                VariableId::Sole(identifier.node_id.get())
            } else {
                self.scopes();
                VariableId::Symbol(identifier.symbol_id.get()?)
            };
            Some(Variable { id, tree: self })
        };
        identifiers.into_iter().filter_map(variable).collect()
    }

    /// Whether a name that a declarator declares is declared nowhere else in its scope and within, and used there in the
    /// declaration's block alone: then all these uses are this variable's.
    fn is_sole(&'a self, name: &BindingIdentifier, declarator: Node<'a>) -> bool {
        let (Some(block), Some(region)) = (block_of(declarator), region(declarator)) else { return false };
        !self.is_typescript()
            && self.all_below(region.id()).nth(FEW).is_none()
            && self.identifiers(region, &name.name).all(|node| match node.ast() {
                AstKind::BindingIdentifier(it) => it.node_id == name.node_id,
                _ => node.is_within(block),
            })
    }

    /// The identifiers of a name that declare or refer to something within a part of the text.
    fn identifiers(&'a self, part: Node<'a>, name: &str) -> impl Iterator<Item = Node<'a>> {
        self.all_below(part.id()).filter(move |node| match node.ast() {
            AstKind::BindingIdentifier(it) => it.name == name,
            AstKind::IdentifierReference(it) => it.name == name,
            _ => false,
        })
    }
}

impl Node<'_> {
    /// Whether an identifier that refers to a variable gives it a value: ESLint's `reference.isWrite()`.
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
