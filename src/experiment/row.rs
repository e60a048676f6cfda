//! Experiments with one answer per row, in any format.

use serde_json::{Map, Value};
use thin_vec::ThinVec;

use super::{
    Answer, Attempt, Origin, Place, Remediation,
    builder::{AnswerKey, Builder, PromptDetails},
    fields::Fields,
};
use crate::answer::{Extracted, Said, Status};

/// The columns of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Model,
    Prompt,
    Iteration,
    /// The round: 0 or missing is the answer, the others are remediation rounds.
    Round,
    Code,
    /// The model's response, from which its code is extracted.
    Response,
    /// The code of the round after the row's own.
    Remediation,
    Domain,
    GenerationTimeMs,
    /// The language of the code, where the row knows better than its answer.
    Language,
}

impl Column {
    pub const ALL: [(Self, &str); 10] = [
        (Self::Model, "model"),
        (Self::Prompt, "prompt"),
        (Self::Iteration, "iteration"),
        (Self::Round, "round"),
        (Self::Code, "code"),
        (Self::Response, "response"),
        (Self::Remediation, "remediation"),
        (Self::Domain, "domain"),
        (Self::GenerationTimeMs, "generation_time_ms"),
        (Self::Language, "language"),
    ];
}

/// The names of the columns in the input.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The names in the order of [`Column::ALL`].
    names: [String; Column::ALL.len()],
    pub options: RowOptions,
}

/// The reason why a `--map` is refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ColumnsError {
    #[error("`{0}` is not a column and its name; expected pairs such as `code=completion,model=engine`")]
    NoPair(String),
    #[error("there is no column `{unknown}`; the columns are {}", Column::ALL.map(|(_, name)| name).join(", "))]
    UnknownColumn { unknown: String },
}

impl Default for Columns {
    fn default() -> Self {
        Self { names: Column::ALL.map(|(_, name)| name.to_owned()), options: RowOptions::default() }
    }
}

impl std::str::FromStr for Columns {
    type Err = ColumnsError;

    /// Reads pairs of a column and its name in the input: `code=completion,model=engine`.
    fn from_str(pairs: &str) -> Result<Self, ColumnsError> {
        let mut columns = Self::default();
        for pair in pairs.split(',') {
            let (column, name) = pair.split_once('=').ok_or_else(|| ColumnsError::NoPair(pair.to_owned()))?;
            let (column, name) = (column.trim(), name.trim());
            if name.is_empty() {
                return Err(ColumnsError::NoPair(pair.to_owned()));
            }
            let index = Column::ALL
                .iter()
                .position(|(_, known)| *known == column)
                .ok_or_else(|| ColumnsError::UnknownColumn { unknown: column.to_owned() })?;
            name.clone_into(&mut columns.names[index]);
        }
        Ok(columns)
    }
}

impl Columns {
    pub(super) fn name(&self, column: Column) -> &str {
        &self.names[column as usize]
    }

    /// Returns the same options with our own column names, for rows that are made here.
    pub(super) fn own(&self) -> Self {
        Self { options: RowOptions { extract: false, ..self.options.clone() }, ..Self::default() }
    }

    /// Returns whether an object has the columns that every row has.
    pub(super) fn is_row(&self, object: &Value) -> bool {
        let has = |column| object.get(self.name(column)).is_some();
        has(Column::Prompt) && (has(Column::Code) || has(Column::Response))
    }

    /// Returns whether some column has another name than its own.
    pub(super) fn is_mapped(&self) -> bool {
        self.names != Self::default().names
    }

