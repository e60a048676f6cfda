use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use miette::{Context, IntoDiagnostic, miette};

use super::{ENDED_BY_SIGNAL, WRONG_CALL, output, rescore::style, start_threads};
use crate::{
    answer::Status,
    generation::{self, EXAMPLE, End, Finished, Load, Options, Plan, Round, Show},
    report::{
        table::{Cell, Column, Kind, Table},
        terminal,
    },
    text::{print_error_line, visible},
};

/// The path to which `--init` writes if no plan is named.
const DEFAULT_PLAN: &str = "plan.toml";

/// Run the generate-remediate loop of a plan, or continue where it stopped
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The plan file
    #[arg(value_name = "PLAN", required_unless_present = "init")]
    plan: Option<PathBuf>,

    /// Write a commented example to PLAN, or to plan.toml, and make no calls
    #[arg(long, conflicts_with_all = ["dry_run", "extend", "retry_failed", "quiet"])]
    init: bool,

    /// Show the number of calls to each provider, and make none
    #[arg(long, conflicts_with_all = ["extend", "retry_failed", "quiet"])]
    dry_run: bool,

    /// Continue a journal that was begun with another plan
    #[arg(long)]
    extend: bool,

    /// Repeat the calls that the journal records as failed
    #[arg(long)]
    retry_failed: bool,

    /// Show neither progress nor tables
    #[arg(short, long)]
    quiet: bool,
}

pub fn run(args: Args) -> miette::Result<ExitCode> {
    let path = args.plan.as_deref().unwrap_or(Path::new(DEFAULT_PLAN));
    if args.init {
        return init(path);
    }
    let plan = Plan::load(path)?;
    if args.dry_run {
        output::write(None, &dry_run(&plan))?;
        return Ok(ExitCode::SUCCESS);
    }
    let show = if args.quiet { Show::Nothing } else { Show::fitting() };
    let options = Options { extend: args.extend, retry_failed: args.retry_failed, show };
    start_threads(None)?;
    let finished = generation::run(plan, options)?;
    conclude(&finished, args.quiet)
}

