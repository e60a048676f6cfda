//! Blocks as they are meant: without the fence around all of them, longer or shorter than their fences say, with the
//! scripts of pages.

use oxsec_rules::{Outline, Verdict};

use super::{
    Language,
    markdown::{self, Block, Tag},
    prose::without_prose,
    text,
};

/// The times that the end of a block is searched for further on, where code contains a possible fence.
const MAX_EXTENSIONS: usize = 4;

/// Removes a fence around the whole text that is tagged as Markdown, or is untagged and contains tagged fences: its
/// contents are the answer. The fence's line stays, empty.
pub(super) fn without_wrapper(text: &str) -> Option<String> {
    let mut lines = text.split_inclusive('\n');
    let mut at = 0;
    let first = loop {
        let line = lines.next()?;
        if text::is_fence(line) {
            break line;
        }
        at += line.len();
    };
    let blocks = markdown::fenced(text);
    let outer = blocks.first()?;
    let holds_tagged_fence = outer.code.lines().any(|line| {
        text::is_fence(line) && line.trim().trim_start_matches(['`', '~']).chars().any(char::is_alphanumeric)
    });
    let is_wrapper = match outer.tag {
        Tag::Markdown => true,
        Tag::Untagged => holds_tagged_fence && outer.range.start <= at,
        _ => false,
    };
    if !is_wrapper || !text::has_fence(&outer.code) {
        return None;
    }
    let mut unwrapped = String::with_capacity(text.len());
    unwrapped.push_str(&text[..at]);
    unwrapped.push('\n');
    unwrapped.push_str(&text[at + first.len()..]);
    // The closing fence of the removed one, where it is longer than those within.
    let marks = first.trim().len() - first.trim().trim_start_matches(['`', '~']).len();
    if marks > 3
        && let Some(end) = unwrapped.rfind(&first.trim()[..marks])
    {
        unwrapped.truncate(end);
    }
    Some(unwrapped)
}

/// Lengthens those blocks that contain an apparent closing fence: code with Markdown in a template.
pub(super) fn extended(text: &str, blocks: Vec<Block>, language_of: impl Fn(&Block) -> Language) -> Vec<Block> {
    let mut result: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut covered = 0;
    for block in blocks {
        if block.range.start < covered {
            continue;
        }
        let block = extend(text, &block, &language_of).or_else(|| shorten(&block, &language_of)).unwrap_or(block);
        covered = covered.max(block.range.end);
        result.push(block);
    }
    result
}

fn extend(text: &str, block: &Block, language_of: impl Fn(&Block) -> Language) -> Option<Block> {
    let is_script = matches!(block.tag, Tag::Script(_));
    // Code continues after a fence only inside a template.
    if !is_script || !block.is_closed || block.code.matches('`').count().is_multiple_of(2) {
        return None;
    }
    let language = language_of(block);
    if Outline::new(language.file_name(), &block.code).verdict != Verdict::Unparsable {
        return None;
    }
    let starts = markdown::line_starts(text);
    let first_line = *block.lines.first()?;
    let begin = *starts.get(first_line - 1)?;
    let mut tried = 0;
    let mut at = block.range.end;
    for line in text[block.range.end..].split_inclusive('\n') {
        let end = at;
        at += line.len();
        let trimmed = line.trim();
        if trimmed.len() < 3 || !trimmed.bytes().all(|byte| byte == b'`') {
            continue;
        }
        tried += 1;
        if tried > MAX_EXTENSIONS {
            break;
        }
        let code = text[begin..end].trim_end();
        if Outline::new(language.file_name(), code).verdict == Verdict::Code {
            return Some(Block {
                code: code.to_owned(),
                lines: (first_line..first_line + code.lines().count()).collect(),
                range: block.range.start..at,
                ..block.clone()
            });
        }
    }
    None
}

