//! The extraction of code from raw answers: envelopes, reasoning, fences, language, status.
//!
//! This module alone decides which part of an answer is its code, wherever answers come from. Nothing is executed: text
//! is parsed, and its declarations are examined.

mod blocks;
mod envelope;
mod language;
mod markdown;
mod notice;
mod prose;
mod reader;
mod reasoning;
mod select;
mod status;
mod text;

use serde::Serialize;

use reader::{Reader, status_of};
use select::{Joined, Origin};

pub use envelope::parts;
pub use language::{Language, Said};
pub use notice::failure_notice;
pub use select::{LeftOut, Why};
pub use status::Status;

/// The version of the extraction. It changes whenever the same answer can yield different code, so that a journal
/// records which version began it.
pub const EXTRACTOR_VERSION: u32 = 3;

/// The code in an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    pub code: String,
    pub language: Language,
    /// The status, as far as it can be known before the code is analyzed.
    pub status: Status,
    pub extraction: Extraction,
}

/// The way in which code was taken from an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Extraction {
    pub reading: Reading,
    pub language: Language,
    /// The JSON that the answer was wrapped in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub envelope: Option<&'static str>,
    /// The reason why the call failed, where the answer gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The origin of the code's lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Lines>,
}

/// The part of an answer that is its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// All of it.
    Whole,
    /// All but the sentences before and after.
    WithoutProse,
    /// One block.
    Block,
    /// Several blocks, put together.
    Blocks,
    /// The contents of `<script>` elements.
    Scripts,
    /// Code indented by four spaces.
    Indented,
    /// Nothing: there is no code.
    None,
}

/// Consecutive lines of code that are consecutive in the answer too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// The first of them in the code, from 1.
    pub line: usize,
    pub count: usize,
    /// The number of their block, from 1; 0 where the code is not in a block.
    pub block: usize,
    /// The first of them in the answer, from 1, counted in the envelope's contents.
    pub raw: usize,
}

impl Extracted {
    /// Extracts the code of an answer. `said` is the language that the caller gives.
    pub fn from_response(response: &str, said: Option<Said>) -> Self {
        let Some((name, content)) = envelope::open(response) else { return Reader::new(said).read(response) };
        let mut extracted = match content {
            envelope::Content::Text { text, is_cut_off } => {
                let mut extracted = Reader::new(said).read(&text);
                if is_cut_off && extracted.status != Status::Failed {
                    extracted.status = Status::CutOff;
                }
                extracted
            }
            envelope::Content::Files(files) => Reader::new(said).files(&files),
            envelope::Content::Failed(reason) => Self {
                extraction: Extraction { failure: Some(reason), ..Extraction::none() },
                ..Self::without_code(Status::Failed)
            },
        };
        extracted.extraction.envelope = Some(name);
        extracted
    }

    fn without_code(status: Status) -> Self {
        let language = Language::JavaScript;
        Self { code: String::new(), language, status, extraction: Extraction::none() }
    }

    fn new(code: String, language: Language, status: Status, reading: Reading, origins: &[Origin]) -> Self {
        let extraction = Extraction { reading, language, lines: runs(origins), ..Extraction::none() };
        Self { code, language, status, extraction }
    }

    fn of_joined(joined: Joined, reading: Reading) -> Self {
        let Joined { code, language, origins, outline, blocks, left_out, is_open } = joined;
        let reading = if reading == Reading::Block && blocks > 1 { Reading::Blocks } else { reading };
        let status = match status_of(&code, &outline) {
            _ if is_open => Status::CutOff,
            // The fence is part of the code: the answer's own fence was removed.
            Status::Fenced => Status::Unparsable,
            status => status,
        };
        let mut extracted = Self::new(code, language, status, reading, &origins);
        extracted.extraction.left_out = left_out;
        extracted
    }
}

impl Extraction {
    /// Returns the text before the code and after it, without fences; both empty where an envelope was opened.
    pub fn around<'r>(&self, response: &'r str) -> (&'r str, &'r str) {
        let raws = || self.lines.iter().filter(|_| self.envelope.is_none());
        let (Some(first), Some(last)) = (raws().map(|it| it.raw).min(), raws().map(|it| it.raw + it.count).max())
        else {
            return ("", "");
        };
        let starts = markdown::line_starts(response);
        let at = |line: usize| starts.get(line - 1).copied().unwrap_or(response.len());
        let before = &response[..at(first)];
        let after = &response[at(last)..];
        let fence_start = before.trim_end().rfind('\n').map_or(0, |at| at + 1);
        let before = if text::is_fence(&before[fence_start..]) { &before[..fence_start] } else { before };
        let after = match after.split_once('\n') {
            Some((line, rest)) if text::is_fence(line) => rest,
            None if text::is_fence(after) => "",
            _ => after,
        };
        (before, after)
    }

    fn none() -> Self {
        Self {
            reading: Reading::None,
            language: Language::JavaScript,
            envelope: None,
            failure: None,
            left_out: Vec::new(),
            lines: Vec::new(),
        }
    }
}

/// Joins consecutive lines into runs.
fn runs(origins: &[Origin]) -> Vec<Lines> {
    let mut runs: Vec<Lines> = Vec::new();
    for (index, origin) in origins.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if run.block == origin.block && run.raw + run.count == origin.raw => run.count += 1,
            _ => runs.push(Lines { line: index + 1, count: 1, block: origin.block, raw: origin.raw }),
        }
    }
    runs
}

#[cfg(test)]
mod tests;
