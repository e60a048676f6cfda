use std::{
    cell::RefCell,
    path::{Path, PathBuf},
};

use oxsec_rules::Surroundings;
use rustc_hash::FxHashMap;

/// The surroundings of files, for the rules that look beyond a text. Files of one folder query the disk once.
#[derive(Default)]
pub struct Folders {
    /// The answers so far: whether one of the nearest folders has an entry, by folder, name and number of folders.
    known: RefCell<FxHashMap<(PathBuf, String, usize), bool>>,
}

impl Folders {
    /// Returns the surroundings of a file.
    pub fn around<'a>(&'a self, file: &'a Path) -> Around<'a> {
        Around { file, folders: self }
    }
}

/// The surroundings of one file.
pub struct Around<'a> {
    file: &'a Path,
    folders: &'a Folders,
}

impl Surroundings for Around<'_> {
    fn has_entry(&self, name: &str, folders: usize) -> bool {
        let file = std::path::absolute(self.file).unwrap_or_else(|_| self.file.to_path_buf());
        let Some(folder) = file.parent() else { return false };
        let question = (folder.to_path_buf(), name.to_owned(), folders);
        *self
            .folders
            .known
            .borrow_mut()
            .entry(question)
            .or_insert_with(|| folder.ancestors().take(folders).any(|folder| folder.join(name).exists()))
    }
}
