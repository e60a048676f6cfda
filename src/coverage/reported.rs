//! The reports of tools (ESLint's JSON, SARIF, or oxsec itself) as findings at lines with their weaknesses.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Component, Path, PathBuf},
};

use oxsec_rules::catalogue::entry;
use serde_json::Value;
use thiserror::Error;

/// A finding of any tool.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reported {
    /// The first and last line, 1-based.
    pub lines: (u32, u32),
    pub rule: String,
    pub message_id: Option<String>,
    /// Its weaknesses; empty where the tool names none.
    pub cwes: Vec<u16>,
}

/// The findings of one tool by file, relative to the labelled folder.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub tool: String,
    pub files: BTreeMap<String, Vec<Reported>>,
    /// Files that the tool names and that are not in the labelled folder.
    pub foreign: Vec<String>,
}

/// The reason why another tool's findings cannot be read.
#[derive(Debug, Error)]
pub enum ReportError {
    #[error("`{}` cannot be read: {error}", .path.display())]
    Unreadable { path: PathBuf, error: std::io::Error },
    #[error("`{}` is not JSON: {error}", .path.display())]
    Json { path: PathBuf, error: serde_json::Error },
    #[error("`{}` is neither ESLint's JSON (a list of results) nor SARIF (an object with `runs`)", .0.display())]
    Shape(PathBuf),
}

impl Report {
    /// Reads a tool's findings over the code in `folder`. `cwes` has the weaknesses of rules whose findings name none.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is neither ESLint's JSON nor SARIF.
    pub fn read(tool: &str, path: &Path, folder: &Path, cwes: &HashMap<String, u16>) -> Result<Self, ReportError> {
        let bytes = fs::read(path).map_err(|error| ReportError::Unreadable { path: path.to_owned(), error })?;
        let value: Value =
            serde_json::from_slice(&bytes).map_err(|error| ReportError::Json { path: path.to_owned(), error })?;
        let mut report = Self { tool: tool.to_owned(), ..Self::default() };
        let root = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        match &value {
            Value::Array(results) => report.add_eslint(results, &root, cwes),
            Value::Object(object) if object.get("runs").is_some_and(Value::is_array) => {
                report.add_sarif(&value, &root, cwes);
            }
            _ => return Err(ReportError::Shape(path.to_owned())),
        }
        report.files.values_mut().for_each(|findings| findings.sort());
        Ok(report)
    }

    fn add_eslint(&mut self, results: &[Value], root: &Path, cwes: &HashMap<String, u16>) {
        for result in results {
            let Some(file) = result["filePath"].as_str() else { continue };
            let findings = list(&result["messages"]).iter().filter_map(|message| {
                let is_note = message["level"] == "note" || message["severity"] == 0;
                let rule = message["ruleId"].as_str().filter(|_| !is_note && message["fatal"] != true)?;
                let first = number(&message["line"])?;
                let own = cwe_list(&message["cwe"]);
                Some(Reported {
                    lines: (first, number(&message["endLine"]).unwrap_or(first).max(first)),
                    rule: rule.to_owned(),
                    message_id: message["messageId"].as_str().map(str::to_owned),
                    cwes: if own.is_empty() { cwes_of(rule, cwes) } else { own },
                })
            });
            self.add(file, root, findings.collect());
        }
    }

    fn add_sarif(&mut self, sarif: &Value, root: &Path, cwes: &HashMap<String, u16>) {
        for run in list(&sarif["runs"]) {
            let extensions = list(&run["tool"]["extensions"]).iter();
            let components = std::iter::once(&run["tool"]["driver"]).chain(extensions);
            let rules: HashMap<&str, Vec<u16>> = components
                .flat_map(|component| list(&component["rules"]))
                .filter_map(|rule| Some((rule["id"].as_str()?, sarif_cwes(rule))))
                .collect();
            for result in list(&run["results"]) {
                let rule = result["ruleId"].as_str().or_else(|| result["rule"]["id"].as_str());
                let location = &result["locations"][0]["physicalLocation"];
                let (Some(rule), Some(file)) = (rule, location["artifactLocation"]["uri"].as_str()) else { continue };
                let Some(first) = number(&location["region"]["startLine"]) else { continue };
                let known = rules.get(rule).filter(|cwes| !cwes.is_empty()).cloned();
                let finding = Reported {
                    lines: (first, number(&location["region"]["endLine"]).unwrap_or(first).max(first)),
                    rule: rule.to_owned(),
                    message_id: result["message"]["id"].as_str().map(str::to_owned),
                    cwes: known.unwrap_or_else(|| cwes_of(rule, cwes)),
                };
                let file = decoded(file.strip_prefix("file://").unwrap_or(file));
                self.add(&file, root, vec![finding]);
            }
        }
    }

