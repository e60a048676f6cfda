//! A folder tree, `MODEL/PROMPT/ITERATION.js`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Answer, Effect, Place, Position,
    builder::{AnswerKey, Builder, PromptDetails},
};

const EXTENSIONS: [&str; 3] = ["js", "mjs", "cjs"];
const EXPECTED: &str = "expected MODEL/PROMPT/ITERATION.js";

/// Reads every answer below a folder. Names that begin with a dot are passed over.
pub(super) fn read(builder: &mut Builder, root: &Path) {
    for model in entries(builder, root) {
        for prompt in entries(builder, &model) {
            let mut answers = entries(builder, &prompt);
            answers.sort_by_key(|path| iteration(path));
            for answer in answers {
                if let Err(message) = read_answer(builder, &name(&model), &name(&prompt), &answer) {
                    builder.problem(place(&answer), Effect::RowLeftOut, message);
                }
            }
        }
    }
}

/// What a folder holds, sorted by name.
fn entries(builder: &mut Builder, folder: &Path) -> Vec<PathBuf> {
    let mut entries = match paths(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            builder.problem(place(folder), Effect::RowLeftOut, format!("this is a file; {EXPECTED}"));
            return Vec::new();
        }
        Err(error) => {
            builder.problem(place(folder), Effect::RowLeftOut, format!("this folder cannot be read: {error}"));
            return Vec::new();
        }
    };
    entries.retain(|path| !name(path).starts_with('.'));
    if entries.is_empty() {
        builder.problem(place(folder), Effect::RowLeftOut, format!("this folder is empty; {EXPECTED}"));
    }
    entries.sort();
    entries
}

fn paths(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}

fn read_answer(builder: &mut Builder, model: &str, prompt: &str, path: &Path) -> Result<(), String> {
    let iteration = iteration(path).ok_or_else(|| format!("this file's name is no iteration; {EXPECTED}"))?;
    let bytes = fs::read(path).map_err(|error| format!("this file cannot be read: {error}"))?;
    let answer = Answer {
        iteration,
        code: String::from_utf8_lossy(&bytes).into_owned(),
        generation_time_ms: None,
        recorded: None,
        remediations: Vec::new(),
        place: place(path),
    };
    let key = AnswerKey { model: model.to_owned(), prompt: prompt.to_owned(), iteration };
    builder.answer(key, PromptDetails::default(), answer);
    Ok(())
}

fn iteration(path: &Path) -> Option<u32> {
    let extension = path.extension()?.to_str()?;
    EXTENSIONS.contains(&extension).then(|| path.file_stem()?.to_str()?.parse().ok())?
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn place(path: &Path) -> Place {
    Place { file: path.to_string_lossy().into(), position: Position::Whole }
}
