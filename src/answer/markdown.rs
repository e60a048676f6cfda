//! The code blocks in Markdown, by CommonMark's rules, and leniently where fences break these rules.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag as Start, TagEnd};

use super::{language::Language, text};

/// A block of code.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub tag: Tag,
    /// The file name, where the block has one.
    pub name: Option<String>,
    /// The text before it, at most two lines.
    pub intro: String,
    pub code: String,
    /// The line of the text, from 1, for each line of the code.
    pub lines: Vec<usize>,
    /// The block is closed.
    pub is_closed: bool,
    /// Its bytes in the text, with the fences.
    pub range: std::ops::Range<usize>,
}

/// The meaning of a block's tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// JavaScript or TypeScript.
    Script(Language),
    /// No tag, or one without a meaning.
    Untagged,
    Patch,
    /// HTML and similar markup, with scripts in it.
    Markup,
    /// Markdown, with blocks of its own.
    Markdown,
    /// Another language.
    Other,
}

/// Returns the fenced blocks of a text.
pub(super) fn fenced(source: &str) -> Vec<Block> {
    let found = commonmark(source, true);
    if found.is_empty() && text::has_fence(source) { loose(source) } else { found }
}

/// Returns the blocks of a text that are indented by four spaces.
pub(super) fn indented(source: &str) -> Vec<Block> {
    commonmark(source, false)
}

fn commonmark(source: &str, fenced: bool) -> Vec<Block> {
    // HTML would swallow the fences after a line such as `<answer>` or `<details>`. So the parser gets a text without
    // angle brackets; the code is taken from the original.
    let parsed = without_markup(source);
    let starts = line_starts(source);
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (event, range) in Parser::new(&parsed).into_offset_iter() {
        match event {
            Event::Start(Start::CodeBlock(kind)) => {
                let info = match &kind {
                    CodeBlockKind::Fenced(info) if fenced => info.as_ref(),
                    CodeBlockKind::Indented if !fenced => "",
                    _ => continue,
                };
                let (tag, name) = read_info(info);
                let is_closed = !fenced || is_closed(&source[range.clone()]);
                let intro = intro(source, range.start);
                open = Some(Block { tag, name, intro, code: String::new(), lines: Vec::new(), is_closed, range });
            }
            Event::Text(_) => {
                if let Some(block) = &mut open {
                    let piece = &source[range.clone()];
                    for (offset, line) in split_lines(piece) {
                        if block.code.is_empty() || block.code.ends_with('\n') {
                            block.lines.push(line_of(&starts, range.start + offset));
                        }
                        block.code.push_str(line);
                    }
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take().map(finished)),
            _ => {}
        }
    }
    blocks
}

/// Splits a text into lines with their line breaks and offsets. A carriage return before a line feed is dropped.
fn split_lines(piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    piece.split_inclusive('\n').map(move |line| {
        let at = offset;
        offset += line.len();
        (at, line)
    })
}

/// Finishes a block: removes blank lines around its code, and takes its name from the first line.
fn finished(mut block: Block) -> Block {
    block.code = block.code.replace("\r\n", "\n");
    let leading = block.code.lines().take_while(|line| line.trim().is_empty()).count();
    if leading > 0 {
        let at: usize = block.code.split_inclusive('\n').take(leading).map(str::len).sum();
        block.code.drain(..at);
        block.lines.drain(..leading.min(block.lines.len()));
    }
    block.code.truncate(block.code.trim_end().len());
    block.lines.truncate(block.code.lines().count());
    if block.name.is_none() {
        block.name = name_in_comment(&block.code).or_else(|| name_in_intro(&block.intro));
    }
    if block.tag == Tag::Untagged
        && let Some(name) = &block.name
    {
        block.tag = of_file(name);
    }
    block
}

/// Returns the text with a letter in place of each angle bracket at the beginning of a line.
fn without_markup(source: &str) -> String {
    let mut parsed = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let (prefix, rest) = line.split_at(line.len() - content.len());
        parsed.push_str(prefix);
        match rest.strip_prefix('<') {
            Some(rest) => {
                parsed.push('x');
                parsed.push_str(rest);
            }
            None => parsed.push_str(rest),
        }
    }
    parsed
}

/// Returns fences anywhere in their lines, for texts in which CommonMark sees none: indented by four spaces or more.
fn loose(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, char, usize, Block)> = None;
    let mut at = 0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        let mark = trimmed.chars().next().unwrap_or(' ');
        let length = trimmed.len() - trimmed.trim_start_matches(mark).len();
        let end = at + line.len();
        match open.take() {
            None => {
                if text::is_fence(line) {
                    let (tag, name) = read_info(trimmed[length..].trim());
                    let intro = intro(source, at);
                    let block = Block {
                        tag,
                        name,
                        intro,
                        code: String::new(),
                        lines: Vec::new(),
                        is_closed: false,
                        range: at..end,
                    };
                    open = Some((indent, mark, length, block));
                }
            }
            Some((_, of, least, mut block))
                if mark == of && length >= least && trimmed[length..].trim().is_empty() && !trimmed.is_empty() =>
            {
                block.is_closed = true;
                block.range.end = end;
                blocks.push(finished(block));
            }
            Some((margin, of, least, mut block)) => {
                let spaces = line.bytes().take(margin).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
                block.code.push_str(&line[spaces..]);
                block.lines.push(index + 1);
                block.range.end = end;
                open = Some((margin, of, least, block));
            }
        }
        at = end;
    }
    blocks.extend(open.map(|(.., block)| finished(block)));
    blocks
}

