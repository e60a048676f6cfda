//! The early errors of JavaScript with JSX, which the recogniser does not read; oxc's semantic analysis finds them.

use std::{
    collections::{HashMap, HashSet},
    hash::BuildHasher,
};

use oxc_ast::{AstKind, ast::Program};
use oxc_diagnostics::Diagnostics;
use oxc_semantic::{SemanticBuilder, Stats};
use oxc_str::{Ident, IdentBuildHasher};
use oxc_syntax::node::NodeId;

use crate::estree::{NodeTable, TooMuch, is_block_scope, keeps_variables};

/// The blocks that variables may be hoisted out of, summed over all variables. Each takes some 60 bytes. acorn searches
/// a list of names for each, which would take hours.
pub(super) const MAX_HOISTED_NAMES: usize = 2_000_000;

/// The scopes in which names may be looked up, summed over all references.
const MAX_LOOKUPS: usize = 100_000_000;

/// The pairs of names with equal hashes in oxc that may be compared.
const MAX_HASH_COLLISIONS: usize = 20_000_000;

/// The nodes below which a program exceeds none of these limits.
const MIN_NODES_OVER_LIMIT: usize = 4_096;

/// Returns all early errors of a program with these nodes.
///
/// # Panics
///
/// With [`TooMuch`] where a limit is exceeded.
pub(super) fn early_errors<'a>(program: &'a Program<'a>, nodes: NodeTable<'_, '_>) -> Diagnostics {
    if let Err(too_much) = check_names(nodes) {
        too_much.give_up();
    }
    // The initial capacity: an exact count would take a walk of its own. Ordinary code has a reference among 4 nodes, a
    // name among 10, a scope among 20; where this is too little, the tables grow.
    let one_in = |some: usize| (nodes.len() / some) as u32 + 8;
    let stats = Stats::new(nodes.len() as u32, one_in(16), one_in(8), one_in(3));
    let built =
        SemanticBuilder::new().with_build_nodes(false).with_check_syntax_error(true).with_stats(stats).build(program);
    debug_assert!(nodes.iter().all(|(id, ast)| ast.node_id() == id), "oxc gives nodes other ids");
    built.diagnostics
}

/// Checks that oxc does not take too long to resolve the program's names.
fn check_names(nodes: NodeTable<'_, '_>) -> Result<(), TooMuch> {
    /// The scopes around a node, its own included.
    #[derive(Clone, Copy, Default)]
    struct Depth {
        scopes: u32,
        /// The blocks among them out of which a `var` here is hoisted.
        blocks: u32,
    }
    if nodes.len() < MIN_NODES_OVER_LIMIT {
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
            AstKind::BindingIdentifier(it) => names.record(it.name),
            AstKind::IdentifierReference(it) => {
                looked_up += around.scopes as usize;
                names.record(it.name);
            }
            _ => {}
        }
    }
    if hoisted > MAX_HOISTED_NAMES {
        Err(TooMuch::Hoisted)
    } else if looked_up > MAX_LOOKUPS {
        Err(TooMuch::DeepNames)
    } else if names.pairs() > MAX_HASH_COLLISIONS {
        Err(TooMuch::AlikeNames)
    } else {
        Ok(())
    }
}

/// The names by oxc's hash: 32 bits, which do not depend on all bytes of a long name.
#[derive(Default)]
struct Alike<'a> {
    /// The names, under a hash whose collisions cannot be foreseen.
    by_hash: HashMap<u64, SameHash<'a>>,
}

struct SameHash<'a> {
    first: &'a str,
    /// The other names with this hash; ordinary code has none.
    others: HashSet<&'a str>,
    all: usize,
}

impl<'a> Alike<'a> {
    fn record(&mut self, name: Ident<'a>) {
        let (hash, name) = (IdentBuildHasher.hash_one(name) >> 32, name.as_str());
        let names =
            self.by_hash.entry(hash).or_insert_with(|| SameHash { first: name, others: HashSet::new(), all: 0 });
        names.all += 1;
        if names.first != name {
            names.others.insert(name);
        }
    }

    /// Returns the number of pairs of different names that oxc would compare.
    fn pairs(&self) -> usize {
        self.by_hash.values().map(|names| names.others.len() * names.all).sum()
    }
}
