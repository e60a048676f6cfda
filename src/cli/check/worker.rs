//! `oxsec check --isolate`: both sides of the protocol between a parent and its workers.
//!
//! A worker is this program with the same arguments and one more environment variable. It receives paths, one per line,
//! and answers each with a line; or it receives rows.

use std::{
    env,
    ffi::OsStr,
    io::{self, BufRead, Write},
    os::unix::ffi::OsStrExt,
    path::Path,
    process::ExitCode,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use miette::{IntoDiagnostic, Result, WrapErr};
use serde::{Deserialize, Serialize};

use crate::{
    check::{
        Answered, Fate, FileLinter, Found, Isolated, Isolation, LintResult, Linting, WORKER, ended, ended_over,
        unusable,
    },
    config::{Configs, Status},
    format::Prepared,
    terminal::Terminal,
};

/// The surroundings of a parent that its worker cannot see.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ParentSurroundings {
    pub is_terminal: bool,
    pub terminal: Terminal,
}

impl Default for ParentSurroundings {
    fn default() -> Self {
        Self { is_terminal: false, terminal: Terminal::PLAIN }
    }
}

impl ParentSurroundings {
    /// Reads the parent's data, where this process is a worker.
    pub fn from_parent() -> Result<Option<Self>> {
        let Some(surroundings) = env::var_os(WORKER) else { return Ok(None) };
        let surroundings = serde_json::from_slice(surroundings.as_bytes());
        surroundings
            .into_diagnostic()
            .wrap_err_with(|| format!("the environment variable {WORKER} is not this program's"))
            .map(Some)
    }
}

/// Returns whether this process is a worker.
pub fn is_worker() -> bool {
    env::var_os(WORKER).is_some()
}

/// Returns the way to start workers.
pub fn isolation(surroundings: &ParentSurroundings) -> Result<Isolation> {
    Ok(Isolation {
        program: env::current_exe().into_diagnostic().wrap_err("worker processes cannot be started")?,
        arguments: env::args_os().skip(1).collect(),
        worker_variable: serde_json::to_string(surroundings).into_diagnostic()?,
    })
}

/// A worker's answer to a path.
#[derive(Serialize, Deserialize)]
pub struct Answer {
    pub warnings: usize,
    pub is_unreadable: bool,
    /// The suppressions file has entries that did not occur, in this file or an earlier one.
    pub has_unused: bool,
    pub prepared: Option<Prepared>,
}

/// The outcome of a file, and the process that linted it.
pub enum Linted {
    Here(LintResult),
    Apart(Answer),
}

/// Lets a worker process lint files one by one.
pub struct PathWorker<'l> {
    isolated: Isolated,
    /// The linter for files that need no analysis.
    linter: FileLinter<'l>,
}

impl<'l> PathWorker<'l> {
    pub fn new(isolation: Isolation, linter: FileLinter<'l>) -> Self {
        Self { isolated: Isolated::new(isolation), linter }
    }

    pub fn lint(&mut self, found: &Found) -> Linted {
        if !matches!(found.fate, Fate::Checked(_)) {
            return Linted::Here(self.linter.lint(found));
        }
        let path = &found.path;
        // A path may contain any byte, even a line end.
        let request = STANDARD.encode(path.as_os_str().as_bytes()) + "\n";
        let how = match self.isolated.ask(request.as_bytes()) {
            Ok(Answered::Line(line)) => match serde_json::from_str(&line) {
                Ok(answer) => return Linted::Apart(answer),
                Err(error) => error.to_string(),
            },
            Ok(Answered::Ended(how)) => how,
            Err(error) => return Linted::Here(unusable(path, &format!("no worker process: {error}"))),
        };
        Linted::Here(ended(path, ended_over(&how)))
    }
}

/// Answers paths until there are no more.
pub fn answer_paths(
    configs: &Configs,
    linting: &Linting<'_>,
    answer: impl Fn(LintResult) -> Answer,
) -> Result<ExitCode> {
    let mut linter = FileLinter::new(linting);
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let path = STANDARD.decode(line.into_diagnostic()?).into_diagnostic()?;
        let path = Path::new(OsStr::from_bytes(&path));
        let config = configs.of_file(path)?;
        let resolved = match config.status(path)? {
            Status::Checked(resolved) => resolved,
            _ => config.for_named(path)?,
        };
        let answer = answer(linter.lint_with(path, &resolved));
        let mut answer = serde_json::to_vec(&answer).into_diagnostic()?;
        answer.push(b'\n');
        out.write_all(&answer).and_then(|()| out.flush()).into_diagnostic()?;
    }
    Ok(ExitCode::SUCCESS)
}
