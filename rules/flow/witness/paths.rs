//! Node's `path` on POSIX.

use super::{
    constants::{DIRECTORY, PLACEHOLDER},
    value::Val,
};

/// The bytes that a path is given room for.
const ROOM: usize = 128;

/// Returns the result of a function of `path`; `None` if it is not known.
pub(super) fn operation(name: &str, values: &[Val]) -> Option<Val> {
    let text = |at: usize| match values.get(at)? {
        Val::Unknown { tainted: false } => Some(PLACEHOLDER.to_string()),
        // It throws on anything but text.
        Val::Text(_) | Val::Opaque(_) => values[at].to_text(),
        _ => None,
    };
    // The parts of an unknown name are not known.
    if matches!(values.first(), Some(Val::Unknown { tainted: false }))
        && matches!(name, "basename" | "dirname" | "extname" | "isAbsolute" | "normalize" | "parse")
    {
        return Some(Val::Unknown { tainted: false });
    }
    let name = name.strip_prefix("posix.").unwrap_or(name);
    if values
        .iter()
        .any(|value| matches!(value, Val::Array(_) | Val::Object(_) | Val::Number(_) | Val::Undefined | Val::Null))
        && name != "format"
        && name != "basename"
    {
        return Some(Val::Impossible);
    }
    Some(match name {
        "join" => {
            let mut joined = String::with_capacity(ROOM);
            for at in 0..values.len() {
                let part = text(at)?;
                if !joined.is_empty() && !part.is_empty() {
                    joined.push('/');
                }
                joined.push_str(&part);
            }
            Val::text(&normalize(&joined))
        }
        "resolve" => {
            let parts: Option<Vec<String>> = (0..values.len()).map(text).collect();
            Val::text(&resolve(&parts?))
        }
        "normalize" => Val::text(&normalize(&text(0)?)),
        "basename" => {
            let path = text(0)?;
            let base = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_string();
            match text(1) {
                Some(suffix) if base != suffix => Val::text(base.strip_suffix(&suffix).unwrap_or(&base)),
                _ => Val::text(&base),
            }
        }
        "dirname" => Val::text(&dirname(&text(0)?)),
        "extname" => {
            let path = text(0)?;
            let base = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            Val::text(base.rfind('.').filter(|&at| at > 0 && base != "..").map_or("", |at| &base[at..]))
        }
        "isAbsolute" => Val::Bool(text(0)?.starts_with('/')),
        "relative" => {
            let (from, to) = (resolve(&[text(0)?]), resolve(&[text(1)?]));
            Val::text(&relative(&from, &to))
        }
        "parse" => {
            let path = text(0)?;
            let part = |name: &str| operation(name, &[Val::text(&path)]);
            let (base, ext) = (part("basename")?, part("extname")?);
            let (base_text, ext_text) = (base.to_text()?, ext.to_text()?);
            let name = base_text.strip_suffix(&ext_text).unwrap_or(&base_text);
            let dir = dirname(&path);
            let dir = if dir == "." && !path.starts_with('.') { String::new() } else { dir };
            Val::Object(std::rc::Rc::new(vec![
                ("dir".into(), Val::text(&dir)),
                ("base".into(), base),
                ("ext".into(), ext),
                ("name".into(), Val::text(name)),
            ]))
        }
        "format" => {
            let Val::Object(parts) = values.first()? else { return None };
            let part =
                |name: &str| parts.iter().find(|(known, _)| known == name).and_then(|(_, value)| value.to_text());
            let base =
                part("base").or_else(|| Some(format!("{}{}", part("name")?, part("ext").unwrap_or_default())))?;
            match part("dir").or_else(|| part("root")).filter(|folder| !folder.is_empty()) {
                Some(folder) if folder.ends_with('/') => Val::text(&format!("{folder}{base}")),
                Some(folder) => Val::text(&format!("{folder}/{base}")),
                None => Val::text(&base),
            }
        }
        _ => return None,
    })
}

fn dirname(path: &str) -> String {
    match path.trim_end_matches('/').rfind('/') {
        Some(0) => "/".into(),
        Some(at) => path[..at].to_string(),
        None if path.starts_with('/') => "/".into(),
        None => ".".into(),
    }
}

/// Returns `path.normalize(path)`.
pub(super) fn normalize(path: &str) -> String {
    let root = usize::from(path.starts_with('/'));
    let mut normal = String::with_capacity(path.len() + 1);
    normal.push_str(&path[..root]);
    for part in path.split('/') {
        match part {
            "" | "." => continue,
            ".." => {
                let last = normal[root..].rfind('/').map_or(root, |at| root + at);
                if normal.len() > root && normal[last..].trim_start_matches('/') != ".." {
                    normal.truncate(last);
                    continue;
                }
                if root > 0 {
                    continue;
                }
            }
            _ => {}
        }
        if normal.len() > root {
            normal.push('/');
        }
        normal.push_str(part);
    }
    if normal.is_empty() {
        normal.push('.');
    } else if normal.len() > root && path.ends_with('/') {
        normal.push('/');
    }
    normal
}

/// Returns `path.resolve(…parts)`.
pub(crate) fn resolve(parts: &[impl AsRef<str>]) -> String {
    let mut path = String::with_capacity(ROOM);
    path.push_str(DIRECTORY);
    for part in parts.iter().map(AsRef::as_ref) {
        if part.starts_with('/') {
            path.clear();
        } else if !part.is_empty() {
            path.push('/');
        }
        path.push_str(part);
    }
    let mut path = normalize(&path);
    if path.len() > 1 && path.ends_with('/') {
        path.pop();
    }
    path
}

fn relative(from: &str, to: &str) -> String {
    let split = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_string).collect::<Vec<_>>();
    let (from, to) = (split(from), split(to));
    let same = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..", from.len() - same);
    up.chain(to[same..].iter().map(String::as_str)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(name: &str, arguments: &[&str]) -> String {
        let values: Vec<Val> = arguments.iter().map(|argument| Val::text(argument)).collect();
        operation(name, &values).unwrap().to_text().unwrap()
    }

    #[test]
    fn paths_are_put_together_as_node_does() {
        assert_eq!(call("join", &["/a/b", "../c", "./d"]), "/a/c/d");
        assert_eq!(call("join", &["uploads", "../../x"]), "../x");
        assert_eq!(call("resolve", &["uploads", "x"]), "/srv/app/uploads/x");
        assert_eq!(call("resolve", &["uploads", "/etc/passwd"]), "/etc/passwd");
        assert_eq!(call("normalize", &["a//b/../c/"]), "a/c/");
        assert_eq!(call("normalize", &["/../a/.."]), "/");
        assert_eq!(call("normalize", &["a/../../b/./"]), "../b/");
        assert_eq!(call("normalize", &["../../a/.."]), "../..");
        assert_eq!(call("normalize", &["a/.."]), ".");
        assert_eq!(call("resolve", &["/"]), "/");
        assert_eq!(call("basename", &["/a/b.txt", ".txt"]), "b");
        assert_eq!(call("basename", &["../.."]), "..");
        assert_eq!(call("extname", &["a.tar.gz"]), ".gz");
        assert_eq!(call("dirname", &["a/b"]), "a");
        assert_eq!(call("relative", &["/srv/app/up", "/srv/app/up-old/x"]), "../up-old/x");
        assert_eq!(call("relative", &["/srv/app", "/srv/app/x"]), "x");
    }
}
