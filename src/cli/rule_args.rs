use std::{
    fmt, fs,
    ops::Range,
    path::{Path, PathBuf},
};

use miette::{IntoDiagnostic, LabeledSpan, MietteDiagnostic, NamedSource, Report, Result, WrapErr};
use oxsec_rules::{ModelError, RuleSet, SourceKind, SourceKinds, UserModels};

use crate::text::visible_line;

/// The preset where none is named: that of the published experiment.
const DEFAULT_PRESET: &str = "recommended";

/// The bytes of the largest file of models.
const MAX_MODEL_BYTES: u64 = 4 << 20;

/// The help that shows the form of a row of models.
const MODEL_HELP: &str = "a row says one thing of a path: [[model]] with path = \"shop-db.run\" and sink = \"sql\"";

/// The rules that apply, and their models: the same arguments for all commands that analyze code.
#[derive(Debug, clap::Args)]
pub struct RuleArgs {
    /// The rules to start from: `recommended`, `ecosystem`, `all`, `oxsec`, `none`, or a plugin's own preset such as
    /// `jwt/strict`; separated by commas; `oxsec presets` lists them [default: recommended]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    preset: Vec<String>,
    /// Set one rule, as in ESLint: `ID: error`, `ID: [warn, { option: value }]`; off leaves it out. An asterisk in the
    /// ID sets all rules that match: `pg/*: off`
    #[arg(long, value_name = "ID: VALUE")]
    rule: Vec<String>,
    /// Models of your own libraries and functions for oxsec's own rules: sources, sinks and sanitizers in TOML
    #[arg(long, value_name = "FILE")]
    models: Option<PathBuf>,
    /// The kinds of sources that oxsec's own rules follow: remote, browser, parameter, local, secret; separated by
    /// commas [default: all]
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    sources: Vec<SourceKind>,
}

impl RuleArgs {
    /// Returns whether the call names rules.
    pub fn are_given(&self) -> bool {
        !self.preset.is_empty() || !self.rule.is_empty()
    }

    /// Returns the rules that are set one by one, in ESLint's notation.
    pub fn settings(&self) -> &[String] {
        &self.rule
    }

    /// Returns the rules that the arguments name.
    pub fn rule_set(&self) -> Result<RuleSet> {
        self.rule_set_or(&[DEFAULT_PRESET])
    }

    /// Returns the rules that the arguments name; those of some presets where they name none.
    pub fn rule_set_or(&self, presets: &[&str]) -> Result<RuleSet> {
        let mut rules = RuleSet::new();
        let named: Vec<&str> = self.preset.iter().map(String::as_str).collect();
        let presets = if named.is_empty() { presets } else { &named };
        presets.iter().try_for_each(|preset| rules.add_preset(preset)).into_diagnostic()?;
        self.rule.iter().try_for_each(|rule| rules.configure_text(rule)).into_diagnostic()?;
        self.knowledge()?.apply(&mut rules);
        Ok(rules)
    }

    /// Returns the models and the kinds of sources that the arguments give.
    pub fn knowledge(&self) -> Result<Knowledge> {
        let models = self.models.as_deref().map(read_models).transpose()?;
        let sources = (!self.sources.is_empty()).then(|| self.sources.iter().copied().collect());
        Ok(Knowledge { models, sources })
    }
}

/// The models and the kinds of sources that the arguments give.
#[derive(Clone, Debug)]
pub struct Knowledge {
    models: Option<UserModels>,
    sources: Option<SourceKinds>,
}

impl Knowledge {
    /// Sets them for these rules.
    pub fn apply(&self, rules: &mut RuleSet) {
        if let Some(models) = &self.models {
            rules.set_models(models).expect("the models were tried when they were read");
        }
        if let Some(sources) = self.sources {
            rules.set_sources(sources);
        }
    }
}

/// Reads a file of models and checks its rows.
fn read_models(path: &Path) -> Result<UserModels> {
    let shown = visible_line(&path.to_string_lossy());
    let of_file = || format!("the models in `{shown}` cannot be read");
    let size = fs::metadata(path).into_diagnostic().wrap_err_with(of_file)?.len();
    if size > MAX_MODEL_BYTES {
        return Err(miette::miette!(
            "the models in `{shown}` have {size} bytes, more than the limit of {MAX_MODEL_BYTES}"
        ));
    }
    let text = fs::read_to_string(path).into_diagnostic().wrap_err_with(of_file)?;
    let models: UserModels = toml::from_str(&text)
        .map_err(|error| trouble(&shown, &text, error.span(), error.message().trim_end(), Some(MODEL_HELP)))?;
    let tried = RuleSet::new().set_models(&models);
    tried.map_err(|error| trouble(&shown, &text, row_in(&text, &error), &error.to_string(), None))?;
    Ok(models)
}

/// Returns the span of the row that an error is about, in a file with one row after another.
fn row_in(text: &str, error: &ModelError) -> Option<Range<usize>> {
    const HEAD: &str = "[[model]]";
    let mut offset = 0;
    let heads = text.split_inclusive('\n').filter_map(|line| {
        let start = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        line.trim_start().starts_with(HEAD).then_some(start..start + HEAD.len())
    });
    heads.collect::<Vec<_>>().into_iter().nth(error.row.checked_sub(1)?)
}

/// Makes an error with its line and a caret.
fn trouble(name: &str, text: &str, span: Option<Range<usize>>, message: &str, help: Option<&str>) -> Report {
    let mut diagnostic = MietteDiagnostic::new(message.to_owned());
    diagnostic.help = help.map(str::to_owned);
    let Some(span) = span else {
        diagnostic.message = format!("{name}: {message}");
        return Report::new(diagnostic);
    };
    let diagnostic = diagnostic.with_label(LabeledSpan::underline(span));
    Report::new(diagnostic).with_source_code(NamedSource::new(name, text.to_owned()))
}

impl fmt::Display for RuleArgs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let preset = if self.preset.is_empty() { DEFAULT_PRESET.to_owned() } else { self.preset.join(", ") };
        write!(f, "preset {preset}")?;
        self.rule.iter().try_for_each(|rule| write!(f, "; {rule}"))
    }
}
