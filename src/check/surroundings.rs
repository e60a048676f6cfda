use std::path::Path;

use oxsec_rules::Surroundings;

/// The folder of a file, for the rules that look beyond its text.
pub struct Folder<'a>(pub &'a Path);

impl Surroundings for Folder<'_> {
    fn has_entry(&self, name: &str, folders: usize) -> bool {
        let file = std::path::absolute(self.0).unwrap_or_else(|_| self.0.to_path_buf());
        file.ancestors().skip(1).take(folders).any(|folder| folder.join(name).exists())
    }
}