/// Returns whether a block's last line is its closing fence.
fn is_closed(block: &str) -> bool {
    let mut lines = block.trim_end().lines();
    let first = lines.next().unwrap_or_default();
    let strip = |line: &str| line.trim_start_matches([' ', '\t', '>']).trim_end().to_owned();
    let (first, last) = (strip(first), lines.next_back().map(strip).unwrap_or_default());
    let mark = first.chars().next().unwrap_or('`');
    let length = first.len() - first.trim_start_matches(mark).len();
    last.len() >= length && length >= 3 && last.chars().all(|character| character == mark)
}

/// Returns the byte at which each line begins.
pub(super) fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at + 1)).collect()
}

/// Returns the line, from 1, of a byte offset.
pub(super) fn line_of(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|&start| start <= at)
}

/// Returns the last two non-blank lines before an offset.
fn intro(source: &str, at: usize) -> String {
    let mut lines: Vec<&str> = source[..at].lines().rev().filter(|line| !line.trim().is_empty()).take(2).collect();
    lines.reverse();
    lines.retain(|line| !text::is_fence(line));
    lines.join("\n")
}

/// Reads an info string: `js`, `js:src/run.js`, `javascript title="run.js"`, `{.js .numbered}`, `src/run.js`.
fn read_info(info: &str) -> (Tag, Option<String>) {
    let info = info.trim().trim_start_matches('{').trim_start_matches('.');
    let end = info.find([' ', '\t', ',', '{', '}', '(', ':', '=', '|', '#']).unwrap_or(info.len());
    let (word, rest) = info.split_at(end);
    let rest = rest.trim_start_matches([' ', '\t', ':', ',', '{', '(']);
    // `12:40:src/run.js`
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let name = info.rsplit(':').next().unwrap_or_default().trim();
        return (of_file(name), looks_like_file(name).then(|| name.to_owned()));
    }
    if looks_like_file(word) {
        return (of_file(word), Some(word.to_owned()));
    }
    let tag = of_word(word.trim_start_matches("language-").trim_start_matches("lang-"));
    let names = rest.split([' ', '\t', ',', '}', ')']).map(|attribute| {
        let value = attribute.split_once('=').map_or(attribute, |(_, value)| value);
        value.trim_matches(['"', '\'', '`', '{', '[', ']'])
    });
    let name = names.into_iter().find(|name| looks_like_file(name)).map(str::to_owned);
    (tag, name)
}

/// Returns whether a word is a file name: it has an extension of letters and digits.
fn looks_like_file(word: &str) -> bool {
    let Some((stem, extension)) = word.rsplit_once('.') else { return false };
    let stem = stem.rsplit('/').next().unwrap_or_default();
    !stem.is_empty()
        && (1..=6).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
        && word.chars().all(|character| character.is_alphanumeric() || "._-/\\@[]".contains(character))
}

/// Returns the file name in a first line such as `// src/run.js`.
fn name_in_comment(code: &str) -> Option<String> {
    let line = code.lines().next()?.trim();
    let inside = line
        .strip_prefix("//")
        .or_else(|| line.strip_prefix("/*").map(|rest| rest.trim_end_matches("*/")))
        .or_else(|| line.strip_prefix('#'))
        .or_else(|| line.strip_prefix("<!--").map(|rest| rest.trim_end_matches("-->")))?;
    let inside =
        inside.trim().trim_start_matches("File:").trim_start_matches("file:").trim_start_matches("filename:").trim();
    let name = inside.split_whitespace().next()?.trim_end_matches([':', ',']);
    let is_alone = inside.split_whitespace().nth(1).is_none_or(|next| next.starts_with(['-', '(', '–', '—']));
    (is_alone && looks_like_file(name) && is_code_file(name)).then(|| name.to_owned())
}

/// Returns the file name in a heading such as `### src/run.js` or `**run.js**:`.
fn name_in_intro(intro: &str) -> Option<String> {
    let line = intro.lines().next_back()?.trim();
    let is_heading = line.starts_with(['#', '*', '`']) || line.split_whitespace().count() <= 3;
    let word = line
        .split_whitespace()
        .map(|word| word.trim_matches(['#', '*', '`', ':', '"', '\'', '(', ')', ',']))
        .find(|word| looks_like_file(word))?;
    (is_heading && is_code_file(word)).then(|| word.to_owned())
}

fn is_code_file(name: &str) -> bool {
    of_file(name) != Tag::Untagged
}

/// Returns the tag that a file name's extension implies.
fn of_file(name: &str) -> Tag {
    let extension = name.rsplit('.').next().unwrap_or_default();
    if extension == name || name.contains(' ') {
        return Tag::Untagged;
    }
    of_word(extension)
}

