//! An upper bound on a text's imports and exports: the parser looks through all imports for each export.

use std::ops::Range;

use memchr::memmem;

/// The bounds, computed without knowing which words are keywords and which are in strings or comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bindings {
    pub imports: usize,
    pub exports: usize,
}

impl Bindings {
    pub(super) fn of(source: &str) -> Self {
        Self { imports: imports(source), exports: exports(source) }
    }

    /// Returns the number of pairs of an import and an export.
    pub(super) fn pairs(self) -> usize {
        self.imports.saturating_mul(self.exports)
    }
}

/// Counts each `import`, and each comma that may belong to it. Counts as many as fit in the text where an exact count
/// would take too long, because such words are in each other's strings and comments.
fn imports(source: &str) -> usize {
    /// The times that one byte may be read.
    const MAX_REREADS_OF_A_BYTE: usize = 8;
    let mut imports = 0;
    let mut left = MAX_REREADS_OF_A_BYTE * source.len();
    let mut last = Import::default();
    for at in memmem::find_iter(source.as_bytes(), "import") {
        imports += 1;
        if last.has_in_code(at) {
            continue;
        }
        let import = Import::read(source, at);
        imports += import.commas;
        let Some(rest) = left.checked_sub(import.span.len()) else { return source.len() / 2 };
        left = rest;
        if import.span.end > last.span.end {
            last = import;
        }
    }
    imports
}

/// Counts each `export`, and each comma after the first, because a declaration may hold any expression.
fn exports(source: &str) -> usize {
    let bytes = source.as_bytes();
    let Some(first) = memmem::find(bytes, b"export") else { return 0 };
    let bytes = &bytes[first..];
    memmem::find_iter(bytes, "export").count() + memchr::memchr_iter(b',', bytes).count()
}

/// The text of one import declaration or several, provided that it begins in code.
#[derive(Default)]
struct Import {
    span: Range<usize>,
    commas: usize,
    /// The strings and comments in it.
    skipped: Vec<Range<usize>>,
}

impl Import {
    fn read(source: &str, start: usize) -> Self {
        let bytes = source.as_bytes();
        let mut import = Self::default();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            let rest = &bytes[at..];
            let skip = match byte {
                b',' => {
                    import.commas += 1;
                    0
                }
                b'/' if rest.starts_with(b"//") => {
                    source[at..].find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len())
                }
                b'/' if rest.starts_with(b"/*") => memmem::find(&rest[2..], b"*/").map_or(rest.len(), |end| end + 4),
                b'\'' | b'"' => match string_length(rest) {
                    Some(length) => length,
                    None => break,
                },
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'$' | b'_' | b'\\' | b'{' | b'}' | b'*' => 0,
                _ if byte.is_ascii_whitespace() || !byte.is_ascii() => 0,
                _ => break,
            };
            if skip > 0 {
                import.skipped.push(at..at + skip);
            }
            at += skip.max(1);
        }
        import.span = start..at;
        import
    }

    /// Returns whether an offset is in it and outside its strings and comments.
    fn has_in_code(&self, at: usize) -> bool {
        let next = self.skipped.partition_point(|skipped| skipped.end <= at);
        self.span.contains(&at) && !self.skipped.get(next).is_some_and(|skipped| skipped.contains(&at))
    }
}

/// Returns the length in bytes of the string at the beginning of a text. `None` where the string does not end on its
/// line: the parser stops there.
fn string_length(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        let rest = text.get(at..)?;
        let next = memchr::memchr3(text[0], b'\\', b'\n', rest)?;
        at += next + 1;
        match rest[next..] {
            [b'\n', ..] => return None,
            [b'\\', b'\r', b'\n', ..] => at += 2,
            [b'\\', ..] => at += 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_import_counts_wherever_it_stands() {
        let list = ",a".repeat(100);
        for text in [
            format!("import a {list} from 'b'"),
            format!("import {{a {list}}} from 'b'"),
            format!("import {{'}} ; import' as b /* ; }} */ {list}}} from 'b'"),
            format!("import {{a // ;\n{list}}} from 'b'"),
            format!("import {{a // ;\u{2028}{list}}} from 'b'"),
            format!("import {{'\\'' as a, \"'\" as b {list}}} from 'b'"),
            format!("import {{'\\\r\n\\\n' as a {list}}} from 'b'"),
            format!("'import /*'; import {{a {list}}} from 'b'; '*/'"),
            format!("'import \"'; import {{a {list}}} from 'b'"),
            format!("// import 'a\nimport {{a {list}}} from 'b'"),
            format!("/* import ' */ import {{a {list}}} from 'b'"),
        ] {
            assert!((100..=110).contains(&imports(&text)), "{} {text}", imports(&text));
        }
        assert_eq!(imports(&format!("f(import.meta {list})")), 1);
        assert_eq!(imports(&format!("a {list}")), 0);
    }

    #[test]
    fn every_export_counts() {
        assert_eq!(exports("a, b; export { c, d }; export const e = f, g"), 4);
        assert_eq!(exports("a, b"), 0);
    }

    #[test]
    fn what_takes_long_to_tell_has_as_many_as_there_is_room_for() {
        assert_eq!(imports(&"import /*".repeat(1000)), 4500);
        assert_eq!(imports(&"import a from 'a'\n".repeat(1000)), 1000);
        assert_eq!(imports(&"import a from 'import a'\n".repeat(1000)), 2000);
    }
}
