//! The reader of a plan's TOML text: its entries as written, and their possible faults.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    num::{NonZeroU32, NonZeroUsize},
    path::{Path, PathBuf},
    time::Duration,
};

use miette::SourceSpan;
use oxsec_rules::RuleSet;
use serde::{Deserialize, de};
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::{Condition, Plan, Provider, Remediator, SELF};
use crate::generation::{
    deciding::Deciding,
    model::{Model, Pace},
    names,
    prompts::{self, Prompt},
    provider::Source,
    repair, stored,
    template::Template,
};
/// The text that a model is asked where the plan has no conditions.
const BARE_PROMPT: &str = "{prompt}\n\nAnswer with the JavaScript code alone, in one fenced code block.\n";

/// The condition of a plan that has none, in the words of the published experiment.
const BARE_CONDITION: &str = "treatment";

/// The key of a `remediator` table for the domains that it does not name.
const OTHERWISE: &str = "otherwise";

/// The value of `prompts_from` for the prompts of [`prompts::built_in`].
const BUILT_IN: &str = "built-in";

/// The calls of one provider that may run at once at most, so that a slip does not start thousands of processes.
const MAX_CONCURRENCY: usize = 256;

/// The plan as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    output: PathBuf,
    journal: Option<PathBuf>,
    #[serde(default = "one")]
    iterations: NonZeroU32,
    #[serde(default = "one_round")]
    rounds: u32,
    #[serde(default = "recommended")]
    preset: String,
    #[serde(default)]
    rules: BTreeMap<String, Value>,
    #[serde(default)]
    inline_config: bool,
    #[serde(default)]
    verdict: Deciding,
    prompts_from: Option<String>,
    #[serde(default)]
    prompts: Vec<PromptEntry>,
    #[serde(default)]
    conditions: Vec<ConditionEntry>,
    repair_prompt: Option<String>,
    #[serde(default)]
    remediator: RemediatorEntry,
    providers: BTreeMap<String, toml::Table>,
    models: Vec<ModelEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PromptEntry {
    id: String,
    domain: String,
    text: String,
    #[serde(default)]
    expected: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionEntry {
    name: String,
    prompt: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelEntry {
    name: String,
    provider: String,
    model: Option<String>,
    #[serde(default)]
    args: Vec<String>,
    #[serde(default)]
    parameters: Map<String, Value>,
    #[serde(default)]
    only_repairs: bool,
}

/// The keys of every provider, whatever its kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaceEntry {
    kind: Option<String>,
    #[serde(default = "one_line")]
    concurrency: NonZeroUsize,
    #[serde(default)]
    pause_seconds: f64,
    #[serde(default = "three")]
    attempts: NonZeroU32,
    #[serde(default = "one_second")]
    backoff_seconds: f64,
    #[serde(default = "five_minutes")]
    limit_seconds: f64,
    #[serde(default = "five")]
    give_up_after: NonZeroU32,
}

const PACE_KEYS: [&str; 7] =
    ["kind", "concurrency", "pause_seconds", "attempts", "backoff_seconds", "limit_seconds", "give_up_after"];

/// A model's name or [`SELF`], or one of them for each domain.
#[derive(Default)]
struct RemediatorEntry {
    otherwise: Option<String>,
    domains: BTreeMap<String, String>,
}

fn one() -> NonZeroU32 {
    NonZeroU32::MIN
}

fn one_line() -> NonZeroUsize {
    NonZeroUsize::MIN
}

fn one_round() -> u32 {
    1
}

fn three() -> NonZeroU32 {
    NonZeroU32::new(3).expect("3 is not 0")
}

fn five() -> NonZeroU32 {
    NonZeroU32::new(5).expect("5 is not 0")
}

fn one_second() -> f64 {
    1.0
}

fn five_minutes() -> f64 {
    300.0
}

fn recommended() -> String {
    "recommended".to_owned()
}

impl<'de> Deserialize<'de> for RemediatorEntry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = RemediatorEntry;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                write!(formatter, "`{SELF}`, the name of a model, or a table with one of them for each domain")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
                Ok(RemediatorEntry { otherwise: Some(name.to_owned()), domains: BTreeMap::new() })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let mut domains = BTreeMap::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(RemediatorEntry { otherwise: domains.remove(OTHERWISE), domains })
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

/// An error in a plan, and the keys and indices that lead to it.
#[derive(Debug)]
pub(super) struct Fault {
    pub message: String,
    pub help: Option<String>,
    place: FaultPlace,
}

#[derive(Debug)]
enum FaultPlace {
    Span(Option<std::ops::Range<usize>>),
    Path(Vec<String>),
}

impl Fault {
    fn at<const N: usize>(path: [&str; N], message: impl Into<String>) -> Self {
        let path = path.iter().map(|&step| step.to_owned()).collect();
        Self { message: message.into(), help: None, place: FaultPlace::Path(path) }
    }

    fn help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// Returns the place in the text: at the longest existing beginning of its path.
    pub fn span(&self, text: &str) -> Option<SourceSpan> {
        let span = match &self.place {
            FaultPlace::Span(span) => span.clone()?,
            FaultPlace::Path(path) => {
                let table = DeTable::parse(text).ok()?;
                let mut span = table.span();
                let mut value = &DeValue::Table(table.into_inner());
                for step in path {
                    let next = match step.parse::<usize>() {
                        Ok(index) => value.get(index),
                        Err(_) => value.get(step.as_str()),
                    };
                    let Some(next) = next else { break };
                    span = next.span();
                    value = next.get_ref();
                }
                span
            }
        };
        Some(span.into())
    }
}

impl From<toml::de::Error> for Fault {
    fn from(error: toml::de::Error) -> Self {
        let help = meant(error.message(), &[]);
        Self { message: error.message().to_owned(), help, place: FaultPlace::Span(error.span()) }
    }
}

/// Returns a suggestion for a key or value, from serde's ``unknown field `a`, expected one of `b`, `c` ``.
fn meant(message: &str, further: &[&str]) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = message.starts_with("unknown").then(|| quoted.next())??;
    names::did_you_mean(unknown, quoted.chain(further.iter().copied()))
}

