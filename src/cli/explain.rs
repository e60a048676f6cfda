//! `oxsec explain`: explains why something is reported at a place, or is not.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    str::FromStr,
};

use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::{Analysis, Analyzer, Limits, LintMessage, SinkReport, SinkState};
use serde_json::json;

use super::{RuleArgs, output};
use crate::{
    check::{Folders, LintResult, absolute, decode},
    format::{EslintVersion, FormatName, Settings, steps},
    terminal::Terminal,
    text::visible_line,
};

/// The last sentence of every explanation.
const SCOPE: &str =
    "This file alone was read: what others pass to its functions, or do with their results, is not known.";

/// The other sinks that are listed where there is none at the place.
const MAX_LISTED: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The place to explain
    #[arg(value_name = "FILE:LINE[:COLUMN]")]
    place: PlaceArg,
    #[command(flatten)]
    rules: RuleArgs,
    /// Write JSON: the sinks and the findings at the place
    #[arg(long)]
    json: bool,
}

/// A place in a file, line and column counted from 1.
#[derive(Clone, Debug)]
struct PlaceArg {
    file: PathBuf,
    line: u32,
    column: Option<u32>,
}

impl FromStr for PlaceArg {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str =
            "expected a file, a line and perhaps a column, counted from 1: src/a.js:12 or src/a.js:12:5";
        let number = |text: &str| text.parse::<u32>().ok().filter(|&number| number > 0);
        let (rest, last) = text.rsplit_once(':').ok_or(EXPECTED)?;
        let last = number(last).ok_or(EXPECTED)?;
        let place = match rest.rsplit_once(':').and_then(|(file, line)| Some((file, number(line)?))) {
            Some((file, line)) => Self { file: file.into(), line, column: Some(last) },
            None => Self { file: rest.into(), line: last, column: None },
        };
        if place.file.as_os_str().is_empty() { Err(EXPECTED) } else { Ok(place) }
    }
}

impl PlaceArg {
    /// Returns whether a span of the text, its end exclusive, covers the place.
    fn is_in(&self, start: (u32, u32), end: (u32, u32)) -> bool {
        match self.column {
            Some(column) => start <= (self.line, column) && (self.line, column) < end.max((start.0, start.1 + 1)),
            None => (start.0..=end.0).contains(&self.line),
        }
    }

    /// Returns whether a message is about the place: it is there, or its evidence passes it.
    fn concerns(&self, message: &LintMessage) -> bool {
        let end = message.end_line.zip(message.end_column).unwrap_or((message.line, message.column));
        self.is_in((message.line, message.column), end) && !(message.node_type == Some("Program") && self.line > 1)
            || steps(message).iter().any(|step| self.is_in((step.line, step.column), (step.end_line, step.end_column)))
    }

    fn has(&self, sink: &SinkReport) -> bool {
        self.is_in((sink.line, sink.column), (sink.end_line, sink.end_column))
    }
}

pub fn run(args: Args) -> Result<ExitCode> {
    let rules = args.rules.rule_set_or(&["all", "oxsec"])?;
    let file = &args.place.file;
    let of_file = || format!("`{}` cannot be read", file.display());
    let limits = Limits::default();
    let size = fs::metadata(file).into_diagnostic().wrap_err_with(of_file)?.len();
    let path = absolute(file);
    let bytes = match limits.refusal(usize::try_from(size).unwrap_or(usize::MAX)) {
        Some(refusal) => return show(&args, Some(&path), "", refusal),
        None => fs::read(file).into_diagnostic().wrap_err_with(of_file)?,
    };
    let source = decode(&bytes).into_diagnostic().wrap_err_with(of_file)?;
    let lines = source.lines().count().max(1);
    if args.place.line as usize > lines {
        return Err(miette::miette!("`{}` has {lines} lines, so there is no line {}", file.display(), args.place.line));
    }
    let folders = Folders::default();
    let around = folders.around(&path);
    let mut analyzer = Analyzer::with_limits(&rules, limits).judging_findings(true);
    let analysis = analyzer.analyze_in(&path.to_string_lossy(), &source, Some(&around));
    show(&args, Some(&path), &source, analysis)
}

fn show(args: &Args, path: Option<&Path>, source: &str, analysis: Analysis) -> Result<ExitCode> {
    let is_broken = analysis.messages.iter().any(|message| message.fatal);
    let sinks: Vec<&SinkReport> = analysis.sinks.iter().filter(|sink| args.place.has(sink)).collect();
    let keep = |message: &&LintMessage| message.fatal || args.place.concerns(message);
    let messages: Vec<LintMessage> = analysis.messages.iter().filter(keep).cloned().collect();
    let text = if args.json {
        let place = &args.place;
        let said = json!({
            "file": place.file.to_string_lossy(), "line": place.line, "column": place.column,
            "sinks": sinks, "messages": messages, "limitReached": analysis.limit_reached, "scope": SCOPE,
        });
        format!("{said:#}\n")
    } else {
        let mut text = if is_broken { String::new() } else { sinks_in_words(&args.place, &sinks, &analysis) };
        text.push_str(&findings_in_words(path.unwrap_or(Path::new("")), source, messages)?);
        text + "\n" + SCOPE + "\n"
    };
    output::write(None, &text)?;
    Ok(if is_broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Describes the sinks at the place; where there is none, lists the file's sinks.
fn sinks_in_words(place: &PlaceArg, at: &[&SinkReport], analysis: &Analysis) -> String {
    let all = &analysis.sinks;
    let mut text = String::new();
    for sink in at {
        let state = match sink.state {
            SinkState::Proven => "proven",
            SinkState::Refuted => "refuted",
            SinkState::Unproven => "unproven",
        };
        let (name, reason) = (visible_line(&sink.name), visible_line(&sink.reason));
        text += &format!("{}:{}  {name} {} (CWE-{})\n", sink.line, sink.column, sink.does, sink.cwe);
        text += &format!("  {state}: {reason}\n");
    }
    if at.is_empty() {
        let reason = if analysis.limit_reached {
            "the limit on evaluations of one file was reached, and what is left was not followed"
        } else {
            "no call there is one that a model says is dangerous"
        };
        text += &format!("No sink is known in line {}: {reason}.\n", place.line);
        for sink in all.iter().take(MAX_LISTED) {
            text += &format!("  sink in line {}: {} {}\n", sink.line, visible_line(&sink.name), sink.does);
        }
        if all.len() > MAX_LISTED {
            text += &format!("  and {} more\n", all.len() - MAX_LISTED);
        }
    }
    text
}

/// Formats the findings about the place for people.
fn findings_in_words(path: &Path, source: &str, messages: Vec<LintMessage>) -> Result<String> {
    if messages.is_empty() {
        return Ok("\nNo rule finds anything there.\n".to_owned());
    }
    let cwd = env::current_dir().into_diagnostic().wrap_err("the current folder is unknown")?;
    let settings = Settings {
        terminal: Terminal::stdout(None),
        cwd,
        eslint: EslintVersion::default(),
        statistics: false,
        namespaces: HashMap::new(),
    };
    let format = "pretty".parse::<FormatName>().expect("a format of this name is listed").with(&settings);
    let mut result = LintResult::ignored(path, "");
    result.is_ignored = false;
    result.source = Some(source.to_owned());
    result.messages = messages;
    Ok(format!("\n{}", format.result(&result).trim_end_matches('\n')) + "\n")
}
