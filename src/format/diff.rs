//! The changes that fixes make, as a patch.

use similar::TextDiff;

use super::{Format, Info, Settings};
use crate::{
    check::LintResult,
    text::{visible, visible_line},
};

pub const INFO: Info = Info { name: "diff", help: "The changes that --fix makes, as a patch; --diff writes it" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Diff { settings: settings.clone() })
}

struct Diff {
    settings: Settings,
}

impl Format for Diff {
    fn result(&self, result: &LintResult) -> String {
        let Some((before, after)) = result.original.as_deref().zip(result.output.as_deref()) else {
            return String::new();
        };
        let path = visible_line(&self.settings.relative(&result.file_path));
        let diff = TextDiff::from_lines(before, after);
        let patch = diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string();
        let painted = patch.lines().map(|line| {
            let shown = visible(line);
            let rendition = match line.bytes().next() {
                Some(b'+') => "32",
                Some(b'-') => "31",
                Some(b'@') => "36",
                _ => return format!("{shown}\n"),
            };
            format!("{}\n", self.settings.terminal.paint(rendition, &shown))
        });
        painted.collect()
    }
}
