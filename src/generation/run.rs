//! The run: questions to providers, answers into the journal, findings back.
//!
//! Every provider has a queue and as many threads as it may answer at once. One thread lints. The thread
//! that called [`run`] keeps the journal and decides what comes next; nothing counts before it is there.
//!
//! Over 600 lines: one run, whose events share its state; the journal's part is to be divided from it.

use std::{
    collections::HashMap,
    io,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use miette::Diagnostic;
use oxsec_rules::{RuleSet, worker_stack};
use rayon::prelude::*;
use signal_hook::{consts, iterator::Signals, low_level};
use thiserror::Error;

use super::{
    call::Call,
    course::{self, Examined},
    examining::Examining,
    journal::{Entry, Journal, JournalError, Outcome, Record},
    model::Pace,
    plan::Plan,
    progress::{Progress, Show, Tally},
    provider::{self, Failure, Question, Reply, Stop},
    queue::Queue,
    result::{self, ResultError, Written},
};
use crate::experiment::Linter;

/// The time for which the run waits for an event before it looks at the clock.
const TICK: Duration = Duration::from_secs(1);

/// The time that calls have to come to their end when the run is stopped. Programs are ended at once; a request to an
/// endpoint cannot be, and is left behind.
const GRACE: Duration = Duration::from_secs(2);

/// The options with which a plan is run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Go on with a journal that was begun with another plan.
    pub extend: bool,
    /// Make the calls again that failed.
    pub retry_failed: bool,
    pub show: Show,
}

/// The result of a run.
#[derive(Debug)]
pub struct Finished {
    pub end: End,
    /// How many calls are in the journal, how many of them failed for good, and how many answers break off. Failures
    /// that a stored experiment holds are not among them.
    pub calls: usize,
    pub failed: usize,
    pub cut_off: usize,
    /// The results, a condition each; none unless the end is [`End::Complete`].
    pub written: Vec<Written>,
}

/// The way in which a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Complete,
    /// By this signal.
    Interrupted(i32),
    /// Some providers could not be asked any more.
    GaveUp(Vec<GivenUp>),
}

/// A provider that is not asked any more, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    pub provider: String,
    pub reason: String,
}

