//! The result of one text in Python.

use std::{borrow::Cow, ops::Range};

use oxsec::{answer::Language, check::RowOutcome, cvss_score};
use oxsec_rules::{Entry, LintMessage, catalogue};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyList, PyString, PyTuple},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    from_json,
    text::{Text, code_point_offsets},
    to_python, value_error,
};

/// The outcome of one text, apart from the text: free of Python, so that threads make it.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Outcome {
    /// The status: `code`, `unparsable`, `empty`, `refused` and so on.
    pub status: Cow<'static, str>,
    /// The name that the text was analyzed under.
    pub filename: Cow<'static, str>,
    /// The code, where it was taken out of the text.
    pub code: Option<String>,
    pub messages: Vec<Message>,
    pub suppressed: Vec<Suppressed>,
}

/// ESLint's message, which unlike the analyzer's own can be read back.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub rule_id: Option<Cow<'static, str>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fatal: bool,
    pub severity: u8,
    pub message: String,
    pub line: u32,
    pub column: u32,
    pub node_type: Option<Cow<'static, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<Cow<'static, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u32>,
    /// Fix, suggestions, evidence: whatever else the message carries.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, Value>,
}

/// A message that comments suppress, with these comments.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Suppressed {
    #[serde(flatten)]
    pub message: Message,
    pub suppressions: Value,
}

/// The names of the fields of a message that [`Message`] has itself.
const HELD: [&str; 10] =
    ["ruleId", "fatal", "severity", "message", "line", "column", "nodeType", "messageId", "endLine", "endColumn"];

impl Message {
    fn new(message: LintMessage) -> Self {
        // Nearly all messages have nothing else; only the others are converted through JSON.
        let is_plain = message.fix.is_none()
            && message.suggestions.is_empty()
            && message.evidence.is_none()
            && message.judgement.is_none()
            && !message.is_note;
        let rest = if is_plain {
            serde_json::Map::new()
        } else {
            match serde_json::to_value(&message) {
                Ok(Value::Object(fields)) => {
                    fields.into_iter().filter(|(name, _)| !HELD.contains(&name.as_str())).collect()
                }
                _ => serde_json::Map::new(),
            }
        };
        Self {
            rule_id: message.rule_id,
            fatal: message.fatal,
            severity: message.severity as u8,
            message: message.message,
            line: message.line,
            column: message.column,
            node_type: message.node_type.map(Cow::Borrowed),
            message_id: message.message_id.map(Cow::Borrowed),
            end_line: message.end_line,
            end_column: message.end_column,
            rest,
        }
    }

    /// Returns whether it is a finding of a rule, and not one of ESLint's messages about syntax, directives and
    /// configuration.
    pub fn is_finding(&self) -> bool {
        self.rule_id.is_some() && self.message_id.is_some() && !self.fatal
    }

    /// Returns whether the finding is a remark, which counts nowhere.
    pub fn is_note(&self) -> bool {
        self.rest.contains_key("level")
    }

    /// Returns whether the finding carries a proof.
    pub fn is_proven(&self) -> bool {
        self.rest.contains_key("evidence")
    }

    /// The verdict of oxsec's own analysis on a plugin's finding, where it was asked for.
    pub fn verdict(&self) -> Option<&str> {
        self.rest.get("verdict").and_then(Value::as_str)
    }

    /// The reason of the verdict, where it has one.
    pub fn verdict_reason(&self) -> Option<&str> {
        self.rest.get("verdictReason").and_then(Value::as_str)
    }

    /// The number of the weakness in the Common Weakness Enumeration: the finding's own, or its rule's.
    pub fn cwe(&self) -> Option<u16> {
        let own = self.rest.get("cwe").and_then(Value::as_u64).and_then(|cwe| u16::try_from(cwe).ok());
        own.or_else(|| Some(self.entry()?.meta.cwe))
    }

    /// The CVSS 3.1 base score of a typical finding of the rule.
    pub fn cvss(&self) -> Option<f64> {
        Some(cvss_score(self.entry()?.meta))
    }

    pub fn severity_name(&self) -> &'static str {
        match self.severity {
            _ if self.is_note() => "note",
            2 => "error",
            _ => "warning",
        }
    }

    fn entry(&self) -> Option<&'static Entry> {
        catalogue::entry(self.rule_id.as_deref()?)
    }

    /// Splits the message into what is wrong, its first line, and what to do about it.
    pub fn halves(&self) -> (&str, &str) {
        let (what, help) = self.message.split_once('\n').unwrap_or((&self.message, ""));
        let help = help.trim_start();
        (what, help.strip_prefix("Fix: ").unwrap_or(help))
    }
}

