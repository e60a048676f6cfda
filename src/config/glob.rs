//! The globs of ESLint's configuration: minimatch's notation, in which a dot is an ordinary character.

use regex::Regex;

/// The patterns into which braces may expand one.
const MAX_EXPANSIONS: usize = 1000;

/// The bytes of the longest pattern.
const MAX_PATTERN_BYTES: usize = 4096;

/// A pattern for paths relative to the configuration's folder, with `/` between folders.
#[derive(Clone, Debug)]
pub struct Glob {
    /// The expansions of the pattern's braces.
    alternatives: Vec<Vec<Segment>>,
    is_negated: bool,
    is_universal: bool,
}

#[derive(Clone, Debug)]
enum Segment {
    /// `**`: any number of folders.
    Any,
    Text(String),
    Pattern {
        matches: Regex,
        /// The expression that its `!(…)` excludes.
        excluded: Option<Regex>,
    },
}

impl Glob {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// The error in it, in words.
    pub fn new(pattern: &str) -> Result<Self, String> {
        if pattern.len() > MAX_PATTERN_BYTES {
            return Err(format!("the pattern is longer than {MAX_PATTERN_BYTES} bytes"));
        }
        let is_universal =
            pattern == "*" || pattern.starts_with('!') || pattern.ends_with("/*") || pattern.ends_with("/**");
        let (pattern, is_negated) = match pattern.strip_prefix('!') {
            Some(rest) => (rest, true),
            None => (pattern, false),
        };
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        let mut expanded = Vec::new();
        expand(pattern, &mut expanded)?;
        let alternatives =
            expanded.iter().map(|pattern| pattern.split('/').map(Segment::new).collect()).collect::<Result<_, _>>()?;
        Ok(Self { alternatives, is_negated, is_universal })
    }

    /// Returns whether the pattern begins with `!`.
    pub fn is_negated(&self) -> bool {
        self.is_negated
    }

    /// Returns whether a match alone does not select a file for checking: `*`, `src/**` and the like.
    pub fn is_universal(&self) -> bool {
        self.is_universal
    }

    /// Returns whether the path matches the part after an `!`, or the whole pattern where there is none.
    pub fn matches_inner(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split('/').collect();
        self.alternatives.iter().any(|segments| matches(segments, &path))
    }

    /// Returns whether the pattern selects the path.
    pub fn matches(&self, path: &str) -> bool {
        self.matches_inner(path) != self.is_negated
    }
}

/// Returns whether segments match a whole path, in time proportional to their product.
fn matches(segments: &[Segment], path: &[&str]) -> bool {
    // True where the rest of the segments matches the path from that place on. A folder's path ends with an empty name,
    // which need not be matched.
    let is_end = |at: usize| at == path.len() || at + 1 == path.len() && path[at].is_empty();
    let mut from: Vec<bool> = (0..=path.len()).map(is_end).collect();
    for (index, segment) in segments.iter().enumerate().rev() {
        let next = from;
        from = match segment {
            Segment::Any => {
                let is_last = index + 1 == segments.len();
                let mut any = false;
                let mut reached: Vec<bool> = next
                    .iter()
                    .rev()
                    .map(|&after| {
                        any |= after;
                        any
                    })
                    .collect();
                reached.reverse();
                if is_last {
                    // Something must be in the folder, if only the empty name after its slash.
                    reached[path.len()] = index == 0;
                }
                reached
            }
            segment => {
                (0..=path.len()).map(|at| at < path.len() && next[at + 1] && segment.matches(path[at])).collect()
            }
        };
    }
    from[0]
}

impl Segment {
    fn new(text: &str) -> Result<Self, String> {
        if text == "**" {
            return Ok(Self::Any);
        }
        if !text.contains(['*', '?', '[', '\\', '(', ')']) {
            return Ok(Self::Text(text.to_owned()));
        }
        let (matches, excluded) = translate(text)?;
        let compile = |pattern: &str| {
            regex::RegexBuilder::new(pattern)
                .size_limit(1 << 20)
                .build()
                .map_err(|_| format!("`{text}` is not a pattern that can be read"))
        };
        Ok(Self::Pattern { matches: compile(&matches)?, excluded: excluded.as_deref().map(compile).transpose()? })
    }

    fn matches(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Text(text) => text == name,
            Self::Pattern { matches, excluded } => {
                !name.is_empty()
                    && matches.is_match(name)
                    && !excluded.as_ref().is_some_and(|excluded| excluded.is_match(name))
            }
        }
    }
}