pub(super) fn read(text: &str, folder: &Path) -> Result<Plan, Fault> {
    let file: PlanFile = toml::from_str(text)?;
    if !file.verdict.is_served_by(&rule_set(&file.preset, &file.rules)?) {
        let message = "no answer would go back: a finding carries a proof only where a rule of oxsec's own makes it";
        let help = "take the preset `oxsec`, or the verdict `confirmed`".to_owned();
        return Err(Fault::at(["verdict"], message).help(Some(help)));
    }
    let output = folder.join(&file.output);
    let journal = match &file.journal {
        Some(journal) => folder.join(journal),
        None => output.with_extension("journal.jsonl"),
    };
    if journal == output {
        return Err(Fault::at(["journal"], "the journal and the result need a file each"));
    }
    let prompts = read_prompts(file.prompts_from.as_deref(), file.prompts, folder)?;
    let providers = file
        .providers
        .into_iter()
        .map(|(name, table)| read_provider(name, table, folder))
        .collect::<Result<Vec<_>, _>>()?;
    let models = read_models(file.models, &providers)?;
    Ok(Plan {
        output,
        journal,
        iterations: file.iterations.get(),
        rounds: file.rounds,
        preset: file.preset,
        inline_config: file.inline_config,
        verdict: file.verdict,
        rules: file.rules,
        conditions: read_conditions(file.conditions)?,
        repair_prompt: read_repair_prompt(file.repair_prompt.as_deref())?,
        remediator: read_remediator(file.remediator, &models, &prompts)?,
        prompts,
        providers,
        models,
    })
}

pub(super) fn rule_set(preset: &str, rules: &BTreeMap<String, Value>) -> Result<RuleSet, Fault> {
    let mut set = RuleSet::preset(preset).map_err(|error| Fault::at(["preset"], error.to_string()))?;
    for (id, value) in rules {
        set.configure_value(id, value).map_err(|error| Fault::at(["rules", id], error.to_string()))?;
    }
    Ok(set)
}

