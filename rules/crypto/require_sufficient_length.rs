use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{RandomStrings, values_of};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds random tokens that are too short.
///
/// ## Why
///
/// A token is as good as the number of guesses that it takes. Characters that are cheap to add multiply
/// it, each by the size of the alphabet.
///
/// ## What is found
///
/// Calls of what a file imports from `crypto-random-string`, and of methods of it, are looked at: each
/// `length` in their first argument that is a number below the minimum is found.
///
/// ## Example
///
/// ```js
/// import cryptoRandomString from 'crypto-random-string';
/// cryptoRandomString({ length: 10 });    // found
/// cryptoRandomString({ length: 32 });    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireSufficientLength {
    min_length: f64,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The fewest characters of a token.
    min_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_length: 32.0 }
    }
}

impl Rule for RequireSufficientLength {
    const META: Meta = Meta {
        id: "crypto/require-sufficient-length",
        cwe: 330,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { required_words: &[&["crypto-random-string"], &["length"]], ..Filters::NONE },
        messages: &["insufficientLength", "useMinLength"],
    };

    type Options = Options;
    type State = RandomStrings;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { min_length: options.min_length })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, RandomStrings>) {
        if node.is(Kind::ImportDeclaration) {
            ctx.state.note(node);
            return;
        }
        let Some(options) = ctx.state.options_of(node) else { return };
        let is_short = |value: &Node<'_>| value.number().is_some_and(|length| length < self.min_length);
        for value in values_of(options, "length").filter(is_short) {
            let minimum = Literal::Number(self.min_length).to_text();
            let what = format_args!("A token of {} characters can be guessed", value.text());
            let fix = format_args!("Ask for {minimum} characters or more");
            ctx.report(value, "insufficientLength", Level::Medium, what, fix).suggest(
                "useMinLength",
                format!("Use {minimum} characters"),
                Edit::replace(value, minimum.clone()),
            );
        }
    }
}
