//! The questions that wait for a provider.

use std::{
    collections::VecDeque,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use super::provider::Question;

/// A queue that can be closed. Repairs go before first questions, so that courses that have begun end.
#[derive(Debug, Default)]
pub struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Question>,
    closed: bool,
}

impl Queue {
    /// Adds a question, unless the queue is closed; returns whether it did.
    pub fn push(&self, question: Question) -> bool {
        let mut state = self.lock();
        if state.closed {
            return false;
        }
        if question.call.round > 0 {
            state.waiting.push_front(question);
        } else {
            state.waiting.push_back(question);
        }
        self.changed.notify_one();
        true
    }

    /// Returns the next question, as soon as there is one; `None` once the queue is closed.
    pub fn pop(&self) -> Option<Question> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(question) = state.waiting.pop_front() {
                return Some(question);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Closes the queue; returns the number of questions that were waiting.
    pub fn close(&self) -> usize {
        let mut state = self.lock();
        state.closed = true;
        self.changed.notify_all();
        std::mem::take(&mut state.waiting).len()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
