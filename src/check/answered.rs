//! The analysis of a row's text, which is code or a model's response.

use oxsec_rules::{Analysis, Analyzer};

use crate::answer::{Extracted, Extraction, Said, Status};

/// The text of a row, with its properties.
pub struct Given<'a> {
    pub text: &'a str,
    /// The text is a response, from which code is extracted.
    pub is_response: bool,
    /// The language that the row or the call gives.
    pub said: Option<Said>,
    pub filename: Option<&'a str>,
}

/// The outcome of a row.
pub struct RowOutcome {
    pub analysis: Analysis,
    pub status: Status,
    /// The extracted code.
    pub code: Option<String>,
    /// The way in which it was extracted.
    pub extraction: Option<Extraction>,
}

impl Given<'_> {
    /// Analyzes the row's code, under the row's file name, its language's, or else `nameless`.
    pub fn analyze(&self, analyzer: &mut Analyzer, nameless: &str) -> RowOutcome {
        let extracted = self.is_response.then(|| Extracted::from_response(self.text, self.said));
        let code = extracted.as_ref().map_or(self.text, |extracted| extracted.code.as_str());
        let path = match (self.filename, &extracted, self.said) {
            (Some(filename), ..) => filename,
            (_, Some(extracted), _) => extracted.language.file_name(),
            (_, _, Some(Said::Known(language))) => language.file_name(),
            _ => nameless,
        };
        let analysis = analyzer.analyze(path, code);
        let status = match (&extracted, self.said) {
            (Some(extracted), _) if extracted.status != Status::Code => extracted.status,
            (None, Some(Said::Other)) => Status::OtherLanguage,
            _ => Status::of(code, &analysis),
        };
        let (code, extraction) = extracted.map(|extracted| (extracted.code, extracted.extraction)).unzip();
        RowOutcome { analysis, status, code, extraction }
    }
}
