//! The arguments of `oxsec check`: ESLint's under ESLint's names, and our own.

use std::{path::PathBuf, str::FromStr};

use oxsec_rules::{Limits, LintMessage, Severity};

use crate::{
    check::Changes,
    cli::RuleArgs,
    config::LinterOptions,
    format::{EslintVersion, FORMATS, FormatName, UnknownFormat},
};

/// The end of the help.
const AFTER_HELP: &str = "\
Folders are searched for .js .mjs .cjs .jsx .ts .tsx .mts .cts; what .gitignore, .ignore and .oxsecignore name is left \
out, and node_modules. Under ESLint's configuration that alone decides. A named file is checked whatever its name.

Comments such as eslint-disable and /* eslint … */ count as in ESLint. Its own rules no-eval, no-implied-eval, \
no-new-func and no-script-url run where a configuration, --rule or a comment switches them on.

Exit status: 0 where nothing of severity error is found; 1 where something is, where a file does not parse, or where \
there are more warnings than --max-warnings allows; 2 where the call, a path or the configuration is wrong, or the \
suppressions file lists what does not occur any more; 141 where the reader of the output went away.";

#[derive(Debug, clap::Args)]
#[command(
    group = clap::ArgGroup::new("standard input").args(["stdin", "stdin_jsonl"]),
    args_override_self = true,
    after_long_help = AFTER_HELP
)]
pub struct Args {
    /// Files, folders and globs, or Parquet files and folders of them; the current folder where none is named
    #[arg(value_name = "PATH", conflicts_with = "standard input")]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub rules: RuleArgs,

