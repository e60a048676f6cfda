//! Names of files and folders.

use super::{Judged, Verdict};
use crate::flow::{
    Const, Flow, Term, TermKind, Weakness,
    witness::{DIRECTORY, OPAQUE, PLACEHOLDER, resolve},
};

/// The name of a folder in messages of which nothing is known.
const UNKNOWN: &str = "the folder";

/// Returns the folder that a harmless name arrives in; `None` where the name alone decides the folder.
pub(super) fn folder_of(text: &str) -> Option<String> {
    let at = text.find("zq")?;
    if at == 0 {
        return None;
    }
    let resolved = resolve(&[text]);
    let at = resolved.find("zq")?;
    let end = resolved[..at].rfind('/')?;
    Some(resolved[..end].to_string())
}

/// Returns whether the program puts a folder before the source's data in a path; `has_source` decides which terms
/// contain the source. `path.resolve(name)` alone puts none there: it starts from the working folder, as opening the
/// file does.
pub(crate) fn names_folder(flow: &Flow<'_>, path: Term, has_source: &dyn Fn(Term) -> bool, depth: usize) -> bool {
    /// The maximum nesting of terms that is searched.
    const MAX_DEPTH: usize = 12;
    if depth > MAX_DEPTH {
        return true;
    }
    let within = |part: Term| names_folder(flow, part, has_source, depth + 1);
    let begins = |parts: &[Term], adds_nothing: fn(&Flow<'_>, Term) -> bool| {
        let mut parts = parts.iter().filter(|&&part| !adds_nothing(flow, part));
        parts.next().is_none_or(|&first| !has_source(first) || within(first))
    };
    match flow.kind_of(path) {
        TermKind::Source(_) => false,
        TermKind::Op(name, parts) if &**name == "path.resolve" => begins(parts, is_working_folder),
        TermKind::Concat(parts) | TermKind::Op(_, parts) => begins(parts, is_empty),
        TermKind::Guarded(value, _) => within(*value),
        TermKind::Union(members) => members.iter().any(|&member| has_source(member) && within(member)),
        // `isAbsolute(name) ? name : join(root, name)` lets the attacker name the whole path.
        &TermKind::Logic(_, left, right) | &TermKind::Choice(_, left, right) => {
            [left, right].into_iter().all(|side| !has_source(side) || within(side))
        }
        _ => true,
    }
}

/// Returns whether a path is the working folder, from which `path.resolve` starts anyway.
fn is_working_folder(flow: &Flow<'_>, part: Term) -> bool {
    match flow.kind_of(part) {
        TermKind::Const(Const::String(text)) => matches!(&**text, "" | "." | "./"),
        TermKind::Api(path) => &**path == "process.cwd()",
        _ => false,
    }
}

fn is_empty(flow: &Flow<'_>, part: Term) -> bool {
    matches!(flow.kind_of(part), TermKind::Const(Const::String(text)) if text.is_empty())
}

/// Returns a verdict if a name leaves the folder that a harmless one arrives in.
pub(super) fn damage(judged: &Judged<'_>, text: &str) -> Option<Verdict> {
    if text.contains('\0') {
        return None;
    }
    let is_url = text.split_once("://").is_some_and(|(scheme, _)| scheme.len() < 8);
    let resolved = resolve(&[text]);
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
        // The program names no folder: the function is meant to open what a caller asks for.
        let weakness = if judged.is_parameter { Weakness::ByDesign } else { Weakness::Ordinary };
        return Some(Verdict { context: "the whole path".into(), weakness });
    };
    let folder = folder.trim_end_matches('/');
    let is_within = resolved == folder || resolved.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_folder = judged.kind.takes_folder();
    // Its list has the names of all that others keep there.
    if is_folder && resolved == folder {
        return Verdict::ordinary(format!("{} itself", the(&shown(folder))));
    }
    if is_within {
        return None;
    }
    if !is_folder {
        // A folder is not a file; nor is there a file whose name is two or more dots.
        let is_above = folder.strip_prefix(&*resolved).is_some_and(|rest| rest.starts_with('/')) || resolved == "/";
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
            context: format!("a path whose root {} is checked without a separator at its end", shown(folder)),
            weakness: Weakness::SiblingFolder,
        });
    }
    Verdict::ordinary(format!("a path within {}", shown(folder)))
}

/// Returns a folder with the article.
fn the(shown: &str) -> String {
    if shown == UNKNOWN { shown.into() } else { format!("the folder {shown}") }
}

/// Returns a folder as messages name it: `./up` within the program's own, `…/up` where its beginning is not known.
fn shown(folder: &str) -> String {
    let is_known = |name: &&str| !name.starts_with(OPAQUE) && !name.contains(PLACEHOLDER);
    let (start, rest) = match folder.strip_prefix(DIRECTORY) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => (".", rest),
        _ => ("", folder),
    };
    let mut names: Vec<&str> = rest.split('/').skip(1).collect();
    match names.iter().rposition(|name| !is_known(name)) {
        Some(last) if last + 1 == names.len() => UNKNOWN.into(),
        Some(last) => format!("…/{}", names.split_off(last + 1).join("/")),
        None => format!("{start}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_shown_as_far_as_they_are_known() {
        assert_eq!(shown("/srv/files"), "/srv/files");
        assert_eq!(shown("/srv/app"), ".");
        assert_eq!(shown("/srv/app/up"), "./up");
        assert_eq!(shown("/srv/app/zunknown"), UNKNOWN);
        assert_eq!(shown("/srv/app/zo_config_root/x/up"), "…/x/up");
    }

    #[test]
    fn the_folder_is_what_comes_before_the_name() {
        assert_eq!(folder_of("/srv/up/zq.txt").as_deref(), Some("/srv/up"));
        assert_eq!(folder_of("./up/x-zq.txt").as_deref(), Some("/srv/app/up"));
        assert_eq!(folder_of("zq.txt"), None);
    }
}
