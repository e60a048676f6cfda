use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, options_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds system prompts that are put together at run time.
///
/// ## Why
///
/// The system prompt says what the model is for and what it must not do. A value that gets into it can say
/// the contrary, and the model cannot tell who wrote which part.
///
/// ## What is found
///
/// In the object that `generateText`, `streamText`, `generateObject` or `streamObject` gets, `system` is
/// found when it is a template with something inserted, a concatenation with `+`, a call or an `await`.
///
/// ## Example
///
/// ```js
/// await generateText({ model, system: `You help ${user.name}.`, prompt });     // found
/// await generateText({ model, system: SYSTEM_PROMPT, prompt });                // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoDynamicSystemPrompt {
    /// Leaves templates alone that insert nothing.
    allow_static_templates: bool,
}

impl Default for NoDynamicSystemPrompt {
    fn default() -> Self {
        Self { allow_static_templates: true }
    }
}

impl StatelessRule for NoDynamicSystemPrompt {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-dynamic-system-prompt",
        cwe: 74,
        owasp: "A03:2021 Injection",
        cvss: 8.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS, &["system"]], ..Filters::NONE },
        messages: &["dynamicSystemPrompt"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(options) = options_of(call, &AI_CALLS, ctx) else { return };
        let prompts = properties(options).filter(|property| property.key_identifier() == Some("system"));
        for prompt in prompts.filter_map(Node::value).filter(|prompt| self.is_dynamic(*prompt)) {
            let what = format_args!("The system prompt {} is put together at run time", snippet(prompt));
            let fix = "Make it a constant text, and give what varies to the model in prompt or messages";
            ctx.report(prompt, "dynamicSystemPrompt", Level::High, what, fix);
        }
    }
}

impl NoDynamicSystemPrompt {
    fn is_dynamic(&self, prompt: Node<'_>) -> bool {
        match prompt.kind() {
            Kind::TemplateLiteral => !prompt.expressions().is_empty() || !self.allow_static_templates,
            Kind::BinaryExpression => prompt.operator() == Some("+"),
            Kind::AwaitExpression | Kind::CallExpression => true,
            _ => false,
        }
    }
}