/// Writes the example, unless the file exists.
fn init(path: &Path) -> miette::Result<ExitCode> {
    let mut file = File::create_new(path)
        .into_diagnostic()
        .wrap_err_with(|| format!("the example cannot be written to {}", path.display()))?;
    file.write_all(EXAMPLE.as_bytes()).into_diagnostic().wrap_err_with(|| format!("{}", path.display()))?;
    output::write(None, &format!("{} is written. `oxsec run --dry-run {0}` says what it will ask.\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the numbers of calls to each provider.
fn dry_run(plan: &Plan) -> String {
    let loads = plan.loads();
    let answers: u64 = loads.iter().map(|load| load.answers).sum();
    let mut table = table(
        ("calls", "Calls"),
        &[("answers", "Answers"), ("repairs", "Repairs at most"), ("calls", "Calls"), ("pauses", "Pauses alone")],
    );
    table.columns[0] = Column::new("provider", "Provider", Kind::Text);
    for Load { provider, answers, repairs_at_most, least } in &loads {
        table.rows.push(vec![
            provider.as_str().into(),
            answers.to_string().into(),
            repairs_at_most.to_string().into(),
            range(answers, &(answers + repairs_at_most)).into(),
            range(&duration(least.0), &duration(least.1)).into(),
        ]);
    }
    let counts = [
        plural(plan.authors().count(), "model"),
        plural(plan.prompts.len(), "prompt"),
        plural(plan.iterations as usize, "iteration"),
        plural(plan.conditions.len(), "condition"),
    ];
    let answers = format!("{} answers: {}", answers, counts.join(", "));
    let repairs =
        format!("At most {} of repair each; how many depends on what is found", plural(plan.rounds as usize, "round"));
    terminal::render(&[answers, repairs], &[table], style(None))
}

fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn range<T: std::fmt::Display + PartialEq>(least: &T, most: &T) -> String {
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

/// Formats a duration: `1 h 02 min`, `2 min 05 s`, `3 s`.
fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64().ceil() as u64;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds:02} s"),
        (hours, minutes, _) => format!("{hours} h {minutes:02} min"),
    }
}

/// Reports the outcome of the run.
fn conclude(finished: &Finished, quiet: bool) -> miette::Result<ExitCode> {
    match &finished.end {
        End::Complete => {}
        End::Interrupted(signal) => {
            print_error_line(format_args!(
                "Stopped. {} calls are in the journal; run the same command to go on.",
                finished.calls
            ));
            return Ok(ExitCode::from(ENDED_BY_SIGNAL.saturating_add(u8::try_from(*signal).unwrap_or(0))));
        }
        End::GaveUp(given_up) => {
            let reasons: Vec<String> =
                given_up.iter().map(|it| format!("`{}`: {}", it.provider, visible(&it.reason))).collect();
            let report = miette!(
                help = "mend it and run the same command to go on; `--retry-failed` also makes the failed calls again",
                "the run is not complete, providers were given up:\n{}\n{} calls are in the journal",
                reasons.join("\n"),
                finished.calls,
            );
            print_error_line(format_args!("{report:?}"));
            return Ok(ExitCode::from(WRONG_CALL));
        }
    }
    if !quiet {
        let mut text = String::new();
        for written in &finished.written {
            text += &format!("\nCondition {}: {}\n", written.condition, written.path.display());
            if !written.rounds.is_empty() {
                let tables = [fates(&written.rounds), introducing(&written.rounds)];
                text += &format!("\n{}", terminal::render(&[], &tables, style(None)));
            }
        }
        for written in &finished.written {
            text += &without_code(&written.statuses).map(|line| format!("\n{line}\n")).unwrap_or_default();
        }
        if finished.cut_off > 0 {
            text += &format!(
                "\n{} of {} answers break off; `--retry-failed` asks for them again.\n",
                finished.cut_off, finished.calls
            );
        }
        if finished.failed > 0 {
            text += &format!(
                "\n{} of {} calls failed; `--retry-failed` makes them again.\n",
                finished.failed, finished.calls
            );
        }
        output::write(None, &text)?;
    }
    Ok(if finished.failed > 0 { ExitCode::from(WRONG_CALL) } else { ExitCode::SUCCESS })
}

/// Returns the numbers of answers without code, by status; `None` where there are none.
fn without_code(statuses: &[u32]) -> Option<String> {
    let all: u32 = statuses.iter().sum();
    let others: Vec<(Status, u32)> = std::iter::zip(Status::ALL, statuses.iter().copied())
        .filter(|&(status, count)| status != Status::Code && count > 0)
        .collect();
    let sum: u32 = others.iter().map(|(_, count)| count).sum();
    let kinds: Vec<String> =
        others.iter().map(|(status, count)| format!("{count} {}", status.phrase(*count))).collect();
    (sum > 0).then(|| {
        let verb = if sum == 1 { "holds" } else { "hold" };
        format!("{sum} of {all} answers {verb} no whole code: {}.", kinds.join(", "))
    })
}

/// Returns the table of what became of the findings in each round.
fn fates(rounds: &[Round]) -> Table {
    let mut table = table(
        ("rounds", "What became of the findings"),
        &[
            ("round", "Round"),
            ("attempts", "Attempts"),
            ("failed", "Unanswered"),
            ("without_code", "No code"),
            ("findings", "Findings"),
            ("fixed", "Fixed"),
            ("kept", "Kept"),
            ("introduced", "Introduced"),
        ],
    );
    for Round { model, round, attempts, failed, no_code, findings, fixed, kept, introduced, introducing: _ } in rounds {
        let counts = [round, attempts, failed, no_code, findings, fixed, kept, introduced];
        table.rows.push(row(model, counts.map(|&count| count.into())));
    }
    table
}

/// Returns the table of how often a repair introduced new findings.
fn introducing(rounds: &[Round]) -> Table {
    let mut table = table(("introduced", "Repairs that introduced something"), &[("round", "Round")]);
    table.columns.push(Column::new("repairs", "Repairs", Kind::Share));
    table.columns.push(Column::new("share", "Share", Kind::Percent));
    for round in rounds {
        let share = round.introducing_share();
        table.rows.push(row(&round.model, [round.round.into(), share.into(), share.rate().into()]));
    }
    table
}

/// Makes a table of models with these counts.
fn table((id, title): (&'static str, &'static str), counts: &[(&str, &str)]) -> Table {
    let counts = counts.iter().map(|&(key, label)| Column::new(key, label, Kind::Count));
    Table::new(id, title, std::iter::once(Column::new("model", "Model", Kind::Text)).chain(counts).collect())
}

fn row<const N: usize>(model: &str, cells: [Cell; N]) -> Vec<Cell> {
    std::iter::once(model.into()).chain(cells).collect()
}