/// Why a run did not come to its end.
#[derive(Debug, Error, Diagnostic)]
pub enum RunError {
    #[error(transparent)]
    #[diagnostic(transparent)]
    Journal(#[from] JournalError),
    #[error(transparent)]
    #[diagnostic(transparent)]
    Result(#[from] ResultError),
    #[error("the provider `{name}` cannot be used: {reason}")]
    #[diagnostic(help("nothing was asked; mend it and run the same command again"))]
    Provider { name: String, reason: String },
    #[error("no handler for signals can be set: {0}")]
    Signals(io::Error),
    #[error("that an answer has ended the process cannot be noted beside the journal: {0}")]
    Examining(io::Error),
    #[error("the threads cannot be started: {0}")]
    Threads(io::Error),
    #[error("the journal holds an answer of {call} to other words than the plan has now")]
    #[diagnostic(help("give a prompt or condition with new words a new name, or the plan another `journal`"))]
    OtherWords { call: Call },
}

/// Carries a plan out, or goes on where its journal ends.
pub fn run(plan: Plan, options: Options) -> Result<Finished, RunError> {
    result::check_writable(&plan)?;
    let (mut journal, mut record) = Journal::open(&plan, options.extend)?;
    let rules = plan.rule_set();
    let plan = Arc::new(plan);
    let examining = Arc::new(Examining::beside(&plan.journal));
    let mut linter = plan.linter(&rules);
    let examine = |call: &Call, answer: &str| {
        let (code, origin) = course::code_of(answer, false, false);
        drop(course::examine(&plan, &mut linter, call, &code, &origin));
    };
    examining.find_ended(&mut record, examine).map_err(RunError::Examining)?;
    let caught_up = catch_up(&plan, &record, &rules, options.retry_failed, &examining)?;
    journal.begin()?;
    let (record, end) = if caught_up.pending.is_empty() {
        (record, End::Complete)
    } else {
        let mut coordinator =
            Coordinator::open(plan.clone(), journal, record, &rules, examining, caught_up.tallies, options.show)?;
        let worked = coordinator.work(caught_up.pending);
        let closed = coordinator.close(worked.is_ok());
        worked.and(closed)?;
        coordinator.into_end()
    };
    let written = match end {
        End::Complete => result::write(&plan, &record, &rules)?,
        End::Interrupted(_) | End::GaveUp(_) => Vec::new(),
    };
    let count = |is: fn(&Outcome) -> bool| record.entries.values().filter(|entry| is(&entry.outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { recorded: false, .. }));
    let cut_off = count(|outcome| matches!(outcome, Outcome::Answered { .. }) && outcome.is_wanting());
    Ok(Finished { end, calls: record.entries.len(), failed, cut_off, written })
}

/// The state that the journal has led to.
struct CaughtUp {
    tallies: Tallies,
    /// The next question of every course that has not ended.
    pending: Vec<Question>,
}

/// Follows every course through the journal as far as it goes.
fn catch_up(
    plan: &Plan,
    record: &Record,
    rules: &RuleSet,
    retry_failed: bool,
    examining: &Examining,
) -> Result<CaughtUp, RunError> {
    let first: Vec<Question> = course::first_questions(plan).collect();
    let courses = first
        .into_par_iter()
        .map_init(
            || plan.linter(rules),
            |linter, first| follow_course(plan, record, linter, first, retry_failed, examining),
        )
        .collect::<Result<Vec<_>, _>>()?;
    let mut tallies = Tallies::default();
    let mut pending = Vec::new();
    for course in courses {
        for question in course.asked.iter().chain(&course.pending) {
            tallies.of(&question.model.provider).needed += 1;
        }
        for question in &course.asked {
            tallies.outcome(&question.model.provider, &record.entries[&question.call].outcome);
        }
        for examined in &course.examined {
            tallies.examined(plan, examined);
        }
        pending.extend(course.pending);
    }
    Ok(CaughtUp { tallies, pending })
}

/// A course as far as the journal knows it.
#[derive(Default)]
struct Course {
    asked: Vec<Question>,
    examined: Vec<Examined>,
    pending: Option<Question>,
}

fn follow_course(
    plan: &Plan,
    record: &Record,
    linter: &mut Linter,
    first: Question,
    retry_failed: bool,
    examining: &Examining,
) -> Result<Course, RunError> {
    let mut course = Course::default();
    let mut next = Some(first);
    while let Some(question) = next.take() {
        let Some(entry) = record.entries.get(&question.call) else {
            course.pending = Some(question);
            break;
        };
        match &entry.outcome {
            outcome if retry_failed && outcome.is_wanting() => {
                course.pending = Some(question);
                break;
            }
            Outcome::Failed { .. } => {}
            // What a repair was asked depends on the findings at that time; a first question is the plan's.
            Outcome::Answered { .. } if question.call.round == 0 && entry.asked != question.text => {
                return Err(RunError::OtherWords { call: question.call });
            }
            Outcome::Answered { answer, is_code, details, .. } => {
                let _examining = examining.begin(&question.call);
                let (code, origin) = course::code_of(answer, *is_code, details.is_cut_off());
                let mut examined = course::examine(plan, linter, &question.call, &code, &origin);
                next = examined.next.take();
                course.examined.push(examined);
            }
        }
        course.asked.push(question);
    }
    Ok(course)
}

/// The counts of every provider.
#[derive(Default)]
struct Tallies(HashMap<String, Tally>);

impl Tallies {
    fn of(&mut self, provider: &str) -> &mut Tally {
        self.0.entry(provider.to_owned()).or_default()
    }

    fn outcome(&mut self, provider: &str, outcome: &Outcome) {
        let tally = self.of(provider);
        tally.asked += 1;
        tally.failed += u64::from(matches!(outcome, Outcome::Failed { .. }));
    }

    /// Whose answer was vulnerable, and whose was fixed, is a matter of its author's provider.
    fn examined(&mut self, plan: &Plan, examined: &Examined) {
        let tally = self.of(&plan.model(&examined.call.model).provider);
        if examined.call.round == 0 {
            tally.vulnerable += u64::from(examined.findings > 0);
        } else {
            tally.fixed += u64::from(examined.is_clean);
        }
    }
}

/// Something that happened on another thread.
enum Event {
    /// A call of this lane came to its end. Its thread asks no more until `held` is dropped.
    Asked {
        lane: usize,
        question: Question,
        result: Result<Reply, Failure>,
        held: mpsc::Sender<()>,
    },
    Examined(Examined),
    /// A call of this lane is asked again later, for the reason that is said.
    Waiting {
        lane: usize,
        call: Call,
        said: String,
    },
    /// A thread asks no more.
    LineEnded,
    Signal(i32),
}

/// A provider, its queue and what is known of it.
struct Lane {
    name: String,
    provider: Box<dyn provider::Provider>,
    pace: Pace,
    queue: Queue,
}

impl Lane {
    /// Answers the queue's questions, one after the other, until it is closed.
    fn serve(&self, lane: usize, events: &mpsc::Sender<Event>, stop: &Stop) {
        while let Some(question) = self.queue.pop() {
            let notice = |said: String| {
                // A run that has ended does not wait.
                let _ = events.send(Event::Waiting { lane, call: question.call.clone(), said });
            };
            let asked =
                AssertUnwindSafe(|| provider::ask(self.provider.as_ref(), &question, &self.pace, stop, &notice));
            let result = panic::catch_unwind(asked)
                .unwrap_or_else(|_| Err(Failure::Final("the provider came upon a fault of its own".to_owned())));
            let (held, recorded) = mpsc::channel();
            // Nobody listens any more only if the run has ended.
            if events.send(Event::Asked { lane, question, result, held }).is_err() {
                break;
            }
            // What was answered counts before anything else is asked, so that a run that is killed loses no
            // more than one call of each thread. Nothing is ever sent; the channel closes.
            let _ = recorded.recv();
            if stop.wait(self.pace.pause) {
                break;
            }
        }
        let _ = events.send(Event::LineEnded);
    }
}

/// The coordinator of a run: it takes replies from the lines and gives them their next questions.
struct Coordinator {
    plan: Arc<Plan>,
    journal: Journal,
    record: Record,
    lanes: Vec<Arc<Lane>>,
    /// How many calls of each lane failed since the last that did not.
    failed_in_a_row: Vec<u32>,
    given_up: Vec<GivenUp>,
    interrupted: Option<i32>,
    /// How many courses have not ended.
    open: usize,
    /// How many threads ask.
    lines: usize,
    linter: mpsc::Sender<Job>,
    events: mpsc::Receiver<Event>,
    signals: signal_hook::iterator::Handle,
    stop: Stop,
    progress: Progress,
    tallies: Tallies,
}

impl Coordinator {
    /// Makes every provider ready that the plan uses, and starts the threads.
    fn open(
        plan: Arc<Plan>,
        journal: Journal,
        record: Record,
        rules: &RuleSet,
        examining: Arc<Examining>,
        mut tallies: Tallies,
        show: Show,
    ) -> Result<Self, RunError> {
        let mut lanes = Vec::new();
        for provider in plan.providers_in_use() {
            let opened = provider.source.open(&provider.pace);
            let opened = opened.map_err(|reason| RunError::Provider { name: provider.name.clone(), reason })?;
            lanes.push(Arc::new(Lane {
                name: provider.name.clone(),
                provider: opened,
                pace: provider.pace.clone(),
                queue: Queue::default(),
            }));
        }
        let (sender, events) = mpsc::channel();
        let stop = Stop::default();
        let signals = forward_signals(sender.clone()).map_err(RunError::Signals)?;
        let linter = start_linter(plan.clone(), rules.clone(), examining, sender.clone()).map_err(RunError::Threads)?;
        let mut lines = 0;
        for (index, lane) in lanes.iter().enumerate() {
            for _ in 0..lane.pace.concurrency {
                let (lane, sender, stop) = (lane.clone(), sender.clone(), stop.clone());
                let serve = move || lane.serve(index, &sender, &stop);
                thread::Builder::new().spawn(serve).map_err(RunError::Threads)?;
                lines += 1;
            }
        }
        let names = lanes.iter().map(|lane| lane.name.clone()).collect();
        let shown: Vec<Tally> = lanes.iter().map(|lane| tallies.of(&lane.name).clone()).collect();
        let progress = Progress::new(show, names, &shown);
        if let Some(bytes) = record.torn {
            progress.note(&format!(
                "The journal's last line was torn and is cut off ({bytes} bytes); that call is made again."
            ));
        }
        if !record.entries.is_empty() {
            progress.note(&format!("Going on: {} calls are in the journal.", record.entries.len()));
        }
        let failed_in_a_row = vec![0; lanes.len()];
        Ok(Self {
            plan,
            journal,
            record,
            lanes,
            failed_in_a_row,
            given_up: Vec::new(),
            interrupted: None,
            open: 0,
            lines,
            linter,
            events,
            signals,
            stop,
            progress,
            tallies,
        })
    }

    /// Asks until every course has ended, or none can go on.
    fn work(&mut self, pending: Vec<Question>) -> Result<(), RunError> {
        self.open = pending.len();
        for question in pending {
            self.enqueue(question);
        }
        while self.open > 0 && self.interrupted.is_none() {
            let batch = self.next_events(TICK);
            self.take(batch)?;
            self.progress.tick();
        }
        Ok(())
    }

    /// Lets no more questions out, and waits for those that are on their way. `journals` says whether their
    /// answers can still be written.
    fn close(&mut self, journals: bool) -> Result<(), RunError> {
        for lane in &self.lanes {
            lane.queue.close();
        }
        self.stop.set();
        let until = Instant::now() + GRACE;
        let mut result = Ok(());
        while self.lines > 0 && Instant::now() < until {
            let batch = self.next_events(until.saturating_duration_since(Instant::now()));
            if journals && result.is_ok() {
                result = self.take(batch);
            } else {
                self.lines -= batch.iter().filter(|event| matches!(event, Event::LineEnded)).count();
            }
        }
        self.signals.close();
        self.progress.finish();
        result
    }

    fn into_end(self) -> (Record, End) {
        let end = match (self.interrupted, self.given_up) {
            (Some(signal), _) => End::Interrupted(signal),
            (None, given_up) if !given_up.is_empty() => End::GaveUp(given_up),
            (None, _) => End::Complete,
        };
        (self.record, end)
    }

    /// All events that are there, once there is one.
    fn next_events(&self, time: Duration) -> Vec<Event> {
        self.events.recv_timeout(time).into_iter().chain(self.events.try_iter()).collect()
    }

    /// Writes what was answered, all at once, and only then acts on it.
    fn take(&mut self, events: Vec<Event>) -> Result<(), RunError> {
        let mut entries = Vec::new();
        let mut others = Vec::new();
        for event in events {
            match event {
                Event::Asked { lane, question, result, held } => match outcome(result) {
                    Ok((outcome, counts_against)) => {
                        entries.push((lane, counts_against, held, entry(question, outcome)));
                    }
                    Err(failure) => others.push(Event::Asked { lane, question, result: Err(failure), held }),
                },
                other => others.push(other),
            }
        }
        if !entries.is_empty() {
            self.journal.append(&entries.iter().map(|(.., entry)| entry).collect::<Vec<_>>())?;
        }
        for (lane, counts_against, held, entry) in entries {
            self.recorded(lane, counts_against, entry);
            drop(held);
        }
        for event in others {
            match event {
                Event::Asked { result: Err(Failure::Unusable(reason)), lane, .. } => {
                    self.open -= 1;
                    self.give_up(lane, reason);
                }
                Event::Asked { .. } => self.open -= 1,
                Event::Examined(examined) => self.examined(examined),
                Event::LineEnded => self.lines -= 1,
                Event::Waiting { lane, call, said } => {
                    self.progress.note(&format!("{}: {call}: {said}", self.lanes[lane].name));
                }
                Event::Signal(signal) => self.interrupted = self.interrupted.or(Some(signal)),
            }
        }
        Ok(())
    }

    /// Acts on an outcome that is in the journal.
    fn recorded(&mut self, lane: usize, counts_against: bool, entry: Entry) {
        self.tallies.outcome(&self.lanes[lane].name, &entry.outcome);
        self.show(lane);
        match &entry.outcome {
            Outcome::Answered { answer, is_code, details, .. } => {
                self.failed_in_a_row[lane] = 0;
                let job = Job {
                    call: entry.call.clone(),
                    answer: answer.clone(),
                    is_code: *is_code,
                    is_cut_off: details.is_cut_off(),
                };
                // The linter lives as long as its channel, which this thread holds.
                let _ = self.linter.send(job);
            }
            Outcome::Failed { error, .. } => {
                self.open -= 1;
                self.progress.note(&format!("{}: {}: {error}", self.lanes[lane].name, entry.call));
                self.failed_in_a_row[lane] += u32::from(counts_against);
                let bound = self.lanes[lane].pace.give_up_after;
                if self.failed_in_a_row[lane] >= bound {
                    self.give_up(lane, format!("{bound} calls in a row failed, the last one: {error}"));
                }
            }
        }
        self.record.entries.insert(entry.call.clone(), entry);
    }

    /// Goes on with a course whose last answer was linted, or ends it.
    fn examined(&mut self, examined: Examined) {
        self.tallies.examined(&self.plan, &examined);
        let author = &self.plan.model(&examined.call.model).provider;
        if let Some(lane) = self.lanes.iter().position(|lane| lane.name == *author) {
            self.show(lane);
        }
        match examined.next {
            Some(next) => {
                self.tallies.of(&next.model.provider).needed += 1;
                self.enqueue(next);
            }
            None => self.open -= 1,
        }
    }

    /// Queues a question where its provider is still asked; else its course ends here for this run.
    fn enqueue(&mut self, question: Question) {
        let lane = self.lanes.iter().position(|lane| lane.name == question.model.provider);
        let lane = lane.expect("every provider in use has a lane");
        if !self.lanes[lane].queue.push(question) {
            self.open -= 1;
        }
        self.show(lane);
    }

    fn give_up(&mut self, lane: usize, reason: String) {
        self.open -= self.lanes[lane].queue.close();
        let provider = self.lanes[lane].name.clone();
        if !self.given_up.iter().any(|known| known.provider == provider) {
            self.progress.note(&format!("{provider} is not asked any more: {reason}"));
            self.given_up.push(GivenUp { provider, reason });
        }
    }

    fn show(&mut self, lane: usize) {
        let tally = self.tallies.of(&self.lanes[lane].name).clone();
        self.progress.update(lane, &tally);
    }
}

/// Returns what goes into the journal, and whether it speaks against the provider; failures of the provider, not of the
/// call, do not.
fn outcome(result: Result<Reply, Failure>) -> Result<(Outcome, bool), Failure> {
    match result {
        Ok(reply) => {
            let took_ms = u64::try_from(reply.took.as_millis()).unwrap_or(u64::MAX);
            let Reply { text: answer, is_code, details, .. } = reply;
            Ok((Outcome::Answered { answer, took_ms, is_code, details }, false))
        }
        Err(Failure::Recorded(error)) => Ok((Outcome::Failed { error, said: None, recorded: true }, false)),
        Err(Failure::NoAnswer { reason: error, said }) => {
            Ok((Outcome::Failed { error, said: Some(said).filter(|said| !said.is_empty()), recorded: false }, true))
        }
        Err(Failure::Final(error) | Failure::Passing { reason: error, .. }) => {
            Ok((Outcome::Failed { error, said: None, recorded: false }, true))
        }
        Err(failure @ (Failure::Unusable(_) | Failure::Stopped)) => Err(failure),
    }
}

fn entry(question: Question, outcome: Outcome) -> Entry {
    Entry {
        call: question.call,
        by: question.model.name,
        asked: question.text,
        at: Timestamp::now().to_string(),
        outcome,
    }
}

/// An answer to lint.
struct Job {
    call: Call,
    answer: String,
    is_code: bool,
    is_cut_off: bool,
}

/// Lints on a thread of its own until the channel is closed.
fn start_linter(
    plan: Arc<Plan>,
    rules: RuleSet,
    examining: Arc<Examining>,
    events: mpsc::Sender<Event>,
) -> io::Result<mpsc::Sender<Job>> {
    let (sender, jobs) = mpsc::channel::<Job>();
    thread::Builder::new().stack_size(worker_stack(1)).spawn(move || {
        let mut linter = plan.linter(&rules);
        for Job { call, answer, is_code, is_cut_off } in jobs {
            let noted = examining.begin(&call);
            let (code, origin) = course::code_of(&answer, is_code, is_cut_off);
            let examined = course::examine(&plan, &mut linter, &call, &code, &origin);
            drop(noted);
            if events.send(Event::Examined(examined)).is_err() {
                break;
            }
        }
    })?;
    Ok(sender)
}

/// Makes the first signal to end an event; a second one ends the program at once.
fn forward_signals(events: mpsc::Sender<Event>) -> io::Result<signal_hook::iterator::Handle> {
    let mut signals = Signals::new([consts::SIGINT, consts::SIGTERM, consts::SIGHUP])?;
    let handle = signals.handle();
    thread::spawn(move || {
        for (count, signal) in signals.forever().enumerate() {
            if count > 0 || events.send(Event::Signal(signal)).is_err() {
                let _ = low_level::emulate_default_handler(signal);
            }
        }
    });
    Ok(handle)
}
