//! The reader of a folder tree, `MODEL/PROMPT/ITERATION.js`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use thin_vec::ThinVec;

use super::{
    Answer, Columns, Effect, FileName, Origin, Place, Position,
    builder::{AnswerKey, Builder, PromptDetails},
};
use crate::answer::Language;

const EXPECTED: &str = "expected MODEL/PROMPT/ITERATION.js";

/// Reads every answer below a folder. Names that begin with a dot are skipped.
pub(super) fn read(builder: &mut Builder, root: &Path, columns: &Columns) {
    let shards = shards(root);
    if !shards.is_empty() {
        return shards.iter().for_each(|shard| super::read_input(builder, shard, columns));
    }
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

/// Returns the files of rows or logs in a folder, sorted by name: shards of a data set.
fn shards(root: &Path) -> Vec<PathBuf> {
    let is_shard = |path: &PathBuf| {
        let bare = super::input::bare_name(path);
        let extension = bare.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        ["parquet", "jsonl", "ndjson", "json", "eval"].contains(&extension)
            && path.is_file()
            && !name(path).starts_with('.')
    };
    let mut shards: Vec<PathBuf> = paths(root).unwrap_or_default().into_iter().filter(is_shard).collect();
    shards.sort();
    shards
}

/// Returns the entries of a folder, sorted by name.
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
    let iteration = iteration(path).ok_or_else(|| format!("this file's name is not an iteration; {EXPECTED}"))?;
    let bytes = fs::read(path).map_err(|error| format!("this file cannot be read: {error}"))?;
    let answer = Answer {
        iteration,
        is_repeated: false,
        code: String::from_utf8_lossy(&bytes).into(),
        origin: Origin { language: language(path).unwrap_or_default(), ..Origin::default() },
        generation_time_ms: None,
        recorded: None,
        remediations: ThinVec::new(),
        place: place(path),
    };
    let key = AnswerKey { model: model.to_owned(), prompt: prompt.to_owned(), iteration };
    builder.answer(key, PromptDetails::default(), answer);
    Ok(())
}

fn iteration(path: &Path) -> Option<u32> {
    language(path)?;
    path.file_stem()?.to_str()?.parse().ok()
}

fn language(path: &Path) -> Option<Language> {
    let extension = path.extension()?.to_str()?;
    ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"].contains(&extension).then(|| Language::of_word(extension))?
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn place(path: &Path) -> Place {
    Place { file: FileName::new(path.to_string_lossy().into_owned()), position: Position::Whole }
}