/// Refuses a name that cannot be used unchanged in a terminal line, a file or a JSON key, and a repeated one.
fn check_name(seen: &mut BTreeSet<String>, name: &str, what: &str, path: [&str; 3]) -> Result<(), Fault> {
    if !names::is_plain(name) {
        return Err(Fault::at(path, format!("{name:?} cannot be the name of a {what}")).help(Some(
            "letters, digits and `-._:/@+` can be in it, and it starts with neither `-` nor `.`".to_owned(),
        )));
    }
    if !seen.insert(name.to_owned()) {
        return Err(Fault::at(path, format!("there is a second {what} `{name}`")));
    }
    Ok(())
}

fn read_prompts(from: Option<&str>, entries: Vec<PromptEntry>, folder: &Path) -> Result<Vec<Prompt>, Fault> {
    let mut prompts = match from {
        None if !entries.is_empty() => Vec::new(),
        None | Some(BUILT_IN) => prompts::built_in(),
        Some(file) => stored::prompts(&folder.join(file)).map_err(|message| Fault::at(["prompts_from"], message))?,
    };
    let mut seen = BTreeSet::new();
    for prompt in &prompts {
        check_name(&mut seen, &prompt.id, "prompt", ["prompts_from", "", ""])?;
    }
    for (index, entry) in entries.into_iter().enumerate() {
        let index = index.to_string();
        check_name(&mut seen, &entry.id, "prompt", ["prompts", &index, "id"])?;
        check_name(&mut BTreeSet::new(), &entry.domain, "domain", ["prompts", &index, "domain"])?;
        if entry.text.trim().is_empty() {
            return Err(Fault::at(["prompts", &index, "text"], format!("prompt `{}` asks nothing", entry.id)));
        }
        prompts.push(Prompt { id: entry.id, domain: entry.domain, text: entry.text, expected: entry.expected });
    }
    if prompts.is_empty() {
        return Err(Fault::at(["prompts_from"], "the stored experiment has no prompts"));
    }
    Ok(prompts)
}

fn read_conditions(entries: Vec<ConditionEntry>) -> Result<Vec<Condition>, Fault> {
    if entries.is_empty() {
        let prompt = Template::parse(BARE_PROMPT, &["prompt"], &["prompt"]).expect("the built-in text is a template");
        return Ok(vec![Condition { name: BARE_CONDITION.to_owned(), prompt }]);
    }
    let mut seen = BTreeSet::new();
    let mut conditions = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let index = index.to_string();
        check_name(&mut seen, &entry.name, "condition", ["conditions", &index, "name"])?;
        if entry.name.contains('/') {
            return Err(Fault::at(["conditions", &index, "name"], "a condition's name is part of a file's name")
                .help(Some("it cannot hold a `/`".to_owned())));
        }
        let prompt = Template::parse(&entry.prompt, &["prompt"], &["prompt"])
            .map_err(|error| Fault::at(["conditions", &index, "prompt"], error.to_string()).help(error.help()))?;
        conditions.push(Condition { name: entry.name, prompt });
    }
    Ok(conditions)
}

fn read_repair_prompt(text: Option<&str>) -> Result<Template, Fault> {
    repair::template(text.unwrap_or(repair::PROMPT))
        .map_err(|error| Fault::at(["repair_prompt"], error.to_string()).help(error.help()))
}