/// Shortens an unclosed block to the end of its code: the fence is on the last statement's line, or is missing and
/// sentences follow.
fn shorten(block: &Block, language_of: impl Fn(&Block) -> Language) -> Option<Block> {
    if block.is_closed || !matches!(block.tag, Tag::Script(_) | Tag::Untagged) {
        return None;
    }
    let language = language_of(block);
    let is_code = |code: &str| Outline::new(language.file_name(), code).verdict == Verdict::Code;
    if is_code(&block.code) {
        return None;
    }
    let shortened = |code: &str, is_closed: bool| Block {
        code: code.trim_end().to_owned(),
        lines: block.lines[..code.trim_end().lines().count()].to_vec(),
        is_closed,
        ..block.clone()
    };
    // A fence after code on the same line, with nothing after it.
    let is_glued = |(at, _): &(usize, &str)| {
        let (before, after) = (&block.code[..*at], &block.code[at + 3..]);
        before.lines().next_back().is_some_and(|line| !line.trim().is_empty())
            && !before.ends_with('\n')
            && after.lines().next().is_none_or(|rest| rest.trim().is_empty())
    };
    let mut ends = block.code.match_indices("```").filter(is_glued).take(MAX_EXTENSIONS);
    if let Some((end, _)) = ends.find(|(end, _)| is_code(&block.code[..*end])) {
        return Some(shortened(&block.code[..end], true));
    }
    let mut pieces = without_prose(&block.code).into_iter().filter(|&(from, _)| from == 0);
    let (_, end) = pieces.find(|&(_, to)| is_code(&block.code[..to]))?;
    Some(shortened(&block.code[..end], false))
}

/// Replaces the blocks of a text by their line breaks.
pub(super) fn without_blocks(text: &str, blocks: &[Block]) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut at = 0;
    for block in blocks {
        if block.range.start < at {
            continue;
        }
        outside.push_str(&text[at..block.range.start]);
        outside.extend(text[block.range.clone()].chars().filter(|&character| character == '\n'));
        at = block.range.end;
    }
    outside.push_str(&text[at..]);
    outside
}

/// Replaces pages that contain scripts by their scripts.
pub(super) fn with_scripts(blocks: Vec<Block>) -> Vec<Block> {
    let mut result = Vec::with_capacity(blocks.len());
    for block in blocks {
        let found = match block.tag {
            Tag::Markup => scripts(&block.code, &markdown::line_starts(&block.code)),
            _ => Vec::new(),
        };
        if found.is_empty() {
            result.push(block);
            continue;
        }
        result.extend(found.into_iter().map(|script| Block {
            lines: script.lines.iter().filter_map(|line| block.lines.get(line - 1).copied()).collect(),
            range: block.range.clone(),
            is_closed: block.is_closed,
            ..script
        }));
    }
    result
}

/// Returns the scripts of a page or a component, each as a block.
pub(super) fn scripts(text: &str, starts: &[usize]) -> Vec<Block> {
    let lower = text.to_ascii_lowercase();
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(offset) = lower[at..].find("<script") {
        let tag = at + offset;
        let Some(tag_end) = lower[tag..].find('>').map(|end| tag + end + 1) else { break };
        let Some(end) = lower[tag_end..].find("</script").map(|end| tag_end + end) else { break };
        at = end;
        let attributes = &lower[tag..tag_end];
        let is_data = ["json", "importmap", "text/template", "text/html", "x-template", "speculationrules"]
            .iter()
            .any(|kind| attributes.contains("type=") && attributes.contains(kind));
        if is_data {
            continue;
        }
        let language = if attributes.contains("lang=\"tsx\"") {
            Language::Tsx
        } else if attributes.contains("lang=\"ts\"")
            || attributes.contains("lang='ts'")
            || attributes.contains("typescript")
        {
            Language::TypeScript
        } else {
            Language::JavaScript
        };
        let body = &text[tag_end..end];
        let leading: usize = body.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
        let code = body[leading..].trim_end();
        let first = markdown::line_of(starts, tag_end + leading);
        blocks.push(Block {
            tag: Tag::Script(language),
            name: None,
            intro: String::new(),
            code: code.to_owned(),
            lines: (first..first + code.lines().count()).collect(),
            is_closed: true,
            range: tag..end,
        });
    }
    blocks
}
