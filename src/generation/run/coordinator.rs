//! The coordinator: replies go into the journal, findings come back, questions go into the queues.

use std::{
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use oxsec_rules::RuleSet;

use super::{
    End, GivenUp, RunError,
    caught_up::Tallies,
    threads::{Event, Job, Lane, forward_signals, start_linter},
};
use crate::generation::{
    course::Examined,
    examining::Examining,
    journal::{self, Entry, Journal, Outcome, Record},
    plan::Plan,
    progress::{Progress, Show, Tally},
    provider::{Failure, Question, Reply, Stop},
    queue::Queue,
};

/// The time that the run waits for an event before it checks the clock.
const EVENT_TIMEOUT: Duration = Duration::from_secs(1);

/// The time that calls have to end when the run is stopped. Programs are killed at once; a request to an endpoint
/// cannot be, and is abandoned.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(2);

/// The coordinator of a run: it takes replies from the threads and gives them their next questions.
pub(super) struct Coordinator {
    plan: Arc<Plan>,
    journal: Journal,
    record: Record,
    lanes: Vec<Arc<Lane>>,
    /// The calls of each lane that failed since the last that did not.
    failed_in_a_row: Vec<u32>,
    given_up: Vec<GivenUp>,
    interrupted: Option<i32>,
    /// The number of courses that have not ended.
    open: usize,
    /// The number of asking threads.
    lines: usize,
    linter: mpsc::Sender<Job>,
    events: mpsc::Receiver<Event>,
    signals: signal_hook::iterator::Handle,
    stop: Stop,
    progress: Progress,
    tallies: Tallies,
}

impl Coordinator {
    /// Prepares every provider that the plan uses, and starts the threads.
    pub(super) fn open(
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

    /// Asks until every course has ended, or none can continue.
    pub(super) fn work(&mut self, pending: Vec<Question>) -> Result<(), RunError> {
        self.open = pending.len();
        for question in pending {
            self.enqueue(question);
        }
        while self.open > 0 && self.interrupted.is_none() {
            let batch = self.next_events(EVENT_TIMEOUT);
            self.take(batch)?;
            self.progress.tick();
        }
        Ok(())
    }

    /// Sends no more questions, and waits for the pending ones. `journals` says whether their answers can still be
    /// written.
    pub(super) fn close(&mut self, journals: bool) -> Result<(), RunError> {
        for lane in &self.lanes {
            lane.queue.close();
        }
        self.stop.set();
        let until = Instant::now() + SHUTDOWN_TIMEOUT;
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

    pub(super) fn into_end(self) -> (Record, End) {
        let end = match (self.interrupted, self.given_up) {
            (Some(signal), _) => End::Interrupted(signal),
            (None, given_up) if !given_up.is_empty() => End::GaveUp(given_up),
            (None, _) => End::Complete,
        };
        (self.record, end)
    }

    /// Returns all pending events, waiting for the first one.
    fn next_events(&self, time: Duration) -> Vec<Event> {
        self.events.recv_timeout(time).into_iter().chain(self.events.try_iter()).collect()
    }

    /// Writes all outcomes at once, and only then acts on them.
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

    /// Continues a course whose last answer was linted, or ends it.
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

    /// Queues a question if its provider is still asked; otherwise its course ends here for this run.
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

/// Returns the outcome for the journal, and whether it counts against the provider. Failures of the provider, not of
/// the call, are errors.
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
    Entry { call: question.call, by: question.model.name, asked: question.text, at: journal::now(), outcome }
}