    /// Returns all names, in the order of [`Column::ALL`].
    #[cfg(feature = "parquet")]
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// Reads one row into the experiment. The error says why the row cannot be used.
pub(super) fn read(
    builder: &mut Builder,
    columns: &Columns,
    row: &Map<String, Value>,
    place: Place,
) -> Result<(), String> {
    let fields = Fields(row);
    let name = |column| columns.name(column);
    let options = &columns.options;
    let model = match (fields.get(name(Column::Model)), &options.model) {
        (None, Some(model)) => model.clone(),
        _ => fields.name(name(Column::Model)).map_err(|error| match fields.get(name(Column::Model)) {
            None => format!("{error}, or `--model NAME` for all rows"),
            Some(_) => error,
        })?,
    };
    let prompt = fields.prompt(name(Column::Prompt))?;
    let round = fields.optional_count(name(Column::Round))?.unwrap_or(0);
    let first_iteration = match fields.optional_count(name(Column::Iteration))? {
        Some(iteration) => iteration,
        None if round == 0 => builder.next_iteration(&model, &prompt),
        None => return Err(format!("`{}` is missing; a remediation round needs it", name(Column::Iteration))),
    };
    let (texts, is_response) = texts(fields, columns)?;
    let said = fields.optional_text(name(Column::Language)).ok().flatten().and_then(Said::of_word).or(options.language);
    let piece = |text: &str| {
        let (code, mut origin) = read_code(text, is_response, said);
        origin.extraction = origin.extraction.filter(|_| !options.for_tables);
        (code, origin)
    };
    let remediation = fields.optional_text(name(Column::Remediation))?.map(piece);
    if texts.len() > 1 && (round > 0 || remediation.is_some()) {
        return Err("a list of several answers cannot be a repair or have one".into());
    }
    for (iteration, text) in (first_iteration..).zip(&texts) {
        let key = AnswerKey { model: model.clone(), prompt: prompt.clone(), iteration };
        let following = remediation.clone().map(|piece| repair(piece, round + 1, place.clone()));
        if round > 0 {
            builder.remediation(key.clone(), repair(piece(text), round, place.clone()));
        } else {
            let details = PromptDetails { text: None, domain: fields.optional_text(name(Column::Domain))? };
            let time = fields.optional_duration(name(Column::GenerationTimeMs));
            let (code, origin) = piece(text);
            let answer = Answer {
                iteration,
                is_repeated: false,
                code,
                origin,
                generation_time_ms: builder.field_or_problem(time, || place.clone()),
                recorded: None,
                remediations: ThinVec::new(),
                place: place.clone(),
            };
            if !builder.answer(key.clone(), details, answer) {
                continue;
            }
        }
        if let Some(following) = following {
            builder.remediation(key, following);
        }
    }
    Ok(())
}

/// The settings for reading rows, besides the names of their columns.
#[derive(Clone, Debug, Default)]
pub struct RowOptions {
    /// The model of rows without one.
    pub model: Option<String>,
    /// The language of all answers; a row's own column `language` takes precedence.
    pub language: Option<Said>,
    /// `code` is read like `response`.
    pub extract: bool,
    /// True if only tables are made of the experiment: JSON documents, and the way in which code was extracted, are not
    /// kept.
    pub for_tables: bool,
}

/// Returns the code of a row's text, extracted from it if it is a response.
fn read_code(text: &str, is_response: bool, said: Option<Said>) -> (Box<str>, Origin) {
    match said {
        _ if is_response => Origin::of_extracted(Extracted::from_response(text, said)),
        Some(Said::Known(language)) => (text.into(), Origin { language, ..Origin::default() }),
        Some(Said::Other) => (text.into(), Origin { status: Some(Status::OtherLanguage), ..Origin::default() }),
        None => (text.into(), Origin::default()),
    }
}

/// Returns the texts of a row, several where it has several answers, and whether they are responses.
fn texts(fields: Fields<'_>, columns: &Columns) -> Result<(Vec<String>, bool), String> {
    let (code, response) = (columns.name(Column::Code), columns.name(Column::Response));
    if let Some(texts) = fields.texts(code)? {
        return Ok((texts, columns.options.extract));
    }
    if let Some(texts) = fields.texts(response)? {
        return Ok((texts, true));
    }
    if [code, response].iter().any(|name| fields.0.contains_key(*name)) {
        return Err(format!("`{code}` and `{response}` are missing; expected one of them"));
    }
    let present: Vec<String> = fields.0.keys().take(12).map(|name| format!("`{name}`")).collect();
    Err(format!(
        "`{code}` and `{response}` are missing; expected one of them, or `--map response=NAME`: the row has {}",
        if present.is_empty() { "no fields".to_owned() } else { present.join(", ") }
    ))
}

fn repair((code, origin): (Box<str>, Origin), round: u32, place: Place) -> Remediation {
    Remediation { round, attempt: Attempt::Answered { code, origin, recorded: None }, place }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_stand_in_their_order() {
        for (index, (column, _)) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, index);
        }
    }

    #[test]
    fn a_map_renames_columns() {
        let columns: Columns = "code=completion, model=engine".parse().unwrap();
        assert_eq!(columns.name(Column::Code), "completion");
        assert_eq!(columns.name(Column::Model), "engine");
        assert_eq!(columns.name(Column::Prompt), "prompt");
    }

    #[test]
    fn a_map_that_cannot_be_followed_is_refused() {
        let error = |map: &str| map.parse::<Columns>().unwrap_err();
        assert_eq!(error("code"), ColumnsError::NoPair("code".into()));
        assert_eq!(error("code="), ColumnsError::NoPair("code=".into()));
        assert_eq!(error("cod=x"), ColumnsError::UnknownColumn { unknown: "cod".into() });
    }
}
