use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, options_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds prompts that a user's words go into as they come.
///
/// ## Why
///
/// To a model all of the prompt is instructions. Who can write a part of it can take back what the rest
/// says: show other users' data, call tools, drop the rules of the house.
///
/// ## What is found
///
/// In the object that `generateText`, `streamText`, `generateObject` or `streamObject` gets, `prompt` and
/// `system` are looked at. One is found when it is a variable or a member whose text holds `input`, `query`,
/// `message`, `userInput`, `userPrompt`, `userMessage`, `userQuery`, `userContent`, `req.body` or
/// `request.body`, or a template or an operation with such a part. A call is fine, whatever it calls.
///
/// ## Example
///
/// ```js
/// await generateText({ model, prompt: userInput });                     // found
/// await generateText({ model, prompt: validateInput(userInput) });      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireValidatedPrompt {
    inputs: Needles,
    tests: TestOptions<false>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(rename = "validatorFunctions")]
    _validator_functions: Vec<String>,
    /// The parts of texts that are found.
    user_input_patterns: Vec<String>,
    #[serde(flatten)]
    tests: TestOptions<false>,
}

/// The words that the text of a user's words holds.
const INPUTS: &[&str] = &[
    "userInput",
    "userPrompt",
    "userMessage",
    "userQuery",
    "userContent",
    "input",
    "query",
    "message",
    "req.body",
    "request.body",
];

impl Default for Options {
    fn default() -> Self {
        Self { _validator_functions: Vec::new(), user_input_patterns: words(INPUTS), tests: TestOptions::default() }
    }
}

impl Rule for RequireValidatedPrompt {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-validated-prompt",
        cwe: 74,
        owasp: "A03:2021 Injection",
        cvss: 9.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS, INPUTS], ..Filters::NONE },
        messages: &["unsafePrompt", "unsafeSystemPrompt"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { inputs: Needles::of(&options.user_input_patterns), tests: options.tests })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(options) = options_of(call, &AI_CALLS, ctx) else { return };
        if self.tests.allow(ctx.path()) {
            return;
        }
        for property in properties(options) {
            let (message_id, level) = match property.key_text().as_deref() {
                Some("prompt") => ("unsafePrompt", Level::Critical),
                Some("system") => ("unsafeSystemPrompt", Level::High),
                _ => continue,
            };
            let Some(prompt) = property.value() else { continue };
            let is_input = |part: &Node<'a>| {
                part.is_any(&[Kind::Identifier, Kind::MemberExpression]) && ctx.contains(*part, &self.inputs)
            };
            if let Some(input) = prompt.joined_parts().find(is_input) {
                let what =
                    format_args!("{} goes into the prompt as it comes, and is read as instructions", snippet(input));
                let fix = format_args!("Check and mark it off first: prompt: validateInput({})", snippet(input));
                ctx.report(prompt, message_id, level, what, fix);
            }
        }
    }
}
