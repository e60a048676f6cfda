//! Workflow commands of GitHub Actions, which annotate the changes of a pull request.

use super::{
    Format, Info, Settings,
    escape::{github_data, github_property},
    parts::{level, with_proof},
};
use crate::{check::LintResult, text::visible};

pub const INFO: Info = Info { name: "github", help: "Annotations for GitHub Actions" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(GitHub { settings: settings.clone() })
}

struct GitHub {
    settings: Settings,
}

impl Format for GitHub {
    fn result(&self, result: &LintResult) -> String {
        let path = github_property(&visible(&self.settings.relative(&result.file_path)));
        let mut text = String::new();
        for message in &result.messages {
            // GitHub's name for a note.
            let command = if message.is_note { "notice" } else { level(message) };
            let (line, column) = (message.line, message.column);
            let end_line = message.end_line.unwrap_or(line);
            // GitHub accepts columns only on a single line.
            let columns = match message.end_column {
                Some(end) if end_line == line => format!(",col={column},endColumn={end}"),
                _ if end_line == line => format!(",col={column}"),
                _ => String::new(),
            };
            let title = github_property(message.rule_id.as_deref().unwrap_or("oxsec"));
            let said = github_data(&with_proof(message));
            text += &format!("::{command} file={path},line={line},endLine={end_line}{columns},title={title}::{said}\n");
        }
        text
    }
}
