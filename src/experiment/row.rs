//! Experiments with a row an answer, whatever they are stored in.

use serde_json::{Map, Value};

use super::{
    Answer, Attempt, Place, Remediation,
    builder::{AnswerKey, Builder, PromptDetails},
    code_from_response,
    fields::Fields,
};

/// What a row can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Model,
    Prompt,
    Iteration,
    /// 0 or nothing is the answer, the others are remediation rounds.
    Round,
    Code,
    /// What the model said; the code is the first fenced block in it.
    Response,
    /// The code of the round that follows the row's own.
    Remediation,
    Domain,
    GenerationTimeMs,
}

impl Column {
    pub const ALL: [(Self, &str); 9] = [
        (Self::Model, "model"),
        (Self::Prompt, "prompt"),
        (Self::Iteration, "iteration"),
        (Self::Round, "round"),
        (Self::Code, "code"),
        (Self::Response, "response"),
        (Self::Remediation, "remediation"),
        (Self::Domain, "domain"),
        (Self::GenerationTimeMs, "generation_time_ms"),
    ];
}

/// The names that the columns go by in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// In the order of [`Column::ALL`].
    names: [String; Column::ALL.len()],
}

/// Why a `--map` cannot be followed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ColumnsError {
    #[error("`{0}` names no column; expected pairs such as `code=completion,model=engine`")]
    NoPair(String),
    #[error("there is no column `{unknown}`; the columns are {}", Column::ALL.map(|(_, name)| name).join(", "))]
    UnknownColumn { unknown: String },
}

impl Default for Columns {
    fn default() -> Self {
        Self { names: Column::ALL.map(|(_, name)| name.to_owned()) }
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
            columns.names[index] = name.to_owned();
        }
        Ok(columns)
    }
}

impl Columns {
    pub(super) fn name(&self, column: Column) -> &str {
        &self.names[column as usize]
    }

    /// All names, in the order of [`Column::ALL`].
    #[cfg(feature = "parquet")]
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// Reads one row into the experiment. Fails with what is wrong where the row cannot be used.
pub(super) fn read(
    builder: &mut Builder,
    columns: &Columns,
    row: &Map<String, Value>,
    place: Place,
) -> Result<(), String> {
    let fields = Fields(row);
    let name = |column| columns.name(column);
    let model = fields.name(name(Column::Model))?;
    let prompt = fields.name(name(Column::Prompt))?;
    let round = fields.optional_count(name(Column::Round))?.unwrap_or(0);
    let iteration = match fields.optional_count(name(Column::Iteration))? {
        Some(iteration) => iteration,
        None if round == 0 => builder.next_iteration(&model, &prompt),
        None => return Err(format!("`{}` is missing; a remediation round needs it", name(Column::Iteration))),
    };
    let code = code(fields, columns)?;
    let remediation = fields.optional_text(name(Column::Remediation))?.map(|remediation| match code {
        Code::Bare(_) => Code::Bare(remediation),
        Code::Response(_) => Code::Response(remediation),
    });

    let key = AnswerKey { model, prompt, iteration };
    let following = remediation.map(|code| repair(code, round + 1, place.clone()));
    if round > 0 {
        builder.remediation(key.clone(), repair(code, round, place));
    } else {
        let details = PromptDetails { text: None, domain: fields.optional_text(name(Column::Domain))? };
        let time = fields.optional_duration(name(Column::GenerationTimeMs));
        let answer = Answer {
            iteration,
            code: code.into_text(),
            generation_time_ms: builder.field_or_problem(time, || place.clone()),
            recorded: None,
            remediations: Vec::new(),
            place,
        };
        if !builder.answer(key.clone(), details, answer) {
            return Ok(());
        }
    }
    if let Some(following) = following {
        builder.remediation(key, following);
    }
    Ok(())
}

/// A row's code, as it is or still inside what the model said.
#[derive(Clone, Copy)]
enum Code<'r> {
    Bare(&'r str),
    Response(&'r str),
}

impl Code<'_> {
    fn into_text(self) -> String {
        match self {
            Self::Bare(code) => code.to_owned(),
            Self::Response(response) => code_from_response(response).code.to_owned(),
        }
    }
}

fn code<'r>(fields: Fields<'r>, columns: &Columns) -> Result<Code<'r>, String> {
    let (code, response) = (columns.name(Column::Code), columns.name(Column::Response));
    if let Some(code) = fields.optional_text(code)? {
        Ok(Code::Bare(code))
    } else if let Some(response) = fields.optional_text(response)? {
        Ok(Code::Response(response))
    } else {
        Err(format!("`{code}` and `{response}` are missing; expected one of them"))
    }
}

fn repair(code: Code, round: u32, place: Place) -> Remediation {
    Remediation { round, attempt: Attempt::Answered { code: code.into_text(), recorded: None }, place }
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
