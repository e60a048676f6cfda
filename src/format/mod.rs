//! The output formats of lint results, one file each: ESLint's JSON, stylish, SARIF, and more.
//!
//! A result is rendered on the thread that made it and written in the order of the files, so memory does not grow with
//! their number.

mod escape;
mod excerpt;
mod fingerprint;
mod parts;
mod totals;

use std::{
    collections::HashMap,
    fmt,
    io::{self, Write},
    path::{Path, PathBuf},
    str::FromStr,
};

pub use totals::{RuleCount, Totals};

use oxsec_rules::{Entry, catalogue::entry, split_rule_id};
use serde::{Deserialize, Serialize};

use crate::{check::LintResult, nearest::nearest, terminal::Terminal, text::escape_json};
use parts::Parts;
pub use parts::{proof, steps};

/// Declares the modules of the formats and lists them. A format is a file, with its [`Info`] and a function `new`, and
/// a line here; their order is that of the help.
macro_rules! formats {
    ($($module:ident,)*) => {
        $(mod $module;)*
        /// Every format.
        pub const FORMATS: &[(Info, fn(&Settings) -> Box<dyn Format>)] = &[$(($module::INFO, $module::new)),*];
    };
}

formats! {
    stylish,
    pretty,
    json,
    json_with_metadata,
    html,
    unix,
    compact,
    github,
    gitlab,
    junit,
    checkstyle,
    rdjson,
    markdown,
    jsonl,
    diff,
    agent,
    sarif,
}

/// A format of lint results.
///
/// `begin` is written first, then the output of [`result`](Self::result) for each result, in the order of the files,
/// with the separator between non-empty ones, and `end` last.
pub trait Format: Send + Sync {
    /// Writes the text before all results. The totals are those of all results where the format [needs
    /// them](Self::needs_totals), else empty.
    fn begin(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let _ = (totals, out);
        Ok(())
    }

    /// Renders one result. Several threads call it at once.
    fn result(&self, result: &LintResult) -> String;

    /// Returns whether a rendered result is JSON.
    fn is_json(&self) -> bool {
        false
    }

    /// Returns the text between two results.
    fn separator(&self) -> &'static str {
        ""
    }

    /// Writes a rendered result, which the totals already include; `is_first` where none was written before it.
    fn add(&self, rendered: &str, is_first: bool, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let _ = totals;
        if !is_first {
            out.write_all(self.separator().as_bytes())?;
        }
        out.write_all(rendered.as_bytes())
    }

    /// Writes the text after all results.
    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let _ = (totals, out);
        Ok(())
    }

    /// Returns whether `begin` needs the totals of all results, so that rendered results have to wait.
    fn needs_totals(&self) -> bool {
        false
    }
}

/// A format's name and purpose, as the help shows them.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    pub name: &'static str,
    pub help: &'static str,
}

/// The settings of formats.
#[derive(Clone, Debug)]
pub struct Settings {
    pub terminal: Terminal,
    /// The folder that relative paths start from: ESLint's working directory.
    pub cwd: PathBuf,
    pub eslint: EslintVersion,
    /// The formats for people end with counts by rule.
    pub statistics: bool,
    /// The plugin of each namespace in the configuration.
    pub namespaces: HashMap<String, &'static str>,
}

impl Settings {
    /// Returns the rule that messages give this name; `None` where it is unknown.
    fn entry(&self, rule: &str) -> Option<&'static Entry> {
        let rule = rule.strip_prefix("@/").unwrap_or(rule);
        let plugin = split_rule_id(rule).and_then(|(namespace, name)| Some((self.namespaces.get(namespace)?, name)));
        match plugin {
            Some((plugin, name)) => entry(&format!("{plugin}/{name}")),
            None => entry(rule),
        }
    }

    /// Returns the path as shown to people: relative where the file is within the current folder.
    fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.cwd).unwrap_or(path).to_string_lossy().into_owned()
    }
}

/// The major version of ESLint whose JSON is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum EslintVersion {
    #[default]
    #[cfg_attr(feature = "cli", value(name = "9"))]
    Nine,
    #[cfg_attr(feature = "cli", value(name = "10"))]
    Ten,
}

/// The name of an existing format.
#[derive(Clone, Copy, Debug)]
pub struct FormatName(usize);

impl FormatName {
    /// Returns the name and purpose.
    pub fn info(self) -> Info {
        FORMATS[self.0].0
    }

    /// Makes the format.
    pub fn with(self, settings: &Settings) -> Box<dyn Format> {
        (FORMATS[self.0].1)(settings)
    }
}