impl Outcome {
    /// Makes the outcome of a text, under the given name or that of its language.
    pub fn new(row: RowOutcome, filename: Option<&str>) -> Self {
        let RowOutcome { analysis, status, code, extraction } = row;
        let language = extraction.map_or(Language::JavaScript, |extraction| extraction.language);
        let suppressed = analysis.suppressed.into_iter().map(|suppressed| Suppressed {
            message: Message::new(suppressed.message),
            suppressions: serde_json::to_value(suppressed.suppressions).unwrap_or_default(),
        });
        Self {
            status: Cow::Borrowed(status.name()),
            filename: filename.map_or(Cow::Borrowed(language.file_name()), |filename| Cow::Owned(filename.to_owned())),
            code,
            suppressed: suppressed.collect(),
            messages: analysis.messages.into_iter().map(Message::new).collect(),
        }
    }

    pub fn findings(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(|message| message.is_finding())
    }

    /// The findings without remarks.
    pub fn counted(&self) -> impl Iterator<Item = &Message> {
        self.findings().filter(|message| !message.is_note())
    }

    pub fn is_code(&self) -> bool {
        self.status == "code"
    }
}

/// The result of one text.
#[pyclass(frozen, module = "oxsec")]
pub struct Result {
    outcome: Outcome,
    /// The text as it was given.
    text: Py<PyString>,
}

impl Result {
    pub fn new(outcome: Outcome, text: Py<PyString>) -> Self {
        Self { outcome, text }
    }
}

#[pymethods]
impl Result {
    /// The status of the text, such as `"code"` or `"refused"`. Only `"code"` is ever clean.
    #[getter]
    fn status(&self) -> &str {
        &self.outcome.status
    }

    /// The code that was analyzed, in which the findings' offsets count.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        match &self.outcome.code {
            Some(code) => PyString::new(py, code),
            None => self.text.bind(py).clone(),
        }
    }

    /// The name that the code was analyzed under.
    #[getter]
    fn filename(&self) -> &str {
        &self.outcome.filename
    }

    /// The findings, by line and column.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let found: Vec<&Message> = self.outcome.findings().collect();
        if found.is_empty() {
            return Ok(PyList::empty(py));
        }
        let code = Text::extract(self.code(py).as_any(), || "the code".into())?;
        let spans = code_point_spans(code.as_ref(), &found);
        let findings: Vec<Finding> =
            found.into_iter().zip(spans).map(|(message, span)| Finding::new(message, span)).collect();
        PyList::new(py, findings)
    }

    /// Returns whether the code has findings besides remarks. `False` says nothing about a text whose status is not
    /// `"code"`.
    #[getter]
    fn vulnerable(&self) -> bool {
        self.outcome.counted().next().is_some()
    }

    /// Returns whether the text is code without findings besides remarks.
    #[getter]
    fn clean(&self) -> bool {
        self.outcome.is_code() && !self.vulnerable()
    }

    /// The reason why the text could not be parsed or was not analyzed; `None` where it was.
    #[getter]
    fn error(&self) -> Option<&str> {
        self.outcome.messages.iter().find(|message| message.fatal).map(|message| message.message.as_str())
    }

    /// ESLint's result for the text: the dictionary that its JSON formatter would write.
    fn to_eslint<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let messages = &self.outcome.messages;
        let count = |severity: u8, is_counted: fn(&Message) -> bool| {
            let counted = messages.iter().filter(|message| message.severity == severity && !message.is_note());
            counted.filter(|message| is_counted(message)).count()
        };
        let is_fixable = |message: &Message| message.rest.contains_key("fix");
        to_python(
            py,
            &serde_json::json!({
                "filePath": self.outcome.filename,
                "messages": messages,
                "suppressedMessages": self.outcome.suppressed,
                "errorCount": count(2, |_| true),
                "fatalErrorCount": count(2, |message| message.fatal),
                "warningCount": count(1, |_| true),
                "fixableErrorCount": count(2, is_fixable),
                "fixableWarningCount": count(1, is_fixable),
                "usedDeprecatedRules": [],
            }),
        )
    }

    fn __repr__(&self) -> String {
        let findings = self.outcome.findings().count();
        format!("Result(status='{}', findings={findings})", self.outcome.status)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>, py: Python<'_>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let other = other.get();
        Ok(self.outcome == other.outcome && self.text.bind(py).as_any().eq(&other.text)?)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = py.import("oxsec._oxsec")?.getattr("restore_result")?;
        let outcome = serde_json::to_string(&self.outcome).map_err(value_error)?;
        Ok((restore, (self.text.bind(py), outcome).into_pyobject(py)?))
    }
}