    /// Adds findings of a file, whose name is absolute or relative to the labelled folder or the current one.
    pub fn add(&mut self, file: &str, root: &Path, findings: Vec<Reported>) {
        match relative_to(file, root) {
            Some(file) => self.files.entry(file).or_default().extend(findings),
            None => {
                if self.foreign.last().is_none_or(|last| last != file) {
                    self.foreign.push(file.to_owned());
                }
            }
        }
    }

    /// Returns the findings in a file.
    pub fn of(&self, file: &str) -> &[Reported] {
        self.files.get(file).map_or(&[], Vec::as_slice)
    }
}

impl Reported {
    /// Returns whether the finding is on a label's lines: it begins on one of them, or is at most ten lines long and
    /// extends over the first.
    pub fn is_on(&self, lines: Option<(u32, u32)>) -> bool {
        /// The lines of the longest finding that is about all its lines; a longer one, such as a whole function, is
        /// not.
        const MAX_LINES: u32 = 10;
        let Some((first, last)) = lines else { return true };
        let (start, end) = self.lines;
        (first..=last).contains(&start) || end - start <= MAX_LINES && (start..=end).contains(&first)
    }
}

/// Returns a URI's path with its percent-encoding undone (RFC 3986), or unchanged where the result is not text.
fn decoded(uri: &str) -> String {
    let mut bytes = Vec::with_capacity(uri.len());
    let mut rest = uri.as_bytes();
    while let [first, others @ ..] = rest {
        let code = match rest {
            [b'%', high, low, ..] => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                digit(*high).zip(digit(*low)).and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
            }
            _ => None,
        };
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &rest[3..] } else { others };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| uri.to_owned())
}

/// Returns the file's name relative to the labelled folder, with `/`; `None` where it is not in there.
fn relative_to(file: &str, root: &Path) -> Option<String> {
    let path = Path::new(file);
    let inside = |path: &Path| {
        let path = fs::canonicalize(path).ok()?;
        let relative = path.strip_prefix(root).ok()?;
        Some(relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
    };
    if path.is_absolute() {
        return inside(path);
    }
    let stays = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if stays && root.join(path).is_file() { inside(&root.join(path)) } else { inside(path) }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn cwe_list(value: &Value) -> Vec<u16> {
    let one = |value: &Value| number(value).and_then(|number| u16::try_from(number).ok());
    match value {
        Value::Array(values) => values.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect(),
    }
}

/// Returns the weaknesses of a rule: those that the user gave, or else oxsec's for its own rules.
fn cwes_of(rule: &str, given: &HashMap<String, u16>) -> Vec<u16> {
    given.get(rule).copied().or_else(|| entry(rule).map(|entry| entry.meta.cwe)).into_iter().collect()
}

/// Returns the weaknesses in a SARIF rule's tags or properties, as code scanning (`external/cwe/cwe-089`) and Semgrep
/// (`CWE-89: …`) write them.
fn sarif_cwes(rule: &Value) -> Vec<u16> {
    let properties = &rule["properties"];
    let texts =
        list(&properties["tags"]).iter().chain(list(&properties["cwe"])).chain(std::iter::once(&properties["cwe"]));
    let number = |text: &str| {
        let text = text.to_ascii_lowercase();
        let digits = text.split("cwe-").nth(1)?;
        digits[..digits.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(digits.len())].parse().ok()
    };
    let mut cwes: Vec<u16> = texts.filter_map(Value::as_str).filter_map(number).collect();
    cwes.dedup();
    cwes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_sarif_are_decoded() {
        assert_eq!(decoded("a%2Bb/c%20d.js"), "a+b/c d.js");
        assert_eq!(decoded("100%/%zz%4"), "100%/%zz%4");
        assert_eq!(decoded("%E4%B8%AD.js"), "中.js");
        assert_eq!(decoded("%ff.js"), "%ff.js");
    }
}
