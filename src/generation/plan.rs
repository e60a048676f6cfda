//! The plan: the questions, the models, the repetitions, and the treatment of the answers.

mod reading;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use miette::{Diagnostic, NamedSource, SourceSpan};
use oxsec_rules::RuleSet;
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

use super::{
    deciding::Deciding,
    model::{Model, Pace},
    prompts::Prompt,
    provider::Source,
    template::Template,
};
use crate::experiment::{Directives, Linter};

/// The commented plan that `oxsec run --init` writes.
pub const EXAMPLE: &str = include_str!("example.toml");

/// The value of `remediator` with which every model repairs its own answers.
const SELF: &str = "self";

/// A plan whose parts fit together: every name it uses is defined, every number within its bounds.
///
/// The serialized form is what decides the answers and the findings. A journal continues under a plan with the same
/// serialized form; the place of the result and the pace of the calls may change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// The file of the result; with several conditions, [`Plan::output_of`] each.
    #[serde(skip)]
    pub output: PathBuf,
    #[serde(skip)]
    pub journal: PathBuf,
    /// The number of times that each model is asked each prompt under each condition.
    pub iterations: u32,
    /// The number of times that the findings are returned at most.
    pub rounds: u32,
    pub preset: String,
    /// Rules with other settings than in the preset, each as in ESLint's configuration.
    pub rules: BTreeMap<String, Value>,
    /// Comments in the code can suppress findings.
    pub inline_config: bool,
    /// The findings that decide whether an answer is returned.
    #[serde(skip_serializing_if = "Deciding::is_default")]
    pub verdict: Deciding,
    pub prompts: Vec<Prompt>,
    pub conditions: Vec<Condition>,
    pub repair_prompt: Template,
    pub remediator: Remediator,
    pub providers: Vec<Provider>,
    pub models: Vec<Model>,
}

/// A way to put every prompt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Condition {
    pub name: String,
    /// The text that a model is sent; `{prompt}` is replaced by the text of the prompt.
    pub prompt: Template,
}

/// A source of answers, and the pace at which it may be asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Provider {
    pub name: String,
    #[serde(flatten)]
    pub source: Source,
    #[serde(skip)]
    pub pace: Pace,
}

/// The model that repairs an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remediator {
    /// The model that wrote it.
    Own,
    Model(String),
    /// The model for the domain of the prompt, else `otherwise`.
    ByDomain {
        domains: BTreeMap<String, String>,
        otherwise: Box<Remediator>,
    },
}

impl Remediator {
    /// Returns the name of the model that repairs what `author` wrote for a prompt of this domain.
    pub fn of<'a>(&'a self, author: &'a str, domain: &str) -> &'a str {
        match self {
            Self::Own => author,
            Self::Model(name) => name,
            Self::ByDomain { domains, otherwise } => match domains.get(domain) {
                Some(name) => Self::named(name, author),
                None => otherwise.of(author, domain),
            },
        }
    }

    fn named<'a>(name: &'a str, author: &'a str) -> &'a str {
        if name == SELF { author } else { name }
    }
}

/// The calls to a provider in the whole run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    pub provider: String,
    pub answers: u64,
    /// The number of repairs if every answer needed every round.
    pub repairs_at_most: u64,
    /// The sum of the pauses without any repair, and with all of them.
    pub least: (Duration, Duration),
}

/// The reason why there is no plan.
#[derive(Debug, Error, Diagnostic)]
pub enum PlanError {
    #[error("the plan {} cannot be read: {error}", path.display())]
    #[diagnostic(help("`oxsec run --init` writes a plan to start from"))]
    Unreadable { path: PathBuf, error: io::Error },
    #[error(transparent)]
    #[diagnostic(transparent)]
    Wrong(Box<Wrong>),
}

/// An error at a place in a plan.
#[derive(Debug, Error, Diagnostic)]
#[error("{message}")]
pub struct Wrong {
    message: String,
    #[source_code]
    text: NamedSource<String>,
    #[label("here")]
    place: Option<SourceSpan>,
    #[help]
    help: Option<String>,
}

