use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds a model's answer that runs as code, as SQL or as HTML.
///
/// ## Why
///
/// What a model writes depends on all that it read, and so on whoever wrote that. An answer is input from
/// outside, however harmless the question was.
///
/// ## What is found
///
/// An expression counts as an answer when its text holds `.text`, `completion`, `generated`, `aiOutput`,
/// `aiResponse` or `llmOutput`. It is found as an argument of a call whose callee's text holds `eval`,
/// `Function`, `exec` or `spawn`; as a template or operation among the arguments of one that holds `query`,
/// `execute`, `run` or `raw`; and where it is assigned to `….innerHTML`.
///
/// ## Example
///
/// ```js
/// const result = await generateText({ model, prompt });
/// eval(result.text);                                                      // found
/// panel.innerHTML = result.text;                                          // found
/// panel.textContent = result.text;                                        // fine
/// await db.query('INSERT INTO notes (body) VALUES ($1)', [result.text]);  // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeOutputHandling {
    outputs: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of texts that are found.
    ai_output_patterns: Vec<String>,
}

/// The words that the text of a model's answer holds. All that holds `result.text` or `response.text` holds `.text`.
const OUTPUTS: &[&str] = &[".text", "aiOutput", "aiResponse", "completion", "generated", "llmOutput"];

impl Default for Options {
    fn default() -> Self {
        Self { ai_output_patterns: words(OUTPUTS) }
    }
}

/// The words that the text of a callee holds that runs code or a process. All that holds `execSync` or `execFile` holds
/// `exec`.
static EXECUTIONS: Needles = Needles::new(&["Function", "eval", "exec", "spawn"]);

/// The words that the text of a callee holds that runs a query.
static QUERIES: Needles = Needles::new(&["execute", "query", "raw", "run"]);

impl Rule for NoUnsafeOutputHandling {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-unsafe-output-handling",
        cwe: 94,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters { required_words: &[OUTPUTS], ..Filters::NONE },
        messages: &["unsafeOutputExecution", "unsafeOutputInSQL", "unsafeOutputInHTML"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { outputs: Needles::of(&options.ai_output_patterns) })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if node.is(Kind::CallExpression) {
            self.check_call(node, ctx);
        } else if let Some(value) = node.right()
            && node.left().and_then(Node::property_identifier) == Some("innerHTML")
            && ctx.contains(value, &self.outputs)
        {
            let what = format_args!("{} becomes HTML, whatever the model wrote", snippet(value));
            let fix = "Assign it to textContent, or put DOMPurify.sanitize(…) around it";
            ctx.report(value, "unsafeOutputInHTML", Level::High, what, fix);
        }
    }
}

impl NoUnsafeOutputHandling {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(callee) = call.callee().filter(|_| !call.arguments().is_empty()) else { return };
        if calls_one_of(call, &EXECUTIONS, ctx) {
            for argument in call.arguments().iter() {
                if ctx.contains(argument, &self.outputs) {
                    let what = format_args!("{} runs {}, whatever the model wrote", snippet(callee), snippet(argument));
                    let fix = "Don't run what a model wrote: let it choose among functions of your own, by name";
                    ctx.report(argument, "unsafeOutputExecution", Level::Critical, what, fix);
                }
            }
        }
        if calls_one_of(call, &QUERIES, ctx) {
            for argument in call.arguments().iter() {
                if argument.is_any(&[Kind::BinaryExpression, Kind::TemplateLiteral])
                    && ctx.contains(argument, &self.outputs)
                {
                    let what = format_args!("{} reads what the model wrote in {}", snippet(callee), snippet(argument));
                    let fix = "Write a placeholder in its place and pass the model's text as a parameter";
                    ctx.report(argument, "unsafeOutputInSQL", Level::Critical, what, fix);
                }
            }
        }
    }
}