    /// Read the configuration from a file: eslint.config.js and its like, what `eslint --print-config` wrote (.json),
    /// or an oxsec.toml. Without it the first one from the current folder up applies, unless --preset or --rule is
    /// given
    #[arg(long, short, value_name = "FILE", conflicts_with_all = ["preset", "stdin_jsonl"])]
    pub config: Option<PathBuf>,
    /// A configuration object, or a list of them, as JSON, with lower precedence than all others: `baseConfig` of
    /// ESLint's class in Node
    #[arg(long, hide = true, value_name = "JSON", conflicts_with = "stdin_jsonl")]
    pub base_config: Option<String>,
    /// The same with higher precedence than all others: `overrideConfig`
    #[arg(long, hide = true, value_name = "JSON", conflicts_with = "stdin_jsonl")]
    pub override_config: Option<String>,
    /// Do not look for a configuration
    #[arg(long, overrides_with = "config_lookup")]
    pub no_config_lookup: bool,
    #[arg(long, hide = true)]
    config_lookup: bool,
    /// Show the configuration of a file, and check nothing
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "standard input"])]
    pub print_config: Option<PathBuf>,
    /// Declare global variables, for ESLint's own rules that need them: `NAME`, or `NAME:off` to remove one
    #[arg(long, value_name = "NAME", value_delimiter = ',', conflicts_with = "stdin_jsonl")]
    global: Vec<String>,
    /// Do not check files that match a pattern; can be repeated
    #[arg(long, value_name = "PATTERN")]
    pub ignore_pattern: Vec<String>,
    /// Also check files with these extensions in folders
    #[arg(long, value_name = "EXTENSION", value_delimiter = ',')]
    pub ext: Vec<String>,
    /// Print no warning about files that are named and ignored
    #[arg(long, overrides_with = "warn_ignored")]
    pub no_warn_ignored: bool,
    #[arg(long, hide = true)]
    warn_ignored: bool,
    /// Skip paths and globs that match no file
    #[arg(long, overrides_with = "error_on_unmatched_pattern")]
    pub no_error_on_unmatched_pattern: bool,
    #[arg(long, hide = true)]
    error_on_unmatched_pattern: bool,
    /// Check nothing where no path is named
    #[arg(long)]
    pub pass_on_no_patterns: bool,

    /// The output format [default: pretty on a terminal, else stylish]. With =FILE, also to a file; can be repeated
    #[arg(long, short, value_name = "NAME[=FILE]", conflicts_with = "stdin_jsonl", long_help = format_help())]
    pub format: Vec<FormatArg>,
    /// Write to a file instead of standard output
    #[arg(long, short, visible_alias = "output", value_name = "FILE")]
    pub output_file: Option<PathBuf>,
    /// Add to each finding of the plugins' rules whether oxsec's own analysis confirms or refutes it; `pretty` always
    /// does
    #[arg(long)]
    pub verdict: bool,
    /// End the formats for people with the number of findings of each rule
    #[arg(long)]
    pub statistics: bool,
    /// The version of ESLint to imitate: 10 uses the configuration nearest to each file, and has no `nodeType`
    #[arg(long, value_name = "VERSION", value_enum, default_value_t)]
    pub eslint: EslintVersion,
    /// Add the time of parsing and of each rule, in milliseconds, to the JSON
    #[arg(long)]
    pub stats: bool,
    /// Use colours, whether there is a terminal or not
    #[arg(long, overrides_with = "no_color")]
    color: bool,
    /// Use no colours
    #[arg(long, overrides_with = "color")]
    no_color: bool,

    /// Analyze standard input
    #[arg(long)]
    pub stdin: bool,
    /// Read rows from standard input, one {"id": …, "response": "…"} per line, and write one result per line. Code is
    /// extracted from a `response`; a `code` is analyzed as it is; `filename` and `language` say how it is read
    #[arg(long)]
    pub stdin_jsonl: bool,
    /// The file name of standard input, or of a row without one; its extension decides the language. Without a name it
    /// is JavaScript and, as in ESLint, `<text>`
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<PathBuf>,
    /// In rows and Parquet, read `code` like `response`: extract the code from a model's answer
    #[arg(long)]
    pub extract: bool,
    /// The language of rows that have no `language`: js, jsx, ts or tsx
    #[arg(long, value_name = "NAME")]
    pub language: Option<String>,
    /// With --stdin-jsonl, write results as they are finished instead of in the order of the rows
    #[arg(long, requires = "stdin_jsonl")]
    pub unordered: bool,
    /// The column of a Parquet file that holds the code; without it, the models' answers in `response` are read
    #[arg(long, value_name = "NAME", default_value = "code")]
    pub code_column: String,
    /// The column of findings that is added to a Parquet file
    #[arg(long, value_name = "NAME", default_value = "findings")]
    pub findings_column: String,
    /// The column of statuses (code, refused, cut-off …) that is added to a Parquet file
    #[arg(long, value_name = "NAME", default_value = "status")]
    pub status_column: String,

    /// Check every file, whatever ignore files say, and node_modules too
    #[arg(long)]
    pub no_ignore: bool,
    /// Ignore the comments in the code that silence or configure rules: eslint-disable, /* eslint … */
    #[arg(long)]
    pub no_inline_config: bool,
    /// Report comments that suppress nothing as errors
    #[arg(long)]
    report_unused_disable_directives: bool,
    /// The severity of comments that suppress nothing: off, warn or error [default: warn]
    #[arg(long, value_name = "SEVERITY", conflicts_with = "report_unused_disable_directives")]
    report_unused_disable_directives_severity: Option<Level>,
    /// The severity of `/* eslint … */` comments that repeat a rule's configuration: off, warn or error [default: off]
    #[arg(long, value_name = "SEVERITY")]
    report_unused_inline_configs: Option<Level>,
    /// Leave out warnings, and files without errors
    #[arg(long, short)]
    pub quiet: bool,
    /// End with status 1 if there are more warnings than this; -1 allows any number
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = -1, hide_default_value = true)]
    pub max_warnings: i64,
    /// End with status 2 if a file does not parse
    #[arg(long)]
    pub exit_on_fatal_error: bool,

    /// Suppress all present errors, by recording their number in the suppressions file
    #[arg(long, conflicts_with_all = ["standard input", "suppress_rule", "prune_suppressions", "isolate"])]
    suppress_all: bool,
    /// Suppress the present errors of a rule; can be repeated
    #[arg(long, value_name = "RULE", conflicts_with_all = ["standard input", "prune_suppressions", "isolate"])]
    suppress_rule: Vec<String>,
    /// The suppressions file [default: eslint-suppressions.json]
    #[arg(long, value_name = "FILE", conflicts_with = "standard input")]
    pub suppressions_location: Option<PathBuf>,
    /// Suppress nothing: ESLint's class in Node reads no suppressions file
    #[arg(long, hide = true, conflicts_with_all = ["suppress_all", "suppress_rule", "prune_suppressions"])]
    pub no_suppressions: bool,
    /// Remove entries from the suppressions file that no longer occur
    #[arg(long, conflicts_with_all = ["standard input", "isolate"])]
    prune_suppressions: bool,
    /// Do not end with status 2 if the suppressions file has entries that no longer occur
    #[arg(long)]
    pub pass_on_unpruned_suppressions: bool,

    /// Analyze in worker processes, so that a text that kills its process (out of memory, for one) costs one answer
    #[arg(long)]
    pub isolate: bool,

    /// Apply fixes to the files
    #[arg(long, conflicts_with_all = ["fix_dry_run", "stdin", "stdin_jsonl", "isolate"])]
    pub fix: bool,
    /// Apply fixes to the results only: the JSON has the `output`
    #[arg(long, conflicts_with_all = ["stdin_jsonl", "isolate"])]
    pub fix_dry_run: bool,
    /// Show the changes that fixes would make, and write nothing
    #[arg(long, conflicts_with_all = ["fix", "stdin_jsonl", "isolate"])]
    pub diff: bool,
    /// The types of fixes to apply: problem, suggestion, layout, directive; separated by commas
    #[arg(long, value_name = "TYPE", value_delimiter = ',', value_enum)]
    fix_type: Vec<FixType>,

    /// The number of threads [default: one per core]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<usize>,
    /// The same under ESLint's name: a number, `auto` or `off`
    #[arg(long, value_name = "N|auto|off", conflicts_with = "jobs")]
    concurrency: Option<Concurrency>,
    /// The maximum size of a text in bytes; a larger one gets a fatal message. It bounds time and memory: a megabyte of
    /// ordinary code takes about 0.03 s and 40 MB, one that is made to be slow about a second
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_bytes)]
    pub max_bytes: usize,
    /// The maximum nesting depth of code in levels; deeper code gets a fatal message
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_depth)]
    pub max_depth: usize,
    /// The maximum number of steps that rules take to look around the parts of a text, a finding counting for 20; a
    /// text that needs more gets a fatal message
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_steps)]
    pub max_steps: usize,
    /// The maximum stack of a text in bytes, where it may need more than a thread has; only what it uses takes memory.
    /// A text that may need more is refused, unless its nesting is certain
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_stack)]
    pub max_stack: usize,

    #[command(flatten)]
    pub without_effect: WithoutEffect,
}

