//! The threads of a run: those that ask, the one that lints, the one that waits for signals; what they tell.

use std::{
    io,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, mpsc},
    thread,
};

use oxsec_rules::{RuleSet, worker_stack};
use signal_hook::{consts, iterator::Signals, low_level};

use crate::generation::{
    call::Call,
    course::{self, Examined},
    examining::Examining,
    model::Pace,
    plan::Plan,
    provider::{self, Failure, Question, Reply, Stop},
    queue::Queue,
};

/// An event on another thread.
pub(super) enum Event {
    /// A call of this lane ended. Its thread asks no more until `held` is dropped.
    Asked {
        lane: usize,
        question: Question,
        result: Result<Reply, Failure>,
        held: mpsc::Sender<()>,
    },
    Examined(Examined),
    /// A call of this lane is asked again later, for the given reason.
    Waiting {
        lane: usize,
        call: Call,
        said: String,
    },
    /// A thread asks no more.
    LineEnded,
    Signal(i32),
}

/// A provider with its queue and state.
pub(super) struct Lane {
    pub(super) name: String,
    pub(super) provider: Box<dyn provider::Provider>,
    pub(super) pace: Pace,
    pub(super) queue: Queue,
}

impl Lane {
    /// Answers the queue's questions one by one, until it is closed.
    pub(super) fn serve(&self, lane: usize, events: &mpsc::Sender<Event>, stop: &Stop) {
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
            // An answer is recorded before anything else is asked, so that a run that is killed loses at most one call
            // per thread. Nothing is ever sent; the channel closes.
            let _ = recorded.recv();
            if stop.wait(self.pace.pause) {
                break;
            }
        }
        let _ = events.send(Event::LineEnded);
    }
}

/// An answer to lint.
pub(super) struct Job {
    pub(super) call: Call,
    pub(super) answer: String,
    pub(super) is_code: bool,
    pub(super) is_cut_off: bool,
}

/// Starts a thread that lints until the channel is closed.
pub(super) fn start_linter(
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

/// Makes the first signal an event; a second one ends the program at once.
pub(super) fn forward_signals(events: mpsc::Sender<Event>) -> io::Result<signal_hook::iterator::Handle> {
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
