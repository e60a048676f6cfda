//! The assignment of prompts to groups of tasks.

use std::path::Path;

use globset::{Glob, GlobMatcher};
use serde_json::Value;

use super::UNASSIGNED_DOMAIN;

/// The domains of the twenty-prompt benchmark of the stored experiment, by prefix of its prompts' ids. Its files do not
/// name them.
const KNOWN_PREFIXES: [(&str, &str); 5] = [
    ("auth-", "authentication"),
    ("cmd-", "command-execution"),
    ("config-", "configuration"),
    ("db-", "database"),
    ("file-", "file-io"),
];

/// Assigns prompts to domains: by a mapping file, then by the experiment's own statement, then by the prompt's id if it
/// belongs to a known benchmark.
#[derive(Clone, Debug, Default)]
pub struct Domains {
    mapped: Vec<(GlobMatcher, String)>,
}

/// The reason why a mapping file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DomainsError {
    #[error("{file}: cannot be read: {source}")]
    Unreadable { file: String, source: std::io::Error },
    #[error("{file}:{}:{}: is not JSON: {source}", source.line(), source.column())]
    NotJson { file: String, source: serde_json::Error },
    #[error("{file}: {what}; expected an object such as {{\"database\": [\"db-get-user-by-id\", \"sql-*\"]}}")]
    Shape { file: String, what: String },
    #[error("{file}: domain `{domain}`: {source}")]
    Pattern { file: String, domain: String, source: globset::Error },
}

impl Domains {
    /// Reads a mapping file: a JSON object with a list of prompt ids, or patterns of them, for each domain.
    pub fn read(path: &Path) -> Result<Self, DomainsError> {
        let file = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|source| DomainsError::Unreadable { file: file.clone(), source })?;
        let value =
            serde_json::from_slice(&bytes).map_err(|source| DomainsError::NotJson { file: file.clone(), source })?;
        Self::from_value(file, &value)
    }

    fn from_value(file: String, value: &Value) -> Result<Self, DomainsError> {
        let shape = |what: String| DomainsError::Shape { file: file.clone(), what };
        let domains = value.as_object().ok_or_else(|| shape("is not an object".into()))?;
        let mut mapped = Vec::new();
        for (domain, prompts) in domains {
            let prompts = prompts.as_array().ok_or_else(|| shape(format!("domain `{domain}` is not a list")))?;
            for prompt in prompts {
                let prompt = prompt.as_str().ok_or_else(|| shape(format!("domain `{domain}` lists {prompt}")))?;
                let pattern = Glob::new(prompt).map_err(|source| DomainsError::Pattern {
                    file: file.clone(),
                    domain: domain.clone(),
                    source,
                })?;
                mapped.push((pattern.compile_matcher(), domain.clone()));
            }
        }
        Ok(Self { mapped })
    }

    /// Returns the domain of a prompt; `stated` is the experiment's own statement.
    pub(super) fn of<'a>(&'a self, prompt: &str, stated: Option<&'a str>) -> &'a str {
        let mapped = self.mapped.iter().find(|(pattern, _)| pattern.is_match(prompt));
        let known = || KNOWN_PREFIXES.iter().find(|(prefix, _)| prompt.starts_with(prefix)).map(|(_, domain)| *domain);
        mapped.map(|(_, domain)| domain.as_str()).or(stated).or_else(known).unwrap_or(UNASSIGNED_DOMAIN)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_mapping_wins_then_the_experiment_then_the_id() {
        let domains = Domains::from_value("domains.json".into(), &json!({"storage": ["db-get-*", "other"]})).unwrap();
        assert_eq!(domains.of("db-get-user-by-id", Some("database")), "storage");
        assert_eq!(domains.of("db-delete-user", Some("sql")), "sql");
        assert_eq!(domains.of("db-delete-user", None), "database");
        assert_eq!(domains.of("HumanEval/0", None), UNASSIGNED_DOMAIN);
    }

    #[test]
    fn a_mapping_of_another_shape_is_refused_by_name() {
        for (value, expected) in [
            (json!([]), "domains.json: is not an object"),
            (json!({"a": "db-*"}), "domain `a` is not a list"),
            (json!({"a": [1]}), "domain `a` lists 1"),
            (json!({"a": ["["]}), "domains.json: domain `a`: error parsing glob"),
        ] {
            let error = Domains::from_value("domains.json".into(), &value).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
