use documented::Documented;
use rustc_hash::FxHashMap;

use super::helpers::release_through;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, VariableId},
};

/// Finds clients that are taken from a pool and never given back.
///
/// ## Why
///
/// A pool has ten connections unless told otherwise. Each client that is not released is one less, and
/// with the last one every request waits for ever.
///
/// ## What is found
///
/// A variable is looked at that is declared with `….connect()`, awaited or not. One `.release()` on it
/// anywhere is enough.
///
/// ## Example
///
/// ```js
/// const client = await pool.connect();               // found where no client.release() follows
///
/// const client = await pool.connect();               // fine
/// try { await client.query(sql); } finally { client.release(); }
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingClientRelease;

impl Rule for NoMissingClientRelease {
    const META: Meta = Meta {
        id: "pg/no-missing-client-release",
        cwe: 404,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["connect"], ..Filters::NONE },
        messages: &["missingClientRelease"],
    };

    type Options = ();
    /// The variables that are declared more than once: `true` for those that are released.
    type State = FxHashMap<VariableId, bool>;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if call.callee_method() != Some("connect") {
            return;
        }
        let Some(declarator) = declarator_of(call) else { return };
        let Some(name) = declarator.declared().and_then(Node::identifier) else { return };
        let Some(&variable) = ctx.tree().declared_variables(declarator).first() else { return };
        let released = *ctx
            .state
            .entry(variable.id())
            .or_insert_with(|| variable.references().any(|reference| release_through(reference).is_some()));
        if !released {
            let what = format_args!("{name} is taken with {} and never given back", snippet(call));
            let fix = format_args!("Use {name} in try {{ … }} and call {name}.release() in finally {{ … }}");
            ctx.report(declarator, "missingClientRelease", Level::High, what, fix);
        }
    }
}

/// The declarator that a call, or the `await` before it, gives the value for.
fn declarator_of(call: Node<'_>) -> Option<Node<'_>> {
    let parent = call.parent()?;
    let parent = if parent.is(Kind::AwaitExpression) { parent.parent()? } else { parent };
    Some(parent).filter(|parent| parent.is(Kind::VariableDeclarator))
}
