//! A note beside the journal of the answers that are being examined: if one kills the process, the next start finds out
//! which, and skips it.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{
    call::Call,
    journal::{Outcome, Record},
};

/// The message about an answer that killed the process.
const ENDED: &str = "the analysis of this answer ended the process";

/// The answers that are being examined.
#[derive(Debug)]
pub struct Examining {
    note: PathBuf,
    /// The note of the answer that is examined alone.
    alone: PathBuf,
    ended: PathBuf,
    calls: Mutex<BTreeSet<Call>>,
}

/// An answer that is being examined, until it is dropped.
pub struct Examined<'e> {
    examining: &'e Examining,
    call: &'e Call,
}

impl Examining {
    /// Makes the notes beside a journal.
    pub fn beside(journal: &Path) -> Self {
        let beside = |ending: &str| {
            let mut name = journal.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        Self {
            note: beside(".examining"),
            alone: beside(".suspected"),
            ended: beside(".ended"),
            calls: Mutex::default(),
        }
    }

    /// Notes that an answer is being examined. A failure to write the note matters only if the process is killed.
    pub fn begin<'e>(&'e self, call: &'e Call) -> Examined<'e> {
        self.change(|calls| calls.insert(call.clone()));
        Examined { examining: self, call }
    }

    fn change(&self, change: impl FnOnce(&mut BTreeSet<Call>) -> bool) {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut calls);
        let _ = if calls.is_empty() { fs::remove_file(&self.note) } else { write(&self.note, &calls) };
    }

    /// Finds out which answers have killed the process: examines each of those that were being examined at the time,
    /// alone, and records the culprits as failed. Returns how many there are.
    ///
    /// # Errors
    ///
    /// The failure of an answer cannot be recorded.
    pub fn find_ended(&self, record: &mut Record, mut examine: impl FnMut(&Call, &str)) -> io::Result<usize> {
        let mut ended = read(&self.ended);
        let found = read(&self.alone);
        if !found.is_empty() {
            ended.extend(found);
            write(&self.ended, &ended)?;
            fs::remove_file(&self.alone)?;
        }
        // A process may also be killed for other reasons, so that what was being examined then is only suspected.
        let mut suspected: BTreeSet<Call> = read(&self.note).difference(&ended).cloned().collect();
        while let Some(call) = suspected.pop_first() {
            if let Some(Outcome::Answered { answer, .. }) = record.entries.get(&call).map(|entry| &entry.outcome) {
                write(&self.alone, &BTreeSet::from([call.clone()]))?;
                // Cleared answers are not examined again if a later one kills the process.
                write(&self.note, &suspected)?;
                examine(&call, answer);
                fs::remove_file(&self.alone)?;
            }
        }
        let _ = fs::remove_file(&self.note);
        for call in &ended {
            if let Some(entry) = record.entries.get_mut(call) {
                entry.outcome = Outcome::failed(ENDED);
            }
        }
        Ok(ended.len())
    }
}

impl Drop for Examined<'_> {
    fn drop(&mut self) {
        self.examining.change(|calls| calls.remove(self.call));
    }
}

/// Returns the calls of a note; none where there is no note, or an incomplete one.
fn read(path: &Path) -> BTreeSet<Call> {
    fs::read(path).ok().and_then(|note| serde_json::from_slice(&note).ok()).unwrap_or_default()
}

fn write(path: &Path, calls: &BTreeSet<Call>) -> io::Result<()> {
    fs::write(path, serde_json::to_vec(calls)?)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{super::journal::Entry, *};

    fn call(prompt: &str) -> Call {
        Call { condition: "c".into(), model: "m".into(), prompt: prompt.into(), iteration: 1, round: 0 }
    }

    fn record() -> Record {
        let entry = |prompt: &str| Entry {
            call: call(prompt),
            by: "m".into(),
            asked: "?".into(),
            at: "now".into(),
            outcome: serde_json::from_str(r#"{"answer": "a", "took_ms": 1}"#).unwrap(),
        };
        let entries = ["p", "q", "r"].map(|prompt| (call(prompt), entry(prompt)));
        Record { started: "now".into(), entries: HashMap::from(entries), torn: None }
    }

    #[test]
    fn an_answer_that_ended_the_process_is_found_and_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("journal");
        // The process is killed while two are being examined, and no drop runs.
        let first = Examining::beside(&journal);
        std::mem::forget((first.begin(&call("p")), first.begin(&call("q"))));
        // At the next start each is examined alone: the second kills it.
        let second = Examining::beside(&journal);
        let ends = std::panic::catch_unwind(|| {
            second.find_ended(&mut record(), |call, _| assert!(call.prompt != "q", "the process ends"))
        });
        assert!(ends.is_err());
        // At the third, and from then on, it is known.
        for _ in 0..2 {
            let third = Examining::beside(&journal);
            let mut known = record();
            assert_eq!(third.find_ended(&mut known, |_, _| panic!("nothing is left to examine")).unwrap(), 1);
            let is_failed = |prompt| matches!(known.entries[&call(prompt)].outcome, Outcome::Failed { .. });
            assert_eq!(["p", "q", "r"].map(is_failed), [false, true, false]);
            assert!(!third.note.exists() && !third.alone.exists());
        }
    }
}