/// Translates a segment into a regular expression, and another for what it excludes.
fn translate(text: &str) -> Result<(String, Option<String>), String> {
    let (mut matches, mut excluded, mut excludes) = (String::from("^(?s:"), String::from("^(?s:"), false);
    let mut characters = text.chars().peekable();
    // The closing text of each open parenthesis: in the one expression, in the other.
    let mut open: Vec<(&str, &str)> = Vec::new();
    let push = |matches: &mut String, excluded: &mut String, piece: &str| {
        matches.push_str(piece);
        excluded.push_str(piece);
    };
    let mut hidden_from = None;
    while let Some(character) = characters.next() {
        if matches!(character, '@' | '?' | '*' | '+' | '!') && characters.peek() == Some(&'(') {
            characters.next();
            if character == '!' {
                if excludes || !open.is_empty() {
                    return Err(format!("`{text}` holds more than one `!(…)`"));
                }
                excludes = true;
                // The excluded part is in the one expression only.
                hidden_from = Some(matches.len());
                excluded.push_str("(?:");
                matches.push_str("(?:");
                open.push((")", ")"));
            } else {
                push(&mut matches, &mut excluded, "(?:");
                let end = match character {
                    '?' => ")?",
                    '*' => ")*",
                    '+' => ")+",
                    _ => ")",
                };
                open.push((end, end));
            }
            continue;
        }
        match character {
            '*' => push(&mut matches, &mut excluded, "[^/]*"),
            '?' => push(&mut matches, &mut excluded, "[^/]"),
            '|' if !open.is_empty() => push(&mut matches, &mut excluded, "|"),
            ')' if !open.is_empty() => {
                let (end, excluded_end) = open.pop().unwrap_or((")", ")"));
                excluded.push_str(excluded_end);
                matches.push_str(end);
                if open.is_empty()
                    && let Some(from) = hidden_from.take()
                {
                    matches.truncate(from);
                    matches.push_str("[^/]*");
                }
            }
            '[' => {
                let rest: String = characters.clone().collect();
                match class(&rest) {
                    Some((length, class)) => {
                        push(&mut matches, &mut excluded, &class);
                        (0..length).for_each(|_| {
                            characters.next();
                        });
                    }
                    None => push(&mut matches, &mut excluded, "\\["),
                }
            }
            '\\' => {
                let literal = characters.next().unwrap_or('\\');
                push(&mut matches, &mut excluded, &regex::escape(&literal.to_string()));
            }
            literal => push(&mut matches, &mut excluded, &regex::escape(&literal.to_string())),
        }
    }
    if !open.is_empty() {
        return Err(format!("`{text}` has a parenthesis that is not closed"));
    }
    matches.push_str(")$");
    excluded.push_str(")$");
    Ok((matches, excludes.then_some(excluded)))
}

/// Reads a class after `[`. Returns its length in characters, and the class as a regular expression.
fn class(text: &str) -> Option<(usize, String)> {
    let characters: Vec<char> = text.chars().collect();
    let negated = matches!(characters.first(), Some('!' | '^'));
    let start = usize::from(negated);
    let end = (start + 1..characters.len()).find(|&at| characters[at] == ']')?;
    let mut class = String::from(if negated { "[^/" } else { "[" });
    for &character in &characters[start..end] {
        match character {
            '-' => class.push('-'),
            '\\' | '[' | ']' | '^' | '&' | '~' => {
                class.push('\\');
                class.push(character);
            }
            other => class.push(other),
        }
    }
    class.push(']');
    Some((end + 1, class))
}

/// Expands the braces of a pattern: `a{b,c}` to `ab` and `ac`, `{1..3}` to the numbers.
fn expand(pattern: &str, into: &mut Vec<String>) -> Result<(), String> {
    let Some((start, end, parts)) = braces(pattern) else {
        if into.len() >= MAX_EXPANSIONS {
            return Err(format!("its braces make more than {MAX_EXPANSIONS} patterns"));
        }
        into.push(pattern.to_owned());
        return Ok(());
    };
    parts.iter().try_for_each(|part| expand(&format!("{}{part}{}", &pattern[..start], &pattern[end..]), into))
}

/// Returns the first braces with several parts: their beginning and end, and the parts.
fn braces(pattern: &str) -> Option<(usize, usize, Vec<String>)> {
    let bytes = pattern.as_bytes();
    let mut from = 0;
    while let Some(start) = (from..bytes.len()).find(|&at| bytes[at] == b'{') {
        let (mut depth, mut commas, mut end) = (0, Vec::new(), None);
        for (at, &byte) in bytes.iter().enumerate().skip(start) {
            match byte {
                b'{' => depth += 1,
                b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        end = Some(at);
                        break;
                    }
                }
                b',' if depth == 1 => commas.push(at),
                _ => {}
            }
        }
        let end = end?;
        let inner = &pattern[start + 1..end];
        if !commas.is_empty() {
            let mut parts = Vec::new();
            let mut begin = start + 1;
            for comma in commas.into_iter().chain([end]) {
                parts.push(pattern[begin..comma].to_owned());
                begin = comma + 1;
            }
            return Some((start, end + 1, parts));
        }
        if let Some(parts) = range(inner) {
            return Some((start, end + 1, parts));
        }
        from = start + 1;
    }
    None
}

