//! What a rule is.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Context;
use crate::estree::{AstType, Node};

/// Static metadata for a rule.
#[derive(Debug)]
pub struct Meta {
    /// ESLint's `ruleId`, plugin and all.
    pub id: &'static str,
    /// The weakness that its findings are instances of, in the Common Weakness Enumeration.
    pub cwe: u16,
    /// The category of the OWASP Top 10 (2021) that the weakness belongs to.
    pub owasp: &'static str,
    /// The CVSS 3.1 base score of a typical instance, 0.0 to 10.0.
    pub cvss: f32,
    /// The types of nodes that [`Rule::check`] is called for. They are oxc's, which tell apart more than
    /// ESTree's: a string and a regular expression, `a.b` and `a[b]`.
    pub(crate) on: &'static [AstType],
    pub(crate) filters: Filters,
    /// The message ids that the rule reports.
    pub messages: &'static [&'static str],
}

/// The filters of a rule: it is not called where it cannot fire.
///
/// This is about the rule without options; with options it sees all nodes of its types.
#[derive(Debug)]
pub struct Filters {
    /// The names that a call or a `new` expression must call for [`Rule::check`] to see it, unless it calls something
    /// without a name: a function, or a member's property where that is an identifier, computed or not. Empty: whatever
    /// it calls.
    pub calls: &'static [&'static str],
    /// The words that the text of a callee holds, in whatever case, where the rule looks at the call or `new`
    /// expression: words of three bytes or more. Empty: whatever it holds.
    pub callee_words: &'static [&'static str],
    /// The types of nodes that a declarator is initialised with where the rule looks at it. Empty: any, and none.
    pub inits: &'static [AstType],
    /// The bytes of which a string holds one where the rule looks at it. Empty: the rule looks at every string.
    pub string_bytes: &'static [u8],
    /// A text that can make the rule fire holds one of the words of each of these lists, in whatever case: words of four
    /// bytes or more. Empty: any text can.
    pub words: &'static [&'static [&'static str]],
    /// Whether the rule looks at nothing but what stands around the file, and needs not be called for a text alone.
    pub surroundings: bool,
}

impl Filters {
    /// None: the rule looks at all nodes of its types in every text.
    pub const NONE: Self =
        Self { calls: &[], callee_words: &[], inits: &[], string_bytes: &[], words: &[], surroundings: false };
}

/// A rule that remembers nothing between the nodes of a text, and whose fields are its options: none, or ESLint's by name
/// and default. Its doc comment (`#[derive(Documented)]`) is its manual page.
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

/// A rule that remembers something while it walks a text, or that is made from its options; most are a [`StatelessRule`].
/// Its doc comment (`#[derive(Documented)]`) is its manual page.
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

    /// Called behind the last node of a text with such a node: ESLint's `Program:exit`.
    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Self::State>) {
        let _ = ctx;
    }
}

/// The severity that a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Low,
    Medium,
    High,
    Critical,
}

impl Level {
    pub const fn name(self) -> &'static str {
        match self {
            Level::Low => "LOW",
            Level::Medium => "MEDIUM",
            Level::High => "HIGH",
            Level::Critical => "CRITICAL",
        }
    }
}
