use std::{
    io::{self, IsTerminal, Read},
    path::PathBuf,
    process::ExitCode,
};

use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::{Analyzer, Severity};

use super::{RuleArgs, limit_threads, output};
use crate::{
    check::{Folder, LintResult, discover, lint_files, lint_text},
    format::Format,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders; the current folder where none is named
    #[arg(value_name = "PATH", conflicts_with = "stdin")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    rules: RuleArgs,
    /// How findings are written [default: pretty on a terminal, else json]
    #[arg(long, short, value_enum)]
    format: Option<Format>,
    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output_file: Option<PathBuf>,
    /// Analyze standard input
    #[arg(long)]
    stdin: bool,
    /// The name that standard input goes by; its extension decides the language
    #[arg(long, value_name = "FILE", requires = "stdin", default_value = "<stdin>.js")]
    stdin_filename: PathBuf,
    /// Look at every file, whatever ignore files say, and into node_modules
    #[arg(long)]
    no_ignore: bool,
    /// Leave warnings out
    #[arg(long)]
    quiet: bool,
    /// End with status 1 when there are more warnings than this
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// How many threads work [default: one a core]
    #[arg(long, short, value_name = "N")]
    jobs: Option<usize>,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let rules = args.rules.rule_set()?;
    let mut results = if args.stdin {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).into_diagnostic().wrap_err("standard input cannot be read")?;
        let path = std::path::absolute(&args.stdin_filename).unwrap_or(args.stdin_filename);
        vec![lint_text(&mut Analyzer::new(&rules), &path, &String::from_utf8_lossy(&bytes), Some(&Folder(&path)))]
    } else {
        limit_threads(args.jobs)?;
        let paths = if args.paths.is_empty() { vec![PathBuf::from(".")] } else { args.paths };
        lint_files(discover(&paths, args.no_ignore).into_diagnostic()?, &rules)
    };
    let warnings: usize = results.iter().map(|result| result.warning_count).sum();
    if args.quiet {
        results = results.into_iter().map(LintResult::without_warnings).collect();
    }
    let format = args.format.unwrap_or(if args.output_file.is_none() && io::stdout().is_terminal() {
        Format::Pretty
    } else {
        Format::Json
    });
    output::write_with(args.output_file.as_deref(), |out| format.write(&results, out))?;
    let errors = results.iter().any(|result| result.error_count > 0);
    let too_many = args.max_warnings.is_some_and(|most| warnings > most);
    if too_many && !errors {
        eprintln!(
            "oxsec: {warnings} warnings are more than the {} that --max-warnings allows",
            args.max_warnings.unwrap_or_default()
        );
    }
    Ok(if errors || too_many { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

impl LintResult {
    /// The same with errors alone.
    fn without_warnings(mut self) -> Self {
        self.messages.retain(|message| message.severity == Severity::Error);
        self.suppressed_messages.retain(|suppressed| suppressed.message.severity == Severity::Error);
        self.warning_count = 0;
        self.fixable_warning_count = 0;
        if self.messages.is_empty() {
            self.source = None;
        }
        self
    }
}
