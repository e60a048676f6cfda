//! The provider that replays the answers of a stored experiment, so that the whole loop runs without a model.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Failure, Provider, Question, Reply, Stop};
use crate::{experiment::Attempt, generation::stored};

/// The keys of `kind = "replay"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The stored experiment. Its contents decide the answers, its path does not.
    #[serde(skip_serializing)]
    pub file: PathBuf,
    /// The SHA-256 of the file, in hexadecimal.
    #[serde(skip_deserializing)]
    pub digest: String,
}

impl Settings {
    pub(super) fn prepare(mut self, folder: &Path) -> Result<Self, (&'static str, String)> {
        self.file = folder.join(&self.file);
        self.digest = digest(&self.file).map_err(|error| {
            ("file", format!("the stored experiment {} cannot be read: {error}", self.file.display()))
        })?;
        Ok(self)
    }

    pub(super) fn open(&self) -> Result<Stored, String> {
        let mut replies = HashMap::new();
        for model in stored::read(&self.file)?.models {
            for prompt in model.prompts {
                for answer in prompt.answers {
                    let key = |round| Key {
                        model: model.name.clone(),
                        prompt: prompt.id.clone(),
                        iteration: answer.iteration,
                        round,
                    };
                    let took =
                        answer.generation_time_ms.map_or(Duration::ZERO, |time| Duration::from_secs_f64(time / 1e3));
                    replies.insert(key(0), Ok(Reply::of_code(answer.code.into(), took)));
                    for remediation in answer.remediations {
                        let reply = match remediation.attempt {
                            Attempt::Answered { code, .. } => Ok(Reply::of_code(code.into(), Duration::ZERO)),
                            Attempt::Failed { error } => Err(error.into()),
                        };
                        replies.insert(key(remediation.round), reply);
                    }
                }
            }
        }
        Ok(Stored { replies })
    }
}

fn digest(path: &Path) -> io::Result<String> {
    let digest = Sha256::digest(fs::read(path)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A stored experiment's answers, and the errors of its failed remediations.
pub struct Stored {
    replies: HashMap<Key, Result<Reply, String>>,
}

#[derive(PartialEq, Eq, Hash)]
struct Key {
    model: String,
    prompt: String,
    iteration: u32,
    /// The round of remediation; 0 for the answer.
    round: u32,
}

impl Provider for Stored {
    fn ask(&self, question: &Question, _stop: &Stop) -> Result<Reply, Failure> {
        let call = &question.call;
        if question.model.name != call.model {
            return Err(Failure::Final("a stored experiment has no repairs of another model's answers".to_owned()));
        }
        let key = Key {
            model: question.model.id.clone(),
            prompt: call.prompt.clone(),
            iteration: call.iteration,
            round: call.round,
        };
        match self.replies.get(&key) {
            Some(Ok(reply)) => Ok(reply.clone()),
            Some(Err(error)) => Err(Failure::Recorded(error.clone())),
            None => Err(Failure::Final(format!("the stored experiment does not hold {call}"))),
        }
    }
}