fn read_provider(name: String, mut table: toml::Table, folder: &Path) -> Result<Provider, Fault> {
    check_name(&mut BTreeSet::new(), &name, "provider", ["providers", &name, ""])?;
    let within = |error: toml::de::Error| {
        let message = error.message().trim_end();
        let key = message.split('`').nth(1).unwrap_or_default();
        Fault::at(["providers", &name, key], format!("provider `{name}`: {message}")).help(meant(message, &PACE_KEYS))
    };
    let common: toml::Table = PACE_KEYS.iter().filter_map(|&key| Some((key.to_owned(), table.remove(key)?))).collect();
    let common = PaceEntry::deserialize(common).map_err(within)?;
    let kinds = || Source::KINDS.map(|kind| format!("`{kind}`")).join(", ");
    let Some(kind) = common.kind else {
        return Err(Fault::at(["providers", &name], format!("provider `{name}` has no `kind`: one of {}", kinds())));
    };
    if !Source::KINDS.contains(&kind.as_str()) {
        let message = format!("provider `{name}` has the unknown kind `{kind}`; expected {}", kinds());
        return Err(Fault::at(["providers", &name, "kind"], message).help(names::did_you_mean(&kind, Source::KINDS)));
    }
    let seconds = |key: &str, seconds: f64| {
        Duration::try_from_secs_f64(seconds).map_err(|_| {
            Fault::at(["providers", &name, key], format!("`{key}` of provider `{name}` is not a valid time"))
        })
    };
    let pace = Pace {
        concurrency: common.concurrency.get(),
        pause: seconds("pause_seconds", common.pause_seconds)?,
        attempts: common.attempts.get(),
        backoff: seconds("backoff_seconds", common.backoff_seconds)?,
        limit: seconds("limit_seconds", common.limit_seconds)?,
        give_up_after: common.give_up_after.get(),
    };
    if pace.limit.is_zero() {
        return Err(Fault::at(["providers", &name, "limit_seconds"], "no call can be answered in no time"));
    }
    if pace.concurrency > MAX_CONCURRENCY {
        let message = format!("`concurrency` is at most {MAX_CONCURRENCY}");
        return Err(Fault::at(["providers", &name, "concurrency"], message));
    }
    let source = Source::read(&kind, table).map_err(within)?;
    let source = source
        .prepare(folder)
        .map_err(|(key, message)| Fault::at(["providers", &name, key], format!("provider `{name}`: {message}")))?;
    Ok(Provider { name, source, pace })
}

fn read_models(entries: Vec<ModelEntry>, providers: &[Provider]) -> Result<Vec<Model>, Fault> {
    let mut seen = BTreeSet::from([SELF.to_owned()]);
    let mut models = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let index = index.to_string();
        check_name(&mut seen, &entry.name, "model", ["models", &index, "name"])?;
        let Some(provider) = providers.iter().find(|provider| provider.name == entry.provider) else {
            let message = format!("model `{}` names an unknown provider: `{}`", entry.name, entry.provider);
            let known = providers.iter().map(|provider| provider.name.as_str());
            return Err(
                Fault::at(["models", &index, "provider"], message).help(names::did_you_mean(&entry.provider, known))
            );
        };
        let model = Model {
            id: entry.model.unwrap_or_else(|| entry.name.clone()),
            name: entry.name,
            provider: entry.provider,
            args: entry.args,
            parameters: entry.parameters,
            only_repairs: entry.only_repairs,
        };
        if let Err((key, message)) = provider.source.accepts(&model) {
            return Err(Fault::at(["models", &index, key], format!("model `{}`: {message}", model.name)));
        }
        models.push(model);
    }
    if models.iter().all(|model| model.only_repairs) {
        return Err(Fault::at(["models"], "the plan has no model that is asked the prompts"));
    }
    Ok(models)
}

fn read_remediator(entry: RemediatorEntry, models: &[Model], prompts: &[Prompt]) -> Result<Remediator, Fault> {
    let known = |name: &str, path: [&str; 2]| {
        if name == SELF || models.iter().any(|model| model.name == name) {
            return Ok(());
        }
        let names = models.iter().map(|model| model.name.as_str()).chain([SELF]);
        Err(Fault::at(path, format!("the remediator names an unknown model: `{name}`"))
            .help(names::did_you_mean(name, names)))
    };
    let by_domain = !entry.domains.is_empty();
    for (domain, name) in &entry.domains {
        known(name, ["remediator", domain])?;
        if !prompts.iter().any(|prompt| prompt.domain == *domain) {
            let domains: BTreeSet<&str> = prompts.iter().map(|prompt| prompt.domain.as_str()).collect();
            return Err(Fault::at(["remediator", domain], format!("no prompt belongs to the domain `{domain}`"))
                .help(names::did_you_mean(domain, domains)));
        }
    }
    let otherwise = match entry.otherwise {
        Some(name) if name != SELF => {
            known(&name, ["remediator", if by_domain { OTHERWISE } else { "" }])?;
            Remediator::Model(name)
        }
        _ => Remediator::Own,
    };
    Ok(if by_domain {
        Remediator::ByDomain { domains: entry.domains, otherwise: Box::new(otherwise) }
    } else {
        otherwise
    })
}
