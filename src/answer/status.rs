//! The status of an answer.

use oxsec_rules::{Analysis, LintMessage, Verdict};
use serde::{Serialize, Serializer};

use super::text;

/// The status of an answer. Only [`Code`](Self::Code) can be clean code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It parses and does something.
    Code,
    /// It is meant as code and does not parse.
    Unparsable,
    /// It is empty, or all comments.
    Empty,
    /// It is prose: a refusal, a question, a word, a list.
    Refused,
    /// It was given as code and is Markdown: it contains a fence.
    Fenced,
    /// It is incomplete.
    CutOff,
    /// It is a change to other code.
    Patch,
    /// It is code or data of another language.
    OtherLanguage,
    /// It is over a limit and was not analyzed.
    OverLimit,
    /// There is no answer: the call failed, and the text says so.
    Failed,
}

impl Status {
    /// The statuses in the order of tables.
    pub const ALL: [Self; 10] = [
        Self::Code,
        Self::Unparsable,
        Self::Empty,
        Self::Refused,
        Self::Fenced,
        Self::CutOff,
        Self::Patch,
        Self::OtherLanguage,
        Self::OverLimit,
        Self::Failed,
    ];

    /// Returns the word for it in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Unparsable => "unparsable",
            Self::Empty => "empty",
            Self::Refused => "refused",
            Self::Fenced => "fenced",
            Self::CutOff => "cut-off",
            Self::Patch => "patch",
            Self::OtherLanguage => "other-language",
            Self::OverLimit => "over-limit",
            Self::Failed => "failed",
        }
    }

    /// Returns the status of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Returns the phrase for one answer of this status, or for several: `does not parse`, `do not parse`.
    pub fn phrase(self, count: u32) -> &'static str {
        let [one, several] = match self {
            Self::Code => ["is code", "are code"],
            Self::Unparsable => ["does not parse", "do not parse"],
            Self::Empty => ["holds no statement", "hold no statement"],
            Self::Refused => ["is prose", "are prose"],
            Self::Fenced => ["is Markdown with a fence", "are Markdown with fences"],
            Self::CutOff => ["is cut off", "are cut off"],
            Self::Patch => ["is a patch", "are patches"],
            Self::OtherLanguage => ["is of another language", "are of other languages"],
            Self::OverLimit => ["is over a limit", "are over a limit"],
            Self::Failed => ["is a failed call's notice", "are failed calls' notices"],
        };
        if count == 1 { one } else { several }
    }

    /// Returns the status of a text that was analyzed as it is.
    pub fn of(source: &str, analysis: &Analysis) -> Self {
        Self::judge(source, analysis.verdict, || analysis.messages.iter().find(|message| message.fatal))
    }

    /// Returns the status of a text with this verdict; `error` returns the message that says why it does not parse.
    fn judge<'m>(source: &str, verdict: Verdict, error: impl FnOnce() -> Option<&'m LintMessage>) -> Self {
        match verdict {
            Verdict::OverLimit => Self::OverLimit,
            // A patch can parse: `-f();` and `+g();` are statements.
            Verdict::Code if text::is_patch(source) => Self::Patch,
            Verdict::Code if text::only_looks_like_code(source) => Self::OtherLanguage,
            Verdict::Code => Self::Code,
            Verdict::NoStatement => Self::Empty,
            Verdict::Inert => Self::of_no_code(source, false),
            Verdict::Unparsable => {
                let is_cut_off =
                    error().is_some_and(|error| text::is_at_end(source, error.line, error.column, &error.message));
                Self::of_no_code(source, is_cut_off)
            }
        }
    }

    /// Returns the status of a text that is not code. `ends_early`: the parser expected more.
    pub(super) fn of_no_code(source: &str, ends_early: bool) -> Self {
        if text::begins_with_fence(source) {
            Self::Fenced
        } else if text::is_patch(source) {
            Self::Patch
        } else if text::is_other_language(source) {
            Self::OtherLanguage
        } else if text::has_fence(source) {
            Self::Fenced
        } else if source.trim().is_empty() {
            Self::Empty
        } else if text::is_prose(source, ends_early) {
            Self::Refused
        } else if ends_early {
            Self::CutOff
        } else {
            Self::Unparsable
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use oxsec_rules::{Analyzer, RuleSet};

    use super::*;

    fn status(source: &str) -> Status {
        let mut analyzer = Analyzer::new(&RuleSet::new());
        Status::of(source, &analyzer.analyze("answer.js", source))
    }

    #[test]
    fn code_is_what_parses_and_does_something() {
        for code in ["f();", "const a = 1;", "x => x + 1", "/* a */ a = b - c\n+ d;"] {
            assert_eq!(status(code), Status::Code, "{code}");
        }
        for empty in ["", " \n", "// nothing\n", "/* f() */"] {
            assert_eq!(status(empty), Status::Empty, "{empty}");
        }
    }

    #[test]
    fn words_and_prose_are_no_code() {
        for prose in [
            "Sure",
            "Note: x",
            "https://example.com/x",
            "42",
            "\"I cannot help with that.\"",
            "- none",
            "No.",
            "N/A",
            "safe",
            "I'm sorry, but I can't help with that request.",
            "I cannot assist with creating this code because it is unsafe.",
            "Could you tell me which database you use?",
            "- use parameters\n- check the input\n- log errors",
            "1. First, validate the input.\n2. Then run the query.",
            "# Answer\n\nThe code is already secure.",
            "对不起，我无法帮助您完成此请求。",
            "Désolé, je ne peux pas vous aider.",
            "No changes are needed; the code is fine.",
            "The code looks good!",
            "* item one\n* item two",
            "I can't do that (it would be unsafe).",
        ] {
            assert_eq!(status(prose), Status::Refused, "{prose}");
        }
    }

    #[test]
    fn code_that_breaks_off_is_cut_off_and_other_broken_code_is_unparsable() {
        for cut in [
            "function f() {\n  return 1;",
            "const a = [1, 2,",
            "const s = `abc\ndef",
            "f(x, ",
            "/* a comment",
            "if (a) {\n  const b = 'c",
            "const rows = await pool.query(",
        ] {
            assert_eq!(status(cut), Status::CutOff, "{cut}");
        }
        for broken in
            ["const = 1;\nf();", "function f( { return 1; }\nf();", "let a = 1;\nlet a = 2;", "const a: string = 'x';"]
        {
            assert_eq!(status(broken), Status::Unparsable, "{broken}");
        }
    }

    #[test]
    fn patches_are_patches_even_where_they_parse() {
        for patch in [
            "-exec(\"ls \" + a);\n+execFile(\"ls\", [a]);\n",
            "--- a/x.js\n+++ b/x.js\n@@ -1,2 +1,2 @@\n-a();\n+b();\n",
            "diff --git a/x.js b/x.js\nindex 1..2 100644\n",
            " const a = 1;\n-f(a);\n+g(a);\n",
            "*** Begin Patch\n*** Update File: a.js\n@@\n-a\n+b\n*** End Patch",
            "<<<<<<< SEARCH\na();\n=======\nb();\n>>>>>>> REPLACE",
            "src/run.js\n<<<<<<< SEARCH\na();\n=======\nb();\n>>>>>>> REPLACE",
        ] {
            assert_eq!(status(patch), Status::Patch, "{patch}");
        }
    }

    #[test]
    fn other_languages_are_named() {
        for other in [
            "{\"type\": \"module\"}",
            "[1, 2, {\"a\": 3}]",
            "def run(name):\n    import os\n    os.system('ls ' + name)\n",
            "#!/bin/bash\nnpm install pg\n",
            "npm install pg",
            "$ npm install pg\n$ node run.js",
            "SELECT * FROM users WHERE id = 1;",
            "<!DOCTYPE html>\n<html><body></body></html>",
            "<?php\necho $_GET['a'];\n",
            "package main\n\nfunc main() {}\n",
            "#include <stdio.h>\nint main() { return 0; }",
            "import os\nfrom flask import Flask\n\napp = Flask(__name__)\n",
            "public class A {\n  public static void main(String[] args) {}\n}",
            "CREATE TABLE a (id INT);",
            "DB_HOST=localhost\nDB_PORT=5432\n",
            "# .env\nexport TOKEN=abc\n",
        ] {
            assert_eq!(status(other), Status::OtherLanguage, "{other}");
        }
    }

    #[test]
    fn a_fence_in_code_is_never_code() {
        for fenced in [
            "```js\nf();\n```",
            "~~~\nf();\n~~~",
            "Here:\n\n```js\nf()\n```\n",
            "```js\nf();",
            "  ```\nf()\n  ```",
            "f();\n```",
        ] {
            assert_eq!(status(fenced), Status::Fenced, "{fenced}");
        }
    }
}
