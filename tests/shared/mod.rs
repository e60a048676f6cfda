//! The location of the facts that results are compared with.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Returns a file of the folder `shared` beside the checkout, or of the folder that `OXSEC_SHARED` names. `None`, with
/// a message, if it is absent.
///
/// # Panics
///
/// If it is absent and `CI` is `true`: there a skipped test counts as a failed one.
pub fn file(path: &str) -> Option<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The crate of the rules is a folder of the checkout.
    let checkout = package.ancestors().find(|folder| folder.join("Cargo.lock").exists()).unwrap_or(package);
    let folder = env::var_os("OXSEC_SHARED").map_or_else(|| checkout.join("../shared"), PathBuf::from);
    let file = folder.join(path);
    if file.exists() {
        return Some(file);
    }
    let absent = format!("{} is absent; OXSEC_SHARED names the folder", file.display());
    assert!(env::var("CI").as_deref() != Ok("true"), "{absent}");
    eprintln!("SKIPPED: {absent}");
    None
}
