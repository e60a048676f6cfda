//! The topics of a text, by the words in it. Each is searched for once.

use super::Flow;
use crate::estree::contains_ignoring_case;

/// A question about the words of a text.
#[derive(Clone, Copy)]
pub(super) enum Topic {
    /// It may have a model of records: it, or a module's name in it, says so.
    Models,
    /// It speaks of a database of documents.
    Documents,
    /// It has the identifier that every document has. A foreign key ends in the same letters.
    Identifiers,
    /// It takes a mapper to tables from its module, speaks of one by its name, or calls what only such mappers have.
    Mappers,
    /// It tells parsers of forms to keep the folders in names of files.
    KeptFolders,
    /// It uses a parser that gives bodies as text: `express.text()`.
    TextBodies,
    /// It uses what browsers alone have, or hooks of components that run there.
    Pages,
}

/// Modules that map records to tables, and methods that such mappers alone have.
const MAPPERS: &[&str] = &[
    ".createQueryBuilder(",
    ".findAndCountAll(",
    ".findByPk(",
    ".findOneBy(",
    ".findOneOrFail(",
    ".withGraphFetched(",
    "@prisma/client\"",
    "@prisma/client'",
    "bookshelf",
    "equelize",
    "knex",
    "mikro-orm",
    "objection'",
    "objection\"",
    "typeorm\"",
    "typeorm'",
];

/// Globals of browsers, and hooks of React that no server calls.
const PAGES: &[&str] = &[
    "document.getElementById",
    "document.querySelector",
    "localStorage.",
    "sessionStorage.",
    "useEffect(",
    "useState(",
];

impl Topic {
    fn is_in(self, source: &str) -> bool {
        let any = |words: &[&str]| words.iter().any(|word| source.contains(word));
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
        let begins = |at: usize| !source.as_bytes()[..at].last().is_some_and(is_name);
        let has_word = |beginning: &str| memchr::memmem::find_iter(source.as_bytes(), beginning).any(begins);
        let any_ignoring_case = |words: &[&str]| words.iter().any(|word| contains_ignoring_case(source, word));
        match self {
            Self::Models => any_ignoring_case(&["model", "mongo"]),
            Self::Documents => any_ignoring_case(&["collection", "mongo", "objectid"]),
            Self::Identifiers => has_word("_id"),
            Self::Mappers => any(MAPPERS) || has_word("where:"),
            Self::KeptFolders => any(&["preservePath"]),
            Self::TextBodies => any(&[".text("]),
            Self::Pages => any(PAGES),
        }
    }
}

impl Flow<'_> {
    /// Returns whether a text runs in a browser.
    pub(crate) fn runs_in_page(&self) -> bool {
        self.speaks_of(Topic::Pages)
    }

    /// Returns whether a text has a topic.
    pub(super) fn speaks_of(&self, topic: Topic) -> bool {
        let bit = 1 << topic as u8;
        let (sought, held) = self.topics.get();
        if sought & bit != 0 {
            return held & bit != 0;
        }
        let speaks = topic.is_in(self.tree.source());
        self.topics.set((sought | bit, if speaks { held | bit } else { held }));
        speaks
    }
}
