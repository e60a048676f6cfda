//! The languages of answers.

use serde::{Serialize, Serializer};

/// A language that is analyzed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    #[default]
    JavaScript,
    Jsx,
    TypeScript,
    Tsx,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 4] = [Self::JavaScript, Self::Jsx, Self::TypeScript, Self::Tsx];

    /// Returns the language of a word, such as a block's tag or an extension.
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word.trim().to_ascii_lowercase().as_str() {
            "js" | "javascript" | "node" | "nodejs" | "node.js" | "mjs" | "cjs" | "ecmascript" | "es6" | "es"
            | "express" => Self::JavaScript,
            "jsx" | "javascriptreact" | "react" => Self::Jsx,
            "ts" | "typescript" | "mts" | "cts" => Self::TypeScript,
            "tsx" | "typescriptreact" => Self::Tsx,
            _ => return None,
        })
    }

    /// Returns the word for it in every output: its extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::JavaScript => "js",
            Self::Jsx => "jsx",
            Self::TypeScript => "ts",
            Self::Tsx => "tsx",
        }
    }

    /// Returns the file name under which rules see an answer in this language; it is not a test's.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::JavaScript => "answer.js",
            Self::Jsx => "answer.jsx",
            Self::TypeScript => "answer.ts",
            Self::Tsx => "answer.tsx",
        }
    }

    /// Returns the language that code of both can be read as.
    pub(super) fn join(self, other: Self) -> Self {
        let is_typed = |language| matches!(language, Self::TypeScript | Self::Tsx);
        let has_tags = |language| matches!(language, Self::Jsx | Self::Tsx);
        match (is_typed(self) || is_typed(other), has_tags(self) || has_tags(other)) {
            (false, false) => Self::JavaScript,
            (false, true) => Self::Jsx,
            (true, false) => Self::TypeScript,
            (true, true) => Self::Tsx,
        }
    }
}

/// The language of answers, as the caller gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A language that is analyzed.
    Known(Language),
    /// Another language: there is nothing to analyze.
    Other,
}

impl Said {
    /// Reads a word, such as a value in a data set's column; `None` where it is blank.
    pub fn of_word(word: &str) -> Option<Self> {
        let word = word.trim();
        (!word.is_empty()).then(|| Language::of_word(word).map_or(Self::Other, Self::Known))
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
