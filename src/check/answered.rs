//! A row's text, given as code or as what a model said, and what its analysis says.

use oxsec_rules::{Analysis, Analyzer};

use crate::answer::{Extracted, Extraction, Said, Status};

/// A row's text and what is known of it.
pub struct Given<'a> {
    pub text: &'a str,
    /// Whether code is to be taken out of the text.
    pub is_response: bool,
    /// The language that the row or the call names.
    pub said: Option<Said>,
    pub filename: Option<&'a str>,
}

/// The outcome of a row.
pub struct RowOutcome {
    pub analysis: Analysis,
    pub status: Status,
    /// The code that was taken out of the text.
    pub code: Option<String>,
    /// How it was taken out.
    pub extraction: Option<Extraction>,
}

impl Given<'_> {
    /// Analyzes the row's code, under the row's name, the name of its language, or else `nameless`.
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