/// No format has the name.
#[derive(Debug, thiserror::Error)]
#[error("there is no format `{name}`{}; there are {}", did_you_mean(.name), names().collect::<Vec<_>>().join(", "))]
pub struct UnknownFormat {
    name: String,
}

impl FromStr for FormatName {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let place = names().position(|known| known == name);
        place.map(Self).ok_or_else(|| UnknownFormat { name: name.chars().take(80).collect() })
    }
}

impl fmt::Display for FormatName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.info().name)
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|(info, _)| info.name)
}

fn did_you_mean(name: &str) -> String {
    nearest(name, names()).map_or_else(String::new, |known| format!("; did you mean `{known}`?"))
}

/// A result as each format of a run rendered it, and its part of the totals.
#[derive(Serialize, Deserialize)]
pub struct Prepared {
    totals: Totals,
    rendered: Vec<String>,
}

impl Prepared {
    pub fn new(formats: &[Box<dyn Format>], result: &LintResult) -> Self {
        // JSON has its invisible characters escaped, so that it can be shown as it is.
        let render = |format: &dyn Format| match format.result(result) {
            json if format.is_json() => escape_json(json),
            text => text,
        };
        let rendered = formats.iter().map(|format| render(&**format)).collect();
        Self { totals: Totals::of(result), rendered }
    }
}

/// Writes results as they come, in several formats at once.
pub struct Report<'o> {
    outputs: Vec<Output<'o>>,
    totals: Totals,
}

struct Output<'o> {
    format: &'o dyn Format,
    out: &'o mut dyn Write,
    is_first: bool,
    /// The rendered results that wait for the totals.
    waiting: Vec<String>,
}

impl<'o> Report<'o> {
    /// Begins a report in each format on its output.
    ///
    /// # Errors
    ///
    /// Errors of the outputs.
    pub fn new(outputs: impl IntoIterator<Item = (&'o dyn Format, &'o mut dyn Write)>) -> io::Result<Self> {
        let totals = Totals::default();
        let mut outputs: Vec<Output<'o>> = outputs
            .into_iter()
            .map(|(format, out)| Output { format, out, is_first: true, waiting: Vec::new() })
            .collect();
        for output in outputs.iter_mut().filter(|output| !output.format.needs_totals()) {
            output.format.begin(&totals, output.out)?;
        }
        Ok(Self { outputs, totals })
    }

    /// Writes the next result, which the same formats have prepared.
    ///
    /// # Errors
    ///
    /// Errors of the outputs.
    pub fn add(&mut self, prepared: Prepared) -> io::Result<()> {
        self.totals.add(&prepared.totals);
        for (output, rendered) in self.outputs.iter_mut().zip(prepared.rendered) {
            if output.format.needs_totals() {
                output.waiting.push(rendered);
            } else {
                output.write(&rendered, &self.totals)?;
            }
        }
        Ok(())
    }

    /// Writes the text after all results, and returns the totals.
    ///
    /// # Errors
    ///
    /// Errors of the outputs.
    pub fn end(mut self) -> io::Result<Totals> {
        for output in &mut self.outputs {
            if output.format.needs_totals() {
                output.format.begin(&self.totals, output.out)?;
                for rendered in std::mem::take(&mut output.waiting) {
                    output.write(&rendered, &self.totals)?;
                }
            }
            output.format.end(&self.totals, output.out)?;
        }
        Ok(self.totals)
    }
}

impl Output<'_> {
    fn write(&mut self, rendered: &str, totals: &Totals) -> io::Result<()> {
        if rendered.is_empty() {
            return Ok(());
        }
        let is_first = std::mem::take(&mut self.is_first);
        self.format.add(rendered, is_first, totals, self.out)
    }
}

/// Returns the address of a rule's page: oxsec's, or ESLint's for one of its own.
pub fn rule_url(rule: &str) -> Option<String> {
    match rule.split_once('/') {
        None => entry(rule).map(|_| format!("https://eslint.org/docs/latest/rules/{rule}")),
        Some((plugin, name)) => {
            entry(rule).map(|_| format!("{}/blob/main/docs/rules/{plugin}/{name}.md", env!("CARGO_PKG_REPOSITORY")))
        }
    }
}

/// Formats a number with its noun: `1 error`, `2 errors`.
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Returns the number of a file's problems, and of its notes.
fn problems(result: &LintResult) -> String {
    let notes = result.messages.iter().filter(|message| message.is_note).count();
    let problems = count(result.messages.len() - notes, "problem");
    if notes > 0 { format!("{problems}, {}", count(notes, "note")) } else { problems }
}
