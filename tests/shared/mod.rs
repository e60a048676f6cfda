//! Where the facts are that the work is held against.

use std::path::PathBuf;

/// A file of `../shared`, or of the folder that `OXSEC_SHARED` names; `None`, said aloud, where it is absent.
pub fn file(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("OXSEC_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let file = folder.join(path);
    if file.exists() {
        return Some(file);
    }
    eprintln!("SKIPPED: {} is absent; OXSEC_SHARED names the folder", file.display());
    None
}
