//! The parts of a stored experiment that a plan uses.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::prompts::Prompt;
use crate::experiment::{self, Columns, Domains, Effect, Experiment};

/// Reads a stored experiment; the error says why there is none.
pub fn read(path: &Path) -> Result<Experiment, String> {
    let experiment = experiment::read(&[PathBuf::from(path)], &Columns::default(), &Domains::default());
    match experiment.problems.iter().find(|problem| problem.effect == Effect::FileLeftOut) {
        Some(problem) => Err(format!("{}: {}", problem.place, problem.message)),
        None if experiment.models.is_empty() => Err(format!("{}: the experiment has no answers", path.display())),
        None => Ok(experiment),
    }
}

/// Returns the prompts of a stored experiment, in the order of first occurrence.
pub fn prompts(path: &Path) -> Result<Vec<Prompt>, String> {
    let experiment = read(path)?;
    let mut prompts: Vec<Prompt> = Vec::new();
    for prompt in experiment.models.iter().flat_map(|model| &model.prompts) {
        if prompts.iter().any(|known| known.id == prompt.id) {
            continue;
        }
        if prompt.text.trim().is_empty() {
            return Err(format!("{}: the experiment does not say what prompt `{}` asks", path.display(), prompt.id));
        }
        prompts.push(Prompt {
            id: prompt.id.clone(),
            domain: prompt.domain.clone(),
            text: prompt.text.clone(),
            expected: expected(&experiment, &prompt.id),
        });
    }
    Ok(prompts)
}

/// Returns the weaknesses that a prompt of the stored shape names.
fn expected(experiment: &Experiment, id: &str) -> Vec<String> {
    let models = experiment.documents.iter().filter_map(|document| document.value["models"].as_object());
    let prompts = models.flat_map(|models| models.values()).filter_map(|model| model["byPrompt"].as_array()).flatten();
    let mut of_id = prompts.filter(|prompt| prompt["id"] == id);
    let listed = of_id.find_map(|prompt| prompt["expectedVulnerabilities"].as_array());
    listed.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