impl Args {
    /// Returns the setting of the command line for colours.
    pub fn colors(&self) -> Option<bool> {
        match (self.color, self.no_color) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    pub fn limits(&self) -> Limits {
        let &Self { max_bytes, max_depth, max_steps, max_stack, .. } = self;
        Limits { max_bytes, max_depth, max_steps, max_stack }
    }

    /// Returns whether fixes are applied, even if to results only.
    pub fn fixes(&self) -> bool {
        self.fix || self.fix_dry_run || self.diff
    }

    /// Returns whether the fix of a message is applied. All rules with fixes have the type `problem`; a message without
    /// a rule is about a directive.
    pub fn applies(&self, message: &LintMessage) -> bool {
        let kind = if message.rule_id.is_some() { FixType::Problem } else { FixType::Directive };
        self.fix_type.is_empty() || self.fix_type.contains(&kind)
    }

    /// Returns the settings of the command line other than rules.
    pub fn linter(&self) -> LinterOptions {
        let unused = match self.report_unused_disable_directives_severity {
            Some(Level(severity)) => Some(severity),
            None => self.report_unused_disable_directives.then_some(Some(Severity::Error)),
        };
        LinterOptions {
            no_inline_config: self.no_inline_config.then_some(true),
            unused_directives: unused,
            unused_inline_configs: self.report_unused_inline_configs.map(|Level(severity)| severity),
        }
    }

    /// Returns the changes that the call makes to the suppressions file.
    pub fn suppression_changes(&self) -> Changes {
        Changes {
            suppress_all: self.suppress_all,
            suppress_rules: self.suppress_rule.clone(),
            prune: self.prune_suppressions,
        }
    }

    /// Returns the global variables that the call declares or removes.
    pub fn globals(&self) -> Vec<(String, bool)> {
        let global = |text: &String| match text.split_once(':') {
            Some((name, setting)) => (name.trim().to_owned(), setting.trim() != "off"),
            None => (text.trim().to_owned(), true),
        };
        self.global.iter().map(global).collect()
    }

    /// Returns the number of threads that was asked for.
    pub fn threads(&self) -> Option<usize> {
        match self.concurrency {
            Some(Concurrency::Off) => Some(1),
            Some(Concurrency::Number(number)) => Some(number),
            Some(Concurrency::Auto) | None => self.jobs,
        }
    }
}

fn format_help() -> String {
    let width = FORMATS.iter().map(|(info, _)| info.name.len()).max().unwrap_or_default();
    let list: Vec<String> = FORMATS.iter().map(|(info, _)| format!("- {:width$}  {}", info.name, info.help)).collect();
    format!(
        "How findings are written [default: pretty on a terminal, else stylish]. With =FILE, to a file, beside what is \
         written to standard output:\n\n{}",
        list.join("\n")
    )
}

/// A format, and the file to write it to.
#[derive(Clone, Debug)]
pub struct FormatArg {
    pub name: FormatName,
    pub file: Option<PathBuf>,
}

impl FromStr for FormatArg {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        let (name, file) = match text.split_once('=') {
            Some((name, file)) if !file.is_empty() => (name, Some(PathBuf::from(file))),
            _ => (text, None),
        };
        Ok(Self { name: name.parse()?, file })
    }
}

