use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::has_identifier_key;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, lower_cased, shorten, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds tools that do what cannot be undone without anybody's consent.
///
/// ## Why
///
/// A model calls its tools as it likes, and as a text that it read told it to. What deletes or pays should
/// wait for a person.
///
/// ## What is found
///
/// In an object that is the `tools` of another, each property is looked at whose name holds `delete`,
/// `remove`, `transfer`, `execute`, `update` or `create`, upper and lower case alike. It is found when it is
/// an object without `requiresConfirmation`, `requireConfirmation`, `confirmation`, `requiresApproval`,
/// `requireApproval`, `approval` or `dangerouslyAllowBrowser`. What `tool(…)` returns is left alone.
///
/// ## Example
///
/// ```js
/// const options = { tools: { deleteUser: { execute } } };                                  // found
/// const options = { tools: { deleteUser: { requiresConfirmation: true, execute } } };      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireToolConfirmation {
    /// Parts of names, in lower case.
    destructive: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of names that are found.
    destructive_patterns: Vec<String>,
}

/// The words that the name of a tool holds that changes something.
const DESTRUCTIVE: &[&str] = &["delete", "remove", "transfer", "execute", "update", "create"];

impl Default for Options {
    fn default() -> Self {
        Self { destructive_patterns: words(DESTRUCTIVE) }
    }
}

/// The properties of a tool that says that it waits for a person.
const CONFIRMATIONS: &[&str] = &[
    "approval",
    "confirmation",
    "dangerouslyAllowBrowser",
    "requireApproval",
    "requireConfirmation",
    "requiresApproval",
    "requiresConfirmation",
];

impl Rule for RequireToolConfirmation {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-tool-confirmation",
        cwe: 862,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.0,
        // In a pattern no value is an object.
        on: &[AstType::ObjectProperty],
        filters: Filters { required_words: &[&["tools"], DESTRUCTIVE], ..Filters::NONE },
        messages: &["missingConfirmation"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { destructive: lower_cased(&options.destructive_patterns) })
    }

    fn check<'a>(&self, property: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(tool) = property.value().filter(|value| value.is(Kind::ObjectExpression)) else { return };
        let is_tool = property
            .ancestors()
            .nth(1)
            .is_some_and(|outer| outer.is(Kind::Property) && outer.key_identifier() == Some("tools"));
        let Some(name) = property.key_text().filter(|_| is_tool) else { return };
        let folded_name = to_lower_case(&name);
        let Some(word) = self.destructive.iter().find(|word| folded_name.contains(word.as_str())) else { return };
        if !has_identifier_key(tool, CONFIRMATIONS) {
            let what = format_args!(
                "The model can call the tool {} ({}) without anybody's consent",
                shorten(&name),
                shorten(word)
            );
            let fix = "Set requiresConfirmation: true in the tool, and have the caller ask a person before it runs";
            ctx.report(property, "missingConfirmation", Level::High, what, fix);
        }
    }
}