impl Plan {
    /// Reads a plan. Paths in it are relative to its own folder.
    pub fn load(path: &Path) -> Result<Self, PlanError> {
        let text = fs::read_to_string(path).map_err(|error| PlanError::Unreadable { path: path.to_owned(), error })?;
        Self::parse(&text, path)
    }

    /// Reads the text of the plan in the file `path`.
    pub fn parse(text: &str, path: &Path) -> Result<Self, PlanError> {
        let folder = path.parent().unwrap_or(Path::new(""));
        reading::read(text, folder).map_err(|fault| {
            PlanError::Wrong(Box::new(Wrong {
                place: fault.span(text),
                message: fault.message,
                text: NamedSource::new(path.display().to_string(), text.to_owned()).with_language("toml"),
                help: fault.help,
            }))
        })
    }

    /// Returns the model of this name.
    ///
    /// # Panics
    ///
    /// If the plan has none of this name, which its own names cannot cause.
    pub fn model(&self, name: &str) -> &Model {
        self.models.iter().find(|model| model.name == name).expect("a plan's names are checked when it is read")
    }

    /// Returns the linter that scores the answers.
    pub fn linter<'r>(&self, rules: &'r RuleSet) -> Linter<'r> {
        Linter::new(rules, self.directives()).judging(self.verdict.asks_for_judgement())
    }

    /// Returns the reading of comments in the code by which findings are returned and counted.
    pub fn directives(&self) -> Directives {
        if self.inline_config { Directives::Obeyed } else { Directives::Ignored }
    }

    /// Returns the rules that answers are checked with.
    pub fn rule_set(&self) -> RuleSet {
        reading::rule_set(&self.preset, &self.rules).expect("a plan's rules are checked when it is read")
    }

    /// Returns the prompt of this id.
    ///
    /// # Panics
    ///
    /// As [`Plan::model`].
    pub fn prompt(&self, id: &str) -> &Prompt {
        self.prompts.iter().find(|prompt| prompt.id == id).expect("calls name the plan's prompts")
    }

    /// Returns the condition of this name.
    ///
    /// # Panics
    ///
    /// As [`Plan::model`].
    pub fn condition(&self, name: &str) -> &Condition {
        self.conditions.iter().find(|condition| condition.name == name).expect("calls name the plan's conditions")
    }

    /// Returns the providers that have something to do.
    pub fn providers_in_use(&self) -> impl Iterator<Item = &Provider> {
        let loads = self.loads();
        self.providers.iter().zip(loads).filter(|(_, load)| load.answers + load.repairs_at_most > 0).map(|(it, _)| it)
    }

    /// Returns the models that are asked the prompts.
    pub fn authors(&self) -> impl Iterator<Item = &Model> {
        self.models.iter().filter(|model| !model.only_repairs)
    }

    /// Returns the file of a condition's result: the output itself, or with several conditions `NAME.CONDITION.json`
    /// beside it.
    pub fn output_of(&self, condition: &str) -> PathBuf {
        match self.conditions.as_slice() {
            [_] => self.output.clone(),
            _ => self.output.with_extension(format!("{condition}.json")),
        }
    }

    /// Returns the load of each provider, in the order of the plan.
    pub fn loads(&self) -> Vec<Load> {
        let per_prompt = u64::from(self.iterations) * self.conditions.len() as u64;
        self.providers
            .iter()
            .map(|provider| {
                let mut answers = 0;
                let mut repairs_at_most = 0;
                for author in self.authors() {
                    for prompt in &self.prompts {
                        if author.provider == provider.name {
                            answers += per_prompt;
                        }
                        let remediator = self.remediator.of(&author.name, &prompt.domain);
                        if self.model(remediator).provider == provider.name {
                            repairs_at_most += per_prompt * u64::from(self.rounds);
                        }
                    }
                }
                let least = |calls| provider.pace.least(calls);
                Load {
                    provider: provider.name.clone(),
                    answers,
                    repairs_at_most,
                    least: (least(answers), least(answers + repairs_at_most)),
                }
            })
            .collect()
    }
}
