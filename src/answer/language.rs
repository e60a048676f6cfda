//! The languages that answers are read as.

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
    pub const ALL: [Self; 4] = [Self::JavaScript, Self::Jsx, Self::TypeScript, Self::Tsx];

    /// The language that a word means, as a tag of a block or an extension has it.
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

    /// The word for it in every output: its extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::JavaScript => "js",
            Self::Jsx => "jsx",
            Self::TypeScript => "ts",
            Self::Tsx => "tsx",
        }
    }

    /// Returns what rules see as the name of an answer's file: of this language, and no test.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::JavaScript => "answer.js",
            Self::Jsx => "answer.jsx",
            Self::TypeScript => "answer.ts",
            Self::Tsx => "answer.tsx",
        }
    }

    /// The language that code of both can be read as.
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

/// The language of answers, as a caller says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One that is analyzed.
    Known(Language),
    /// Another one: there is nothing to analyze.
    Other,
}

impl Said {
    /// Reads a word such as a column of a data set holds; nothing where it is blank.
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