/// Returns the meaning of a tag, ignoring case.
fn of_word(word: &str) -> Tag {
    let word = word.trim_end_matches(['.', ';', '!']).to_ascii_lowercase();
    if let Some(language) = Language::of_word(&word) {
        return Tag::Script(language);
    }
    match word.as_str() {
        "" | "code" | "snippet" | "source" | "file" | "example" | "copy" | "none" | "auto" | "unknown" => Tag::Untagged,
        "diff" | "patch" | "udiff" | "git-diff" | "gitdiff" => Tag::Patch,
        "html" | "htm" | "vue" | "svelte" | "astro" | "xhtml" | "ejs" | "erb" | "php-html" => Tag::Markup,
        "markdown" | "md" | "mdx" | "gfm" => Tag::Markdown,
        _ => Tag::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JS: Tag = Tag::Script(Language::JavaScript);

    #[test]
    fn info_strings_are_read_however_they_are_written() {
        for (info, tag, name) in [
            ("js", JS, None),
            ("JavaScript", JS, None),
            ("javascript title=\"run.js\"", JS, Some("run.js")),
            ("js:src/run.js", JS, Some("src/run.js")),
            ("js src/run.js", JS, Some("src/run.js")),
            ("js {1,3-5}", JS, None),
            ("js{1,3}", JS, None),
            ("{.js .numberLines}", JS, None),
            ("{.javascript}", JS, None),
            ("language-js", JS, None),
            ("js,editable", JS, None),
            ("node", JS, None),
            ("mjs", JS, None),
            ("src/run.js", JS, Some("src/run.js")),
            ("12:40:src/run.js", JS, Some("src/run.js")),
            ("ts filename=a.ts", Tag::Script(Language::TypeScript), Some("a.ts")),
            ("tsx", Tag::Script(Language::Tsx), None),
            ("jsx", Tag::Script(Language::Jsx), None),
            ("", Tag::Untagged, None),
            ("bash", Tag::Other, None),
            ("json", Tag::Other, None),
            ("package.json", Tag::Other, Some("package.json")),
            ("text", Tag::Other, None),
            ("diff", Tag::Patch, None),
            ("html", Tag::Markup, None),
            ("markdown", Tag::Markdown, None),
        ] {
            assert_eq!(read_info(info), (tag, name.map(str::to_owned)), "{info}");
        }
    }

    #[test]
    fn blocks_are_found_whatever_stands_around_them() {
        for source in [
            "```js\nf();\n```",
            "~~~js\nf();\n~~~",
            "````js\nf();\n````",
            "> ```js\n> f();\n> ```",
            "1. Do:\n   ```js\n   f();\n   ```",
            "- Do:\n\n  ```js\n  f();\n  ```",
            "  ```js\n  f();\n  ```",
            "<answer>\n```js\nf();\n```\n</answer>",
            "<details>\n<summary>Code</summary>\n```js\nf();\n```\n</details>",
            "Text\n```js\nf();\n```\ntext",
            "    ```js\n    f();\n    ```",
            "``` js\nf();\n```",
            "```js\r\nf();\r\n```\r\n",
            "```js\n\n\nf();\n\n```",
            "> > ```js\n> > f();\n> > ```",
            "\t```js\n\tf();\n\t```",
        ] {
            let blocks = fenced(source);
            assert_eq!(blocks.len(), 1, "{source}");
            assert_eq!((&blocks[0].tag, blocks[0].code.as_str(), blocks[0].is_closed), (&JS, "f();", true), "{source}");
            let raw = source.lines().nth(blocks[0].lines[0] - 1).unwrap();
            assert!(raw.contains("f();"), "{source}: line {}", blocks[0].lines[0]);
        }
        assert!(!fenced("```js\nf();")[0].is_closed);
        assert!(!fenced("````js\nf();\n```")[0].is_closed);
    }

    #[test]
    fn inline_code_is_no_block() {
        assert_eq!(fenced("Put it in a ```js``` block").len(), 0);
        assert_eq!(fenced("```js``` and\n\n```js\nf();\n```\n").len(), 1);
    }

    #[test]
    fn names_of_files_are_found() {
        let name = |source: &str| fenced(source)[0].name.clone();
        assert_eq!(name("```js\n// src/run.js\nf();\n```").as_deref(), Some("src/run.js"));
        assert_eq!(name("### `server.js`\n\n```js\nf();\n```").as_deref(), Some("server.js"));
        assert_eq!(name("**db.ts**:\n```\nf();\n```").as_deref(), Some("db.ts"));
        assert_eq!(name("```js\n// This calls f.\nf();\n```"), None);
        assert_eq!(name("```js\n// e.g. f\nf();\n```"), None);
    }

    #[test]
    fn indented_code_is_a_block() {
        let blocks = indented("Do:\n\n    f();\n    g();\n\nDone.");
        assert_eq!((blocks[0].code.as_str(), &blocks[0].lines), ("f();\ng();", &vec![3, 4]));
    }
}
