use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, lower_cased, shorten, snippet, words},
    estree::{AstType, Kind, Literal, Node, to_lower_case},
};

/// Finds data that a provider may train its models on.
///
/// ## Why
///
/// What a model was trained on it can repeat: to other customers, years later, and nobody can take it back.
///
/// ## What is found
///
/// A property whose name holds `train`, `training`, `finetune` or `feedback`, upper and lower case alike,
/// is found when its value is `true`, and so is each string that holds `/train`, `/finetune`, `/fine-tune`
/// or `/feedback`, in whatever case and wherever it stands.
///
/// ## Example
///
/// ```js
/// const client = createClient({ allowTraining: true });     // found
/// await fetch('https://ai.example/v1/fine-tunes', { method: 'POST', body });     // found
/// const client = createClient({ allowTraining: false });    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoTrainingDataExposure {
    training: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of names that are found.
    training_patterns: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { training_patterns: words(&["train", "training", "finetune", "feedback"]) }
    }
}

/// The words that an address holds where data is sent to be learnt from, in lower case.
static ADDRESSES: Needles = Needles::new(&["/feedback", "/fine-tune", "/finetune", "/train"]);

impl Rule for NoTrainingDataExposure {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-training-data-exposure",
        cwe: 359,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.0,
        // In a pattern no value is a literal.
        on: &[AstType::ObjectProperty, AstType::StringLiteral],
        filters: Filters { required_words: &[&["feedback", "fine-tune", "finetune", "train"]], ..Filters::NONE },
        messages: &["trainingDataExposure"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { training: Needles::of(&lower_cased(&options.training_patterns)) })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let fix = "Switch training off, or take what names people out of what is sent";
        if let Some(text) = node.string() {
            if text.contains('/') && ADDRESSES.is_in(&to_lower_case(text)) {
                let what = format_args!("What is sent to {} may be trained on", snippet(node));
                ctx.report(node, "trainingDataExposure", Level::High, what, fix);
            }
        } else if node.is(Kind::Property)
            && node.value().and_then(Node::literal) == Some(Literal::Boolean(true))
            && let Some(name) = node.key_text()
            && !name.is_empty()
            && self.training.is_in(&to_lower_case(&name))
        {
            let what = format_args!("{}: true lets the data be trained on", shorten(&name));
            ctx.report(node, "trainingDataExposure", Level::High, what, fix);
        }
    }
}
