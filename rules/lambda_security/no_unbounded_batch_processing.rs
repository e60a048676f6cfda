use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{event_parameter, nodes_of_handler};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds handlers that take a batch of whatever size.
///
/// ## Why
///
/// A large batch runs into the function's timeout or memory. Then the whole batch comes again, and again.
///
/// ## What is found
///
/// A function is looked at with a parameter `event`, `evt`, `e`, `request` or `req`, and none like it
/// within. Each `Records`, `records`, `items` and `messages` of such a parameter is found, unless something in
/// the function looks at the size: `.length` of one of these, `slice`, `splice`, `take` or `chunk` of
/// anything, a comparison with `.length`, `Records` or `records` in it.
///
/// ## Example
///
/// ```js
/// exports.handler = async (event) => Promise.all(event.Records.map(store));                 // found
/// exports.handler = async (event) => Promise.all(event.Records.slice(0, 10).map(store));    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnboundedBatchProcessing {
    tests: TestOptions<true>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    max_batch_size: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { tests: TestOptions::default(), max_batch_size: 100.0 }
    }
}

const BATCHES: &[&str] = &["Records", "items", "messages", "records"];

/// The words that a comparison holds that looks at the size of a batch.
static SIZES: Needles = Needles::new(&[".length", "Records", "records"]);

impl Rule for NoUnboundedBatchProcessing {
    const META: Meta = Meta {
        id: "lambda-security/no-unbounded-batch-processing",
        cwe: 770,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.5,
        on: &[AstType::ArrowFunctionExpression, AstType::Function],
        filters: Filters { required_words: &[BATCHES], ..Filters::NONE },
        messages: &["unboundedBatch"],
    };

    type Options = Options;
    /// The parameters of handlers that have not been forgotten: those around one are still known within it.
    type State = Vec<String>;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { tests: options.tests })
    }

    fn check<'a>(&self, function: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        let Some(event) = event_parameter(function).filter(|_| function.is_function()) else { return };
        if !ctx.state.iter().any(|known| known == event) {
            ctx.state.push(event.to_string());
        }
        let Some(nodes) = nodes_of_handler(function) else { return };
        let events = std::mem::take(ctx.state);
        let batches: Vec<_> = nodes.iter().copied().filter(|&node| is_batch(node, &events)).collect();
        if batches.is_empty() || self.tests.allow(ctx.path()) || nodes.iter().any(|&node| looks_at_size(node, ctx)) {
            return;
        }
        for batch in batches {
            let what = format_args!("The handler takes all of {}, however many there are", snippet(batch));
            let fix = format_args!("Check {}.length first, and throw where there are too many", snippet(batch));
            // ESLint's rule reports when it leaves the function.
            let last = nodes.last().copied().unwrap_or(function);
            ctx.report(batch, "unboundedBatch", Level::Medium, what, fix).found_at(last);
        }
    }
}

fn names_batch(member: Node<'_>) -> bool {
    member.is(Kind::MemberExpression) && member.property_identifier().is_some_and(|name| BATCHES.contains(&name))
}

fn is_batch(node: Node<'_>, events: &[String]) -> bool {
    names_batch(node)
        && node.object().and_then(Node::identifier).is_some_and(|name| events.iter().any(|event| event == name))
}

fn looks_at_size<'a>(node: Node<'a>, ctx: &mut Context<'a, '_, Vec<String>>) -> bool {
    match node.kind() {
        Kind::MemberExpression => {
            node.property_identifier() == Some("length") && node.object().is_some_and(names_batch)
        }
        Kind::CallExpression => {
            let called = node.callee_name().or_else(|| node.callee_method());
            matches!(called, Some("chunk" | "slice" | "splice" | "take"))
        }
        Kind::BinaryExpression => {
            matches!(node.operator(), Some("<" | "<=" | ">" | ">=")) && ctx.contains(node, &SIZES)
        }
        _ => false,
    }
}
