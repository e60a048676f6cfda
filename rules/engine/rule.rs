//! The traits that a rule implements.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{Context, Meta};
use crate::estree::Node;

/// A rule without state between the nodes of a text, whose fields are its options: none, or ESLint's by name and
/// default. Its doc comment (`#[derive(Documented)]`) is its manual page.
pub trait StatelessRule: Default + DeserializeOwned + JsonSchema + Send + Sync + 'static {
    const META: Meta;

    /// Checks a node of a type in [`Meta::on`]; nodes come in the order of the text.
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

/// A rule that keeps state while it walks a text, or that is made from its options; most are a [`StatelessRule`]. Its
/// doc comment (`#[derive(Documented)]`) is its manual page.
///
/// A rule's value holds its options and what is made from them; it is built once and shared by all threads. Its `State`
/// is made anew for each text.
pub trait Rule: Sized + Send + Sync + 'static {
    const META: Meta;

    /// Its options, ESLint's by name and default; `()` where it has none. A field's doc comment is the option's
    /// description.
    type Options: DeserializeOwned + Default + JsonSchema;

    /// The state between the nodes of one text; `()` where there is none. It holds ids, not nodes: `ctx.node_of(id)`
    /// returns the node.
    type State: Default;

    /// Builds the rule. The error says what is wrong with the options beyond their shape.
    fn new(options: Self::Options) -> Result<Self, String>;

    /// Checks a node of a type in [`Meta::on`]; a node comes before its descendants.
    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>);

    /// Ends a text that has such a node, after the last: ESLint's `Program:exit`.
    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Self::State>) {
        let _ = ctx;
    }
}
