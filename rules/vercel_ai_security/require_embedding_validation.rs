use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_one_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds embeddings that are stored as they come.
///
/// ## Why
///
/// What is in the vector store is found and put into prompts later. A vector that is not what it should be,
/// of another length or not of numbers, spoils the search for everybody.
///
/// ## What is found
///
/// Calls whose callee's text holds `upsert`, `insert`, `add`, `store`, `index` or `save` are looked at. In
/// an object among their arguments, `embedding`, `vector` or `values` is found when it is a call, or an
/// `await` of one, whose callee's text holds `embed`, `vector` or `encode`, and none of `validate`, `verify`,
/// `check` and `sanitize`. Upper and lower case are alike.
///
/// ## Example
///
/// ```js
/// await store.upsert({ id, vector: await embed(text) });                        // found
/// await store.upsert({ id, vector: validateEmbedding(await embed(text)) });     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireEmbeddingValidation {
    embeddings: Needles,
    validators: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of texts that are embeddings.
    embedding_patterns: Vec<String>,
    /// The parts of texts that validate.
    validator_functions: Vec<String>,
}

/// The words that the text of a callee holds that makes an embedding. All that holds `embedding` holds `embed`.
const EMBEDDINGS: &[&str] = &["embed", "encode", "vector"];

/// The properties that an embedding is stored under.
const VECTORS: &[&str] = &["embedding", "values", "vector"];

impl Default for Options {
    fn default() -> Self {
        Self {
            embedding_patterns: words(EMBEDDINGS),
            validator_functions: words(&["validate", "verify", "check", "sanitize"]),
        }
    }
}

/// The words that the text of a callee holds that stores, in lower case.
static STORES: Needles = Needles::ignoring_case(&["add", "index", "insert", "save", "store", "upsert"]);

impl Rule for RequireEmbeddingValidation {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-embedding-validation",
        cwe: 20,
        owasp: "A03:2021 Injection",
        cvss: 5.5,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[EMBEDDINGS, VECTORS], ..Filters::NONE },
        messages: &["unvalidatedEmbedding"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            embeddings: Needles::of_ignoring_case(&options.embedding_patterns),
            validators: Needles::of_ignoring_case(&options.validator_functions),
        })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let is_object = |argument: &Node<'_>| argument.is(Kind::ObjectExpression);
        let mut objects = call.arguments().iter().filter(is_object).peekable();
        if objects.peek().is_none() || !calls_one_of(call, &STORES, ctx) {
            return;
        }
        let is_vector = |property: &Node<'_>| property.key_identifier().is_some_and(|key| VECTORS.contains(&key));
        for vector in objects.flat_map(properties).filter(is_vector).filter_map(Node::value) {
            let made = if vector.is(Kind::AwaitExpression) { vector.argument() } else { Some(vector) };
            let Some(made) = made.filter(|made| made.is(Kind::CallExpression)) else { continue };
            if calls_one_of(made, &self.embeddings, ctx) && !calls_one_of(made, &self.validators, ctx) {
                let what = format_args!("The embedding of {} is stored as it comes", snippet(made));
                let fix = "Check its length and that all of it is finite numbers: validateEmbedding(…)";
                ctx.report(vector, "unvalidatedEmbedding", Level::Medium, what, fix);
            }
        }
    }
}
