//! The builder that joins answers and remediations, in any order and from any number of inputs, into one experiment.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Answer, Domains, Effect, Experiment, Model, Place, Problem, Prompt, Remediation, cursor::Cursor};

/// The key that identifies an answer.
#[derive(Clone, Debug)]
pub(super) struct AnswerKey {
    pub model: String,
    pub prompt: String,
    pub iteration: u32,
}

/// The details of a prompt in an input, besides its id.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PromptDetails<'r> {
    pub text: Option<&'r str>,
    pub domain: Option<&'r str>,
}

/// Collects what readers find, records problems, and puts the rest in order.
pub(super) struct Builder<'d> {
    pub experiment: Experiment,
    /// True if the data that only giving back needs is kept.
    pub keeps_all: bool,
    domains: &'d Domains,
    models: FxHashMap<String, ModelIndex>,
    /// The remediations, which may come before their answers.
    remediations: Vec<(AnswerKey, Remediation)>,
}

struct ModelIndex {
    position: usize,
    prompts: FxHashMap<String, PromptIndex>,
}

struct PromptIndex {
    position: usize,
    answers: FxHashMap<u32, usize>,
    last_iteration: u32,
}

impl<'d> Builder<'d> {
    pub fn new(domains: &'d Domains) -> Self {
        Self {
            experiment: Experiment::default(),
            keeps_all: true,
            domains,
            models: FxHashMap::default(),
            remediations: Vec::new(),
        }
    }

    /// Records a problem.
    pub fn problem(&mut self, place: Place, effect: Effect, message: impl Into<String>) {
        self.experiment.problems.push(Problem { place, message: message.into(), effect });
    }

    /// Reads each item of a list; one that cannot be read is left out, with a problem.
    pub fn read_each<'v>(
        &mut self,
        list: &Cursor<'v>,
        mut read: impl FnMut(&mut Self, &Cursor<'v>) -> Result<(), String>,
    ) {
        for item in list.items() {
            if let Err(message) = read(self, &item) {
                self.problem(item.place(), Effect::RowLeftOut, message);
            }
        }
    }

    /// Returns a field's value, or records a problem and continues without it.
    pub fn field_or_problem<T>(
        &mut self,
        field: Result<Option<T>, String>,
        place: impl FnOnce() -> Place,
    ) -> Option<T> {
        field.unwrap_or_else(|message| {
            self.problem(place(), Effect::FieldLeftOut, message);
            None
        })
    }

    /// Returns the number of the next answer where the input does not number them: one more than the highest.
    pub fn next_iteration(&self, model: &str, prompt: &str) -> u32 {
        let prompt = self.models.get(model).and_then(|model| model.prompts.get(prompt));
        prompt.map_or(1, |prompt| prompt.last_iteration.saturating_add(1))
    }

    /// Adds an answer, unless one with this key exists. Returns whether it was added.
    pub fn answer(&mut self, key: AnswerKey, details: PromptDetails, answer: Answer) -> bool {
        let models = &mut self.experiment.models;
        let model_index = self.models.entry(key.model).or_insert_with_key(|name| {
            models.push(Model { name: name.clone(), prompts: Vec::new() });
            ModelIndex { position: models.len() - 1, prompts: FxHashMap::default() }
        });
        let prompts = &mut models[model_index.position].prompts;
        let prompt_index = model_index.prompts.entry(key.prompt).or_insert_with_key(|id| {
            prompts.push(Prompt {
                id: id.clone(),
                text: details.text.unwrap_or_default().to_owned(),
                domain: self.domains.of(id, details.domain).to_owned(),
                answers: Vec::new(),
            });
            PromptIndex { position: prompts.len() - 1, answers: FxHashMap::default(), last_iteration: 0 }
        });
        let answers = &mut prompts[prompt_index.position].answers;
        match prompt_index.answers.entry(key.iteration) {
            Entry::Vacant(vacant) => {
                vacant.insert(answers.len());
                prompt_index.last_iteration = prompt_index.last_iteration.max(key.iteration);
                answers.push(answer);
                true
            }
            Entry::Occupied(known) => {
                let first = &answers[*known.get()].place;
                let message = format!("a second answer of the same model, prompt and iteration; the first is {first}");
                self.problem(answer.place, Effect::RowLeftOut, message);
                false
            }
        }
    }

    /// Adds a remediation. Its answer may follow later.
    pub fn remediation(&mut self, key: AnswerKey, remediation: Remediation) {
        self.remediations.push((key, remediation));
    }

    /// Joins remediations with their answers and returns the experiment.
    pub fn finish(mut self) -> Experiment {
        for (key, remediation) in std::mem::take(&mut self.remediations) {
            self.join(&key, remediation);
        }
        self.models = FxHashMap::default();
        for prompt in self.experiment.models.iter_mut().flat_map(|model| &mut model.prompts) {
            prompt.answers.shrink_to_fit();
            let mut known: FxHashSet<&str> = FxHashSet::default();
            for answer in &mut prompt.answers {
                answer.remediations.sort_by_key(|remediation| remediation.round);
                answer.is_repeated = !known.insert(&answer.code);
            }
        }
        self.experiment
    }

    fn join(&mut self, key: &AnswerKey, remediation: Remediation) {
        let round = remediation.round;
        let Some(answer) = self.find(key) else {
            let message = format!("the answer of this remediation (round {round}) is missing");
            return self.problem(remediation.place, Effect::RowLeftOut, message);
        };
        match answer.remediations.iter().find(|known| known.round == round) {
            None => answer.remediations.push(remediation),
            Some(first) => {
                let message = format!("a second remediation of round {round}; the first is {}", first.place);
                self.problem(remediation.place, Effect::RowLeftOut, message);
            }
        }
    }

    fn find(&mut self, key: &AnswerKey) -> Option<&mut Answer> {
        let model = self.models.get(&key.model)?;
        let prompt = model.prompts.get(&key.prompt)?;
        let answer = *prompt.answers.get(&key.iteration)?;
        Some(&mut self.experiment.models[model.position].prompts[prompt.position].answers[answer])
    }
}
