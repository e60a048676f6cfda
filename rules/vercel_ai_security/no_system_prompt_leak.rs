use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{last_name, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, lower_cased, snippet, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds system prompts that are handed out.
///
/// ## Why
///
/// Who knows the instructions knows what they forbid and how they say it, and writes around them.
///
/// ## What is found
///
/// A variable or a member whose name holds `systemPrompt`, `system_prompt`, `systemMessage`, `instructions`
/// or `agentPrompt`, upper and lower case alike, is found when a `return` returns it, by itself or as a
/// property of an object, and as a property of the object that `….json(…)` or `….send(…)` gets.
///
/// ## Example
///
/// ```js
/// res.json({ answer: result.text, systemPrompt });     // found
/// res.json({ answer: result.text });                   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSystemPromptLeak {
    prompts: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of names that are found.
    system_prompt_patterns: Vec<String>,
}

/// The words that the name of a system prompt holds, in whatever case.
const PROMPT_NAMES: &[&str] = &["systemPrompt", "system_prompt", "systemMessage", "instructions", "agentPrompt"];

impl Default for Options {
    fn default() -> Self {
        Self { system_prompt_patterns: words(PROMPT_NAMES) }
    }
}

impl Rule for NoSystemPromptLeak {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-system-prompt-leak",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::ReturnStatement],
        filters: Filters { calls: &["json", "send"], required_words: &[PROMPT_NAMES], ..Filters::NONE },
        messages: &["systemPromptLeak"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { prompts: Needles::of(&lower_cased(&options.system_prompt_patterns)) })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if node.is(Kind::ReturnStatement) {
            let Some(returned) = node.argument() else { return };
            self.check_properties(returned, ctx);
            if self.is_prompt(returned) {
                report(node, returned, ctx);
            }
        } else if let Some(answer) = node.argument_at(0)
            && node.callee().is_some_and(|callee| callee.text().ends_with(".json") || callee.text().ends_with(".send"))
        {
            self.check_properties(answer, ctx);
        }
    }
}

impl NoSystemPromptLeak {
    /// Reports the properties of an object that hold a system prompt.
    fn check_properties<'a>(&self, object: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !object.is(Kind::ObjectExpression) {
            return;
        }
        for property in properties(object) {
            if let Some(prompt) = property.value().filter(|value| self.is_prompt(*value)) {
                report(property, prompt, ctx);
            }
        }
    }

    fn is_prompt(&self, value: Node<'_>) -> bool {
        value.is_any(&[Kind::Identifier, Kind::MemberExpression])
            && last_name(value).is_some_and(|name| self.prompts.is_in(&to_lower_case(name)))
    }
}

fn report<'a>(place: Node<'a>, prompt: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
    let what = format_args!("{} is handed out, with all that it tells the model", snippet(prompt));
    let fix = format_args!("Leave {} out of what is returned, and return the model's answer alone", snippet(prompt));
    ctx.report(place, "systemPromptLeak", Level::High, what, fix);
}