/// Returns the expansion of a range in braces: `1..3`, `01..10`, `a..e`, each with an optional step after further dots.
fn range(text: &str) -> Option<Vec<String>> {
    let mut parts = text.split("..");
    let (low, high, step) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let step = step.map_or(Some(1), |step| step.parse::<i32>().ok())?.unsigned_abs().max(1) as usize;
    let letter = |text: &str| {
        let mut characters = text.chars().filter(char::is_ascii_alphabetic);
        characters.next().filter(|_| text.len() == 1).map(|letter| letter as i32)
    };
    let (first, last, is_letter) = match (low.parse::<i32>(), high.parse::<i32>()) {
        (Ok(first), Ok(last)) => (first, last, false),
        _ => (letter(low)?, letter(high)?, true),
    };
    if first.abs_diff(last) as usize / step >= MAX_EXPANSIONS {
        return None;
    }
    let is_padded =
        |text: &str| text.trim_start_matches('-').len() > 1 && text.trim_start_matches('-').starts_with('0');
    let width = if is_padded(low) || is_padded(high) { low.len().max(high.len()) } else { 0 };
    let shown = |number: i32| match u32::try_from(number).ok().and_then(char::from_u32) {
        Some(letter) if is_letter => letter.to_string(),
        _ => format!("{number:0width$}"),
    };
    let numbers: Vec<i32> = if first <= last { (first..=last).collect() } else { (last..=first).rev().collect() };
    Some(numbers.into_iter().step_by(step).map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_minimatch_does() {
        // Recorded from minimatch 3.1 with `dot`, which ESLint 9.39.2 uses.
        for (pattern, path, expected) in [
            ("**/*.js", "a.js", true),
            ("**/*.js", "src/deep/a.js", true),
            ("**/*.js", "a.jsx", false),
            ("*.js", "src/a.js", false),
            ("src/**", "src/a.js", true),
            ("src/**", "src/", true),
            ("src/**", "src", false),
            ("src/**/*", "src/", false),
            ("src/**/*.js", "src/a.js", true),
            ("**/node_modules/", "a/node_modules/", true),
            ("**/node_modules/", "node_modules", false),
            ("**/.cache/*", "x/.cache/a.js", true),
            ("**/*.{js,mjs}", "a.mjs", true),
            ("**/*.{js,mjs}", "a.cjs", false),
            ("a{1..3}.js", "a2.js", true),
            ("a{1..3}.js", "a4.js", false),
            ("{a..c}{01..10..3}.js", "b07.js", true),
            ("{a..c}{01..10..3}.js", "b7.js", false),
            ("{c..a}.js", "d.js", false),
            ("**/dist", "a/dist/", true),
            ("*", "dist/", true),
            ("dist", "dist/a", false),
            ("**/*.[cm]js", "x/a.cjs", true),
            ("**/*.[!cm]js", "a.cjs", false),
            ("**/*.@(js|ts)", "a.ts", true),
            ("**/*.@(js|ts)", "a.tsx", false),
            ("**/!(*.test).js", "a.js", true),
            ("**/!(*.test).js", "a.test.js", false),
            ("?(a|b)c.js", "c.js", true),
            ("+(a|b)c.js", "abac.js", true),
            ("*", "", false),
            ("**", "a/b/c", true),
            ("a/**/b/*.js", "a/b/x.js", true),
            ("a/**/b/*.js", "a/x/y/b/x.js", true),
            ("a?c.js", "abc.js", true),
            ("a\\*.js", "a*.js", true),
            ("!src/**", "lib/a.js", true),
            ("!src/**", "src/a.js", false),
        ] {
            assert_eq!(Glob::new(pattern).unwrap().matches(path), expected, "{pattern} {path}");
        }
        assert!(Glob::new(&"{a,b}".repeat(30)).is_err());
        assert!(Glob::new("a(").is_ok() && Glob::new("@(a").is_err());
        let hostile = Glob::new(&format!("{}x", "**/a/".repeat(200))).unwrap();
        assert!(!hostile.matches(&"a/".repeat(2000)));
    }
}