/// ESLint's types of rules, and `directive` for comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FixType {
    Directive,
    Problem,
    Suggestion,
    Layout,
}

/// A severity; `None` is off.
#[derive(Clone, Copy, Debug)]
struct Level(Option<Severity>);

impl FromStr for Level {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "off" | "0" => Ok(Self(None)),
            "warn" | "1" => Ok(Self(Some(Severity::Warn))),
            "error" | "2" => Ok(Self(Some(Severity::Error))),
            _ => Err("expected off, warn or error (0, 1 or 2)"),
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Concurrency {
    Auto,
    Off,
    Number(usize),
}

impl FromStr for Concurrency {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "auto" => Ok(Self::Auto),
            "off" => Ok(Self::Off),
            number => match number.parse() {
                Ok(number) if number > 0 => Ok(Self::Number(number)),
                _ => Err("expected a number of threads, `auto` or `off`"),
            },
        }
    }
}

/// ESLint's flags that are accepted and have no effect here.
#[derive(Debug, clap::Args)]
pub struct WithoutEffect {
    #[arg(long, hide = true, overrides_with = "no_cache")]
    cache: bool,
    #[arg(long, hide = true)]
    no_cache: bool,
    #[arg(long, hide = true, value_name = "FILE")]
    cache_file: Option<String>,
    #[arg(long, hide = true, value_name = "PATH")]
    cache_location: Option<String>,
    #[arg(long, hide = true, value_name = "STRATEGY")]
    cache_strategy: Option<String>,
    #[arg(long, hide = true)]
    debug: bool,
    #[arg(long, hide = true, value_name = "FLAG")]
    flag: Vec<String>,
    #[arg(long, hide = true, value_name = "NAME")]
    parser: Option<String>,
    #[arg(long, hide = true, value_name = "OPTIONS")]
    parser_options: Vec<String>,
    #[arg(long, hide = true, value_name = "NAME")]
    plugin: Vec<String>,
    #[arg(long, hide = true, value_name = "FOLDER")]
    resolve_plugins_relative_to: Option<String>,
    #[arg(long, hide = true)]
    inspect_config: bool,
}

impl WithoutEffect {
    /// Returns the flags that were given.
    pub fn given(&self) -> Vec<&'static str> {
        let flags = [
            ("--cache", self.cache),
            ("--cache-file", self.cache_file.is_some()),
            ("--cache-location", self.cache_location.is_some()),
            ("--cache-strategy", self.cache_strategy.is_some()),
            ("--debug", self.debug),
            ("--flag", !self.flag.is_empty()),
            ("--parser", self.parser.is_some()),
            ("--parser-options", !self.parser_options.is_empty()),
            ("--plugin", !self.plugin.is_empty()),
            ("--resolve-plugins-relative-to", self.resolve_plugins_relative_to.is_some()),
            ("--inspect-config", self.inspect_config),
        ];
        flags.into_iter().filter_map(|(flag, given)| given.then_some(flag)).collect()
    }
}
