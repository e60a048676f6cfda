//! What a rule is.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{Context, Meta};
use crate::estree::Node;

/// A rule that remembers nothing between the nodes of a text, and whose fields are its options: none, or ESLint's by
/// name and default. Its doc comment (`#[derive(Documented)]`) is its manual page.
pub trait StatelessRule: Default + DeserializeOwned + JsonSchema + Send + Sync + 'static {
    const META: Meta;

    /// Called for each node of a type in [`Meta::on`], in the order of the text.
    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>);
}

impl<R: StatelessRule> Rule for R {
    const META: Meta = R::META;

    type Options = R;
    type State = ();

    fn new(options: R) -> Result<Self, String> {
        Ok(options)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        StatelessRule::check(self, node, ctx);
    }
}

/// A rule that remembers something while it walks a text, or that is made from its options; most are a
/// [`StatelessRule`]. Its doc comment (`#[derive(Documented)]`) is its manual page.
///
/// A rule's value holds its options and what is made from them; it is built once and shared by all
/// threads. What it learns while it walks one text is its `State`, which starts anew with each text.
pub trait Rule: Sized + Send + Sync + 'static {
    const META: Meta;

    /// Its options, ESLint's by name and default; `()` where it has none. A field's doc comment says what it does.
    type Options: DeserializeOwned + Default + JsonSchema;

    /// The state that it keeps between the nodes of one text; `()` where nothing. It holds ids, not nodes:
    /// `ctx.node_of(id)` gives the node back.
    type State: Default;

    /// Builds the rule. An error says what is wrong with the options, beyond their shape.
    fn new(options: Self::Options) -> Result<Self, String>;

    /// Called for each node of a kind in [`Meta::on`], before the nodes below it.
    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>);

    /// Called after the last node of a text with such a node: ESLint's `Program:exit`.
    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Self::State>) {
        let _ = ctx;
    }
}
