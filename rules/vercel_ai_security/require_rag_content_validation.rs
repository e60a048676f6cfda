use documented::Documented;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, calls_one_of, options_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds documents that go from a search straight into a prompt.
///
/// ## Why
///
/// Whoever can write a document that is found can write instructions into it, and the model cannot tell
/// them from those of the house.
///
/// ## What is found
///
/// In the object that `generateText`, `streamText`, `generateObject` or `streamObject` gets, `prompt` and
/// `system` are looked at. One is found when it is a retrieval, a variable of a name that was initialised
/// with one before, in whatever scope, an `await` of these, or a template with one of them. A retrieval is a
/// call whose callee's text holds `search`, `retrieve`, `query`, `vectorStore` or `documents`, in a prompt
/// none of `validate`, `sanitize`, `filter` and `clean`. Upper and lower case are alike.
///
/// ## Example
///
/// ```js
/// const docs = await vectorStore.search(question);
/// await generateText({ model, prompt: `${docs}\n${question}` });                       // found
/// await generateText({ model, prompt: `${sanitizeDocs(docs)}\n${question}` });         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireRagContentValidation {
    retrievals: Needles,
    validators: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of texts that retrieve.
    rag_patterns: Vec<String>,
    /// The parts of texts that validate.
    validator_functions: Vec<String>,
}

/// The words that the text of a callee holds that retrieves documents, in whatever case.
const RETRIEVALS: &[&str] = &["search", "retrieve", "query", "vectorStore", "documents"];

impl Default for Options {
    fn default() -> Self {
        Self {
            rag_patterns: words(RETRIEVALS),
            validator_functions: words(&["validate", "sanitize", "filter", "clean"]),
        }
    }
}

/// The variables that hold documents, by their names alone: scopes are not told apart.
pub(super) type Retrieved = FxHashSet<String>;

impl Rule for RequireRagContentValidation {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-rag-content-validation",
        cwe: 74,
        owasp: "A03:2021 Injection",
        cvss: 6.0,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            inits: &[AstType::AwaitExpression, AstType::CallExpression],
            required_words: &[AI_FUNCTIONS, RETRIEVALS],
            ..Filters::NONE
        },
        messages: &["unsanitizedRagContent"],
    };

    type Options = Options;
    type State = Retrieved;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            retrievals: Needles::of_ignoring_case(&options.rag_patterns),
            validators: Needles::of_ignoring_case(&options.validator_functions),
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Retrieved>) {
        if node.is(Kind::VariableDeclarator) {
            let init = node.init();
            let init = init.filter(|init| init.is(Kind::AwaitExpression)).map_or(init, Node::argument);
            if let Some(name) = node.declared().and_then(Node::identifier)
                && let Some(call) = init.filter(|init| init.is(Kind::CallExpression))
                && calls_one_of(call, &self.retrievals, ctx)
            {
                ctx.state.insert(name.to_string());
            }
            return;
        }
        let Some(options) = options_of(node, &AI_CALLS, ctx) else { return };
        let is_prompt = |property: &Node<'_>| matches!(property.key_identifier(), Some("prompt" | "system"));
        for prompt in properties(options).filter(is_prompt).filter_map(Node::value) {
            if let Some(documents) = self.retrieved_in(prompt, ctx) {
                let what = format_args!("{} goes into a prompt as it was found", snippet(documents));
                let fix =
                    "Take out what reads as instructions first, and mark in the prompt where documents begin and end";
                ctx.report(prompt, "unsanitizedRagContent", Level::Medium, what, fix);
            }
        }
    }
}

impl RequireRagContentValidation {
    /// Returns the first part of a prompt that holds retrieved documents.
    fn retrieved_in<'a>(&self, prompt: Node<'a>, ctx: &mut Context<'a, '_, Retrieved>) -> Option<Node<'a>> {
        let mut rest = vec![prompt];
        while let Some(part) = rest.pop() {
            let is_retrieved = match part.kind() {
                Kind::Identifier => part.name().is_some_and(|name| ctx.state.contains(name)),
                Kind::CallExpression => {
                    calls_one_of(part, &self.retrievals, ctx) && !calls_one_of(part, &self.validators, ctx)
                }
                _ => false,
            };
            if is_retrieved {
                return Some(part);
            }
            if part.is(Kind::AwaitExpression) {
                rest.extend(part.argument());
            }
            rest.extend(part.expressions().iter().rev().filter(|_| part.is(Kind::TemplateLiteral)));
        }
        None
    }
}
