use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use miette::{Context, IntoDiagnostic, miette};

use super::{ENDED_BY_SIGNAL, WRONG_CALL};
use crate::{
    generation::{self, EXAMPLE, End, Finished, Load, Options, Plan, Round, Show},
    text::visible,
};

/// Where `--init` writes if no plan is named.
const DEFAULT_PLAN: &str = "plan.toml";

/// Run the generate-remediate loop of a plan, or go on where it stopped
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The plan
    #[arg(value_name = "PLAN", required_unless_present = "init")]
    plan: Option<PathBuf>,

    /// Write an example with comments to PLAN, or to plan.toml, and ask nothing
    #[arg(long, conflicts_with_all = ["dry_run", "extend", "retry_failed", "quiet"])]
    init: bool,

    /// Say how many calls each provider will see, and ask nothing
    #[arg(long, conflicts_with_all = ["extend", "retry_failed", "quiet"])]
    dry_run: bool,

    /// Go on with a journal that was begun with another plan
    #[arg(long)]
    extend: bool,

    /// Make the calls again that are in the journal as failed
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
        print!("{}", dry_run(&plan));
        return Ok(ExitCode::SUCCESS);
    }
    let show = if args.quiet { Show::Nothing } else { Show::fitting() };
    let options = Options { extend: args.extend, retry_failed: args.retry_failed, show };
    let finished = generation::run(plan, options)?;
    conclude(&finished, args.quiet)
}

/// Writes the example, unless there is a file already.
fn init(path: &Path) -> miette::Result<ExitCode> {
    let mut file = File::create_new(path)
        .into_diagnostic()
        .wrap_err_with(|| format!("the example cannot be written to {}", path.display()))?;
    file.write_all(EXAMPLE.as_bytes()).into_diagnostic().wrap_err_with(|| format!("{}", path.display()))?;
    println!("{} is written. `oxsec run --dry-run {0}` says what it will ask.", path.display());
    Ok(ExitCode::SUCCESS)
}

/// How many calls each provider will see.
fn dry_run(plan: &Plan) -> String {
    let loads = plan.loads();
    let answers: u64 = loads.iter().map(|load| load.answers).sum();
    let mut table = table(["provider", "answers", "repairs at most", "calls", "pauses alone"]);
    for Load { provider, answers, repairs_at_most, least } in &loads {
        table.add_row([
            provider.clone(),
            answers.to_string(),
            repairs_at_most.to_string(),
            range(answers, &(answers + repairs_at_most)),
            range(&duration(least.0), &duration(least.1)),
        ]);
    }
    format!(
        "{answers} answers: {} models, {} prompts, {} iterations, {} conditions. At most {} rounds of repair each;\n\
         how many depends on what is found. Asking takes at least as long as the pauses.\n\n{table}\n",
        plan.authors().count(),
        plan.prompts.len(),
        plan.iterations,
        plan.conditions.len(),
        plan.rounds,
    )
}

fn range<T: std::fmt::Display + PartialEq>(least: &T, most: &T) -> String {
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

/// `1 h 02 min`, `2 min 05 s`, `3 s`.
fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64().ceil() as u64;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds:02} s"),
        (hours, minutes, _) => format!("{hours} h {minutes:02} min"),
    }
}

/// Says what came of the run.
fn conclude(finished: &Finished, quiet: bool) -> miette::Result<ExitCode> {
    match &finished.end {
        End::Complete => {}
        End::Interrupted(signal) => {
            eprintln!("Stopped. {} calls are in the journal; run the same command to go on.", finished.calls);
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
            eprintln!("{report:?}");
            return Ok(ExitCode::from(WRONG_CALL));
        }
    }
    if !quiet {
        for written in &finished.written {
            println!("\nCondition {}: {}", written.condition, written.path.display());
            if !written.rounds.is_empty() {
                println!("\n{}\n\n{}", fates(&written.rounds), introduced(&written.rounds));
            }
        }
        if finished.failed > 0 {
            println!("\n{} of {} calls failed; `--retry-failed` makes them again.", finished.failed, finished.calls);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What became of the findings in each round.
fn fates(rounds: &[Round]) -> Table {
    let mut table =
        table(["model", "round", "attempts", "failed", "no code", "findings", "fixed", "kept", "introduced"]);
    for round in rounds {
        let counts = [
            round.round as usize,
            round.attempts,
            round.failed,
            round.no_code,
            round.findings,
            round.fixed,
            round.kept,
            round.introduced,
        ];
        table.add_row(std::iter::once(round.model.clone()).chain(counts.map(|count| count.to_string())));
    }
    table
}

/// How often a repair introduced something that was not there before.
fn introduced(rounds: &[Round]) -> Table {
    let mut table = table(["model", "round", "repairs", "that introduced something", "share"]);
    for round in rounds {
        let share = round.introduced_share().map_or("-".to_owned(), |share| format!("{:.1}%", share * 100.0));
        table.add_row([
            round.model.clone(),
            round.round.to_string(),
            round.repairs().to_string(),
            round.introducing.to_string(),
            share,
        ]);
    }
    table
}

/// A table whose first column is a name and whose others are numbers.
fn table<const N: usize>(header: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
