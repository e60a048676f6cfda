//! Names of files and folders.

use super::{Judged, Verdict};
use crate::flow::{
    SinkKind,
    witness::{Weakness, resolve_path},
};

/// Returns the folder that a harmless name arrives in; `None` where the name alone decides the folder.
pub fn folder_of(text: &str) -> Option<String> {
    let at = text.find("zq")?;
    if at == 0 {
        return None;
    }
    let resolved = resolve_path(text);
    let at = resolved.find("zq")?;
    let end = resolved[..at].rfind('/')?;
    Some(resolved[..end].to_string())
}

/// Returns a verdict if a name leaves the folder that a harmless one arrives in.
pub fn damage(judged: &Judged<'_>, text: &str) -> Option<Verdict> {
    if text.contains('\0') {
        return None;
    }
    let is_url = text.split_once("://").is_some_and(|(scheme, _)| scheme.len() < 8);
    let resolved = resolve_path(text);
    let last = resolved.rsplit('/').next().unwrap_or_default();
    let names_file = !last.is_empty() && !is_url;
    let Some(folder) = judged.folder.as_deref() else {
        if !names_file {
            return None;
        }
        // A folder may be called ` ..`.
        let climbs = text.split('/').any(|part| part == "..");
        if !climbs && !resolved.starts_with("/etc/") {
            return None;
        }
        // The program names no folder: what a caller asks for is what the function is for.
        let weakness = if judged.is_parameter { Weakness::ByDesign } else { Weakness::Ordinary };
        return Some(Verdict { context: "the whole path".into(), weakness });
    };
    let folder = folder.trim_end_matches('/');
    let is_within = resolved == folder || resolved.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    if judged.kind == SinkKind::Folder && resolved == folder {
        return Verdict::ordinary(format!("the folder {folder} itself"));
    }
    if is_within {
        return None;
    }
    if judged.kind != SinkKind::Folder {
        // A folder is not a file; nor is there a file whose name is two or more dots.
        let is_above = folder.starts_with(&format!("{resolved}/")) || resolved == "/";
        if is_above {
            return None;
        }
    }
    // `./x/..name` is not normalised by the program: the folder must exist for the system to go through it.
    let is_through_file = text.split('/').any(|part| part.len() > 2 && part.ends_with("..") && !part.starts_with('.'));
    if is_through_file {
        return None;
    }
    if resolved.starts_with(folder) {
        return Some(Verdict {
            context: format!("a path whose root {folder} is checked without a separator at its end"),
            weakness: Weakness::SiblingFolder,
        });
    }
    Verdict::ordinary(format!("a path within {folder}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_what_comes_before_the_name() {
        assert_eq!(folder_of("/srv/up/zq.txt").as_deref(), Some("/srv/up"));
        assert_eq!(folder_of("./up/x-zq.txt").as_deref(), Some("/srv/app/up"));
        assert_eq!(folder_of("zq.txt"), None);
    }
}
