use documented::Documented;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_one_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds a model's answer that is shown as it comes.
///
/// ## Why
///
/// Models make things up. What a page or a mail says in the name of the house should have been checked by
/// somebody, or be marked as what it is.
///
/// ## What is found
///
/// Calls whose callee's text holds `render`, `display`, `show`, `send` or `respond` are looked at, upper and
/// lower case alike. An argument, or a property of an object that is one, is found when it is a member
/// expression whose text holds `.text`, `.content`, `.message`, `.response` or `.output`, or a variable of a
/// name that was initialised with one before, in whatever scope. A call is fine, whatever it calls.
///
/// ## Example
///
/// ```js
/// res.send(result.text);                        // found
/// res.send(checkFacts(result.text));            // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireOutputValidation {
    displays: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of callees' texts that show something.
    display_patterns: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(rename = "validatorFunctions")]
    _validator_functions: Vec<String>,
}

/// The words that the text of a callee holds that shows something, in lower case.
const DISPLAYS: &[&str] = &["render", "display", "show", "send", "respond"];

impl Default for Options {
    fn default() -> Self {
        Self { display_patterns: words(DISPLAYS), _validator_functions: Vec::new() }
    }
}

/// The words that the text of a member of a model's answer holds.
const OUTPUT_MEMBERS: &[&str] = &[".content", ".message", ".output", ".response", ".text"];
static OUTPUTS: Needles = Needles::new(OUTPUT_MEMBERS);

/// The variables that hold an answer, by their names alone: scopes are not told apart.
pub(super) type Answers = FxHashSet<String>;

impl Rule for RequireOutputValidation {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-output-validation",
        cwe: 707,
        owasp: "A03:2021 Injection",
        cvss: 5.0,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            inits: &[
                AstType::ComputedMemberExpression,
                AstType::PrivateFieldExpression,
                AstType::StaticMemberExpression,
            ],
            required_words: &[OUTPUT_MEMBERS, DISPLAYS],
            ..Filters::NONE
        },
        messages: &["unvalidatedOutput"],
    };

    type Options = Options;
    type State = Answers;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { displays: Needles::of_ignoring_case(&options.display_patterns) })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Answers>) {
        if node.is(Kind::VariableDeclarator) {
            if let Some(name) = node.declared().and_then(Node::identifier)
                && let Some(init) = node.init().filter(|init| init.is(Kind::MemberExpression))
                && ctx.contains(init, &OUTPUTS)
            {
                ctx.state.insert(name.to_string());
            }
        } else if let Some(callee) = node.callee().filter(|_| !node.arguments().is_empty())
            && calls_one_of(node, &self.displays, ctx)
        {
            for argument in node.arguments().iter() {
                report_answer(argument, callee, ctx);
                if argument.is(Kind::ObjectExpression) {
                    properties(argument).filter_map(Node::value).for_each(|value| report_answer(value, callee, ctx));
                }
            }
        }
    }
}

fn report_answer<'a>(value: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, Answers>) {
    let is_answer = match value.kind() {
        Kind::MemberExpression => ctx.contains(value, &OUTPUTS),
        Kind::Identifier => value.name().is_some_and(|name| ctx.state.contains(name)),
        _ => false,
    };
    if is_answer {
        let what = format_args!("{} shows {}, whatever the model wrote", snippet(callee), snippet(value));
        let fix =
            format_args!("Check it against what is known, or by a schema, first: validateOutput({})", snippet(value));
        ctx.report(value, "unvalidatedOutput", Level::Medium, what, fix);
    }
}