/// Makes a result from its pickled form.
#[pyfunction]
pub fn restore_result(text: Py<PyString>, outcome: &str) -> PyResult<Result> {
    Ok(Result::new(from_pickled(outcome)?, text))
}

/// The places of findings, start and end, in code points from the start of the code.
pub fn code_point_spans(code: &str, found: &[&Message]) -> Vec<Range<usize>> {
    let places: Vec<(u32, u32)> = found
        .iter()
        .flat_map(|message| {
            let start = (message.line, message.column);
            [start, message.end_line.zip(message.end_column).unwrap_or(start)]
        })
        .collect();
    let offsets = code_point_offsets(code, &places);
    offsets.chunks_exact(2).map(|ends| ends[0]..ends[1].max(ends[0])).collect()
}

/// One finding: what is wrong where, how bad it is, and what to do.
#[pyclass(frozen, eq, get_all, module = "oxsec")]
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Finding {
    /// ESLint's rule id, such as `pg/no-unsafe-query`.
    rule: String,
    message_id: String,
    /// The weakness, with CWE and level, in one line.
    message: String,
    /// The way to mend it.
    help: String,
    /// `"error"`, `"warning"`, or `"note"`: a remark that counts nowhere.
    severity: Cow<'static, str>,
    /// The number of the weakness in the Common Weakness Enumeration.
    cwe: Option<u16>,
    /// The CVSS 3.1 base score of a typical instance.
    cvss: Option<f64>,
    /// 1-based; columns count UTF-16 units, as ESLint's.
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    /// The finding's place in code points: `result.code[start:end]`.
    start: usize,
    end: usize,
    /// The proof as JSON, where the rule gives one.
    evidence_json: Option<String>,
    /// The verdict on a plugin's finding, of an analyzer with `verdict=True`: `"confirmed"`, `"refuted"`, `"unproven"`
    /// or `"not applicable"`.
    verdict: Option<String>,
    /// The reason for the verdict.
    verdict_reason: Option<String>,
}

impl Finding {
    fn new(message: &Message, span: Range<usize>) -> Self {
        let (what, help) = message.halves();
        Self {
            rule: message.rule_id.as_deref().unwrap_or_default().to_owned(),
            message_id: message.message_id.as_deref().unwrap_or_default().to_owned(),
            message: what.to_owned(),
            help: help.to_owned(),
            severity: Cow::Borrowed(message.severity_name()),
            cwe: message.cwe(),
            cvss: message.cvss(),
            line: message.line,
            column: message.column,
            end_line: message.end_line.unwrap_or(message.line),
            end_column: message.end_column.unwrap_or(message.column),
            start: span.start,
            end: span.end,
            evidence_json: message.rest.get("evidence").map(Value::to_string),
            verdict: message.verdict().map(str::to_owned),
            verdict_reason: message.verdict_reason().map(str::to_owned),
        }
    }
}

#[pymethods]
impl Finding {
    /// The proof: the source, the steps, the sink and the witness, or the fact; `None` where the rule gives none.
    #[getter]
    fn evidence<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.evidence_json.as_deref().map(|json| from_json(py, json)).transpose()
    }

    fn __repr__(&self) -> String {
        format!("Finding({} at {}:{}: {:?})", self.rule, self.line, self.column, self.message)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = py.import("oxsec._oxsec")?.getattr("restore_finding")?;
        let finding = serde_json::to_string(self).map_err(value_error)?;
        Ok((restore, (finding,).into_pyobject(py)?))
    }
}

/// Makes a finding from its pickled form.
#[pyfunction]
pub fn restore_finding(finding: &str) -> PyResult<Finding> {
    from_pickled(finding)
}

fn from_pickled<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| PyTypeError::new_err(format!("this was not pickled by oxsec: {error}")))
}
