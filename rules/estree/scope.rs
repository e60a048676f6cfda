//! Scopes and variables, as ESLint's scope manager gives them.

use oxc_ast::{AstKind, ast::Program};
use oxc_diagnostics::Diagnostics;
use oxc_semantic::{Scoping, SemanticBuilder, Stats};
use oxc_span::GetSpan;
use oxc_syntax::{node::NodeId, scope::ScopeId, symbol::SymbolId};

use super::{Kind, Node, NodeTable, Tree};

/// What oxc's semantic analysis says of a program. It writes the ids of scopes, variables and references into the nodes,
/// which have none before.
pub struct Scopes(Scoping);

impl Scopes {
    /// Of a program with these nodes.
    pub fn of(program: &Program<'_>, nodes: NodeTable<'_, '_>) -> Self {
        Self::build(program, nodes, false).0
    }

    /// With all early errors that oxc finds.
    pub fn with_errors(program: &Program<'_>, nodes: NodeTable<'_, '_>) -> (Self, Diagnostics) {
        Self::build(program, nodes, true)
    }

    fn build<'a>(program: &'a Program<'a>, nodes: NodeTable<'_, '_>, with_errors: bool) -> (Self, Diagnostics) {
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
        (Self(built.semantic.into_scoping()), built.diagnostics)
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
        Some(Variable { symbol, tree: self.tree })
    }

    /// The variable that a name means here: the scope's own, or that of the nearest scope around it.
    pub fn resolve(self, name: &str) -> Option<Variable<'a>> {
        std::iter::successors(Some(self), |scope| scope.upper()).find_map(|scope| scope.variable(name))
    }
}

/// A declared name with all that refers to it.
#[derive(Clone, Copy)]
pub struct Variable<'a> {
    symbol: SymbolId,
    tree: &'a Tree<'a>,
}

impl<'a> Variable<'a> {
    /// A number that names it within its tree.
    pub fn id(self) -> SymbolId {
        self.symbol
    }

    pub fn name(self) -> &'a str {
        self.tree.scoping().symbol_name(self.symbol)
    }

    /// ESLint's `defs[0].node`: the declarator, the function (of its name and of its parameters), the
    /// class, the import specifier, the `catch`.
    pub fn definition(self) -> Node<'a> {
        self.definition_at(self.tree.scoping().symbol_declaration(self.symbol))
    }

    /// ESLint's `defs` with their `node`s: more than one where a name is declared again.
    pub fn definitions(self) -> impl Iterator<Item = Node<'a>> {
        self.tree.scoping().symbol_declarations(self.symbol).map(move |id| self.definition_at(id))
    }

    fn definition_at(self, declaration: NodeId) -> Node<'a> {
        let node = self.tree.node_of(declaration);
        match node.ast() {
            AstKind::FormalParameter(_) | AstKind::FormalParameterRest(_) | AstKind::BindingRestElement(_) => {
                node.ancestors().find(|ancestor| ancestor.is_function()).unwrap_or(node)
            }
            AstKind::CatchParameter(_) => node.parent().unwrap_or(node),
            _ => node,
        }
    }

    /// How many identifiers read or write it, the declared one left out.
    pub fn uses(self) -> usize {
        self.tree.scoping().get_resolved_reference_ids(self.symbol).len()
    }

    /// The identifiers that read or write it, in the order of the text; one that is declared with a
    /// value counts, as ESLint counts it.
    pub fn references(self) -> impl Iterator<Item = Node<'a>> {
        let tree = self.tree;
        let scoping = tree.scoping();
        let mut ids: Vec<NodeId> = scoping.get_resolved_references(self.symbol).map(|it| it.node_id()).collect();
        for declaration in scoping.symbol_declarations(self.symbol) {
            ids.extend(self.initialised_name(tree.node_of(declaration)));
        }
        ids.sort_unstable();
        ids.into_iter().map(|id| tree.node_of(id))
    }

    /// The identifier in a declarator that gives the variable its first value.
    fn initialised_name(self, declaration: Node<'a>) -> Option<NodeId> {
        let AstKind::VariableDeclarator(declarator) = declaration.ast() else { return None };
        let assigned = declarator.init.is_some()
            || declaration
                .ancestors()
                .nth(1)
                .is_some_and(|node| node.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]));
        assigned
            .then(|| declarator.id.get_binding_identifiers())?
            .into_iter()
            .find(|identifier| identifier.symbol_id.get() == Some(self.symbol))
            .map(|identifier| identifier.node_id.get())
    }
}

impl<'a> Tree<'a> {
    fn scoping(&self) -> &Scoping {
        &self.scopes().0
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
            AstKind::ForStatement(it) => it.scope_id.get().filter(|&id| !scoping.get_bindings(id).is_empty()),
            AstKind::ForInStatement(it) => it.scope_id.get().filter(|&id| !scoping.get_bindings(id).is_empty()),
            AstKind::ForOfStatement(it) => it.scope_id.get().filter(|&id| !scoping.get_bindings(id).is_empty()),
            AstKind::SwitchStatement(it) => it.scope_id.get(),
            AstKind::TSNamespaceDeclaration(it) => it.scope_id.get(),
            AstKind::TSExternalModuleDeclaration(it) => it.scope_id.get(),
            AstKind::TSGlobalDeclaration(it) => it.scope_id.get(),
            _ => None,
        };
        let id = node.self_and_ancestors().find_map(|node| made(node.ast()));
        Scope { id: id.unwrap_or(scoping.root_scope_id()), tree: self }
    }

    /// The variables that a declarator declares, in the order of the text: ESLint's `getDeclaredVariables`.
    pub fn declared_variables(&'a self, declarator: Node<'a>) -> Vec<Variable<'a>> {
        let AstKind::VariableDeclarator(it) = declarator.ast() else { return Vec::new() };
        self.scopes();
        let mut identifiers: Vec<_> = it.id.get_binding_identifiers().into_iter().collect();
        identifiers.sort_by_key(|identifier| identifier.span().start);
        identifiers
            .into_iter()
            .filter_map(|identifier| Some(Variable { symbol: identifier.symbol_id.get()?, tree: self }))
            .collect()
    }
}

impl Node<'_> {
    /// Whether an identifier that refers to a variable gives it a value: ESLint's `reference.isWrite()`.
    pub fn is_write(self) -> bool {
        match self.ast() {
            AstKind::BindingIdentifier(_) => true,
            AstKind::IdentifierReference(it) => {
                let scoping = self.tree().scoping();
                it.reference_id.get().is_some_and(|id| scoping.get_reference(id).is_write())
            }
            _ => false,
        }
    }
}
