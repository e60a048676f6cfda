//! Raw answers → code: envelopes, reasoning, fences, language, status.
//!
//! One place decides what the code of an answer is, wherever answers come from. Nothing is executed: text is parsed,
//! and what it declares is looked at.
//!
//! Over 600 lines: the steps of one extraction, with their tests; they are to be divided.

mod envelope;
mod language;
mod markdown;
mod notice;
mod reasoning;
mod select;
mod status;
mod text;

use oxsec_rules::{Outline, Verdict};
use serde::Serialize;

use markdown::{Block, Tag};
use select::{Candidate, Joined, Origin};

pub use envelope::parts;
pub use language::{Language, Said};
pub use notice::failure_notice;
pub use select::{LeftOut, Why};
pub use status::Status;

/// Changes whenever the same answer can give other code than before, so that a journal tells by which reading it was
/// begun.
pub const EXTRACTOR_VERSION: u32 = 3;

/// The number of times that the end of a block is looked for further on, where code holds what looks like one.
const MAX_EXTENSIONS: usize = 4;

/// The number of beginnings and ends of unfenced code that are tried.
const MAX_TRIED_STARTS: usize = 6;
const MAX_TRIED_ENDS: usize = 3;

/// The code that an answer holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    pub code: String,
    pub language: Language,
    /// What the answer is, as far as that can be told before its code is analyzed.
    pub status: Status,
    pub extraction: Extraction,
}

/// The way in which code was taken from an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Extraction {
    pub reading: Reading,
    pub language: Language,
    /// The JSON that the answer was wrapped in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub envelope: Option<&'static str>,
    /// Why the call failed, where the answer says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// Where lines of the code come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Lines>,
}

/// The part of an answer that is its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// All of it.
    Whole,
    /// All but the sentences before and after.
    WithoutProse,
    /// One block.
    Block,
    /// Several blocks, put together.
    Blocks,
    /// What stands in `<script>`.
    Scripts,
    /// What is set off by four spaces.
    Indented,
    /// Nothing: there is no code in it.
    None,
}

/// Lines of code that follow one another in the answer too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// The first of them in the code, from 1.
    pub line: usize,
    pub count: usize,
    /// The number of their block, from 1; 0 where the code is no block.
    pub block: usize,
    /// The first of them in the answer, from 1, in what an envelope holds.
    pub raw: usize,
}

impl Extracted {
    /// Takes the code out of an answer. `said` is what the caller knows about its language.
    pub fn from_response(response: &str, said: Option<Said>) -> Self {
        let Some((name, content)) = envelope::open(response) else { return Reader::new(said).read(response) };
        let mut extracted = match content {
            envelope::Content::Text { text, is_cut_off } => {
                let mut extracted = Reader::new(said).read(&text);
                if is_cut_off && extracted.status != Status::Failed {
                    extracted.status = Status::CutOff;
                }
                extracted
            }
            envelope::Content::Files(files) => Reader::new(said).files(&files),
            envelope::Content::Failed(reason) => Self {
                extraction: Extraction { failure: Some(reason), ..Extraction::none() },
                ..Self::without_code(Status::Failed)
            },
        };
        extracted.extraction.envelope = Some(name);
        extracted
    }

    fn without_code(status: Status) -> Self {
        let language = Language::JavaScript;
        Self { code: String::new(), language, status, extraction: Extraction::none() }
    }

    fn new(code: String, language: Language, status: Status, reading: Reading, origins: &[Origin]) -> Self {
        let extraction = Extraction { reading, language, lines: runs(origins), ..Extraction::none() };
        Self { code, language, status, extraction }
    }

    fn of_joined(joined: Joined, reading: Reading) -> Self {
        let Joined { code, language, origins, outline, blocks, left_out, is_open } = joined;
        let reading = if reading == Reading::Block && blocks > 1 { Reading::Blocks } else { reading };
        let status = match status_of(&code, &outline) {
            _ if is_open => Status::CutOff,
            // The fence is a part of the code: that of the answer is gone.
            Status::Fenced => Status::Unparsable,
            status => status,
        };
        let mut extracted = Self::new(code, language, status, reading, &origins);
        extracted.extraction.left_out = left_out;
        extracted
    }
}

impl Extraction {
    /// Returns what an answer says before its code and after it, fences left out; nothing of what an envelope holds.
    pub fn around<'r>(&self, response: &'r str) -> (&'r str, &'r str) {
        let raws = || self.lines.iter().filter(|_| self.envelope.is_none());
        let (Some(first), Some(last)) = (raws().map(|it| it.raw).min(), raws().map(|it| it.raw + it.count).max())
        else {
            return ("", "");
        };
        let starts = markdown::line_starts(response);
        let at = |line: usize| starts.get(line - 1).copied().unwrap_or(response.len());
        let before = &response[..at(first)];
        let after = &response[at(last)..];
        let fence_start = before.trim_end().rfind('\n').map_or(0, |at| at + 1);
        let before = if text::is_fence(&before[fence_start..]) { &before[..fence_start] } else { before };
        let after = match after.split_once('\n') {
            Some((line, rest)) if text::is_fence(line) => rest,
            None if text::is_fence(after) => "",
            _ => after,
        };
        (before, after)
    }

    fn none() -> Self {
        Self {
            reading: Reading::None,
            language: Language::JavaScript,
            envelope: None,
            failure: None,
            left_out: Vec::new(),
            lines: Vec::new(),
        }
    }
}

/// The status of code by its outline.
fn status_of(code: &str, outline: &Outline) -> Status {
    match outline.verdict {
        Verdict::OverLimit => Status::OverLimit,
        Verdict::Code if text::is_patch(code) => Status::Patch,
        Verdict::Code if text::only_looks_like_code(code) => Status::OtherLanguage,
        Verdict::Code => Status::Code,
        Verdict::NoStatement => Status::Empty,
        Verdict::Inert => Status::of_no_code(code, false),
        Verdict::Unparsable => {
            let ends_early = outline.error_offset.is_some_and(|offset| offset >= code.trim_end().len());
            Status::of_no_code(code, ends_early || is_unterminated(code))
        }
    }
}

/// Returns whether a text stops within a template or a comment: then closing it makes it parse further.
fn is_unterminated(code: &str) -> bool {
    let at_end = |ending: &str| {
        let outline = Outline::new("answer.js", &format!("{code}{ending}"));
        outline.verdict != Verdict::Unparsable || outline.error_offset.is_some_and(|offset| offset >= code.len())
    };
    code.contains('`') && code.matches('`').count() % 2 == 1 && at_end("\n`") || code.contains("/*") && at_end("*/")
}

/// Puts lines together that follow one another.
fn runs(origins: &[Origin]) -> Vec<Lines> {
    let mut runs: Vec<Lines> = Vec::new();
    for (index, origin) in origins.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if run.block == origin.block && run.raw + run.count == origin.raw => run.count += 1,
            _ => runs.push(Lines { line: index + 1, count: 1, block: origin.block, raw: origin.raw }),
        }
    }
    runs
}

/// Reads answers.
struct Reader {
    said: Option<Said>,
}

impl Reader {
    fn new(said: Option<Said>) -> Self {
        Self { said }
    }

    fn read(&self, response: &str) -> Extracted {
        if self.said == Some(Said::Other) {
            return Extracted::without_code(Status::OtherLanguage);
        }
        let response = response.strip_prefix('\u{FEFF}').unwrap_or(response);
        let response = reasoning::without_escapes(response);
        let answered = reasoning::without_reasoning(&response);
        let text = answered.text.as_str();
        if text.trim().is_empty() {
            let status = if answered.ends_in_reasoning { Status::CutOff } else { Status::Empty };
            return Extracted::without_code(status);
        }
        if let Some(reason) = failure_notice(text) {
            let mut extracted = Extracted::without_code(Status::Failed);
            extracted.extraction.failure = Some(reason.to_owned());
            return extracted;
        }
        let mut extracted = self.read_answer(text);
        // An answer that goes over into thoughts without an end was not given whole.
        if answered.ends_in_reasoning {
            extracted.status = Status::CutOff;
        }
        extracted
    }

    fn read_answer(&self, text: &str) -> Extracted {
        if !text::has_fence(text) {
            let unnamed = without_language_name(text);
            return self.unfenced(unnamed.as_deref().unwrap_or(text));
        }
        let unwrapped = without_wrapper(text);
        let text = unwrapped.as_deref().unwrap_or(text);
        let blocks = extended(text, markdown::fenced(text), |block| self.language_of(block));
        let blocks = with_scripts(blocks);
        if let Some(joined) = select::join(self.candidates(&blocks)) {
            return Extracted::of_joined(joined, Reading::Block);
        }
        if let Some(extracted) = blocks.iter().find_map(|block| self.enveloped(block)) {
            return extracted;
        }
        // What stands outside of the blocks, if that is code: a fence without its partner, a block of shell commands.
        let outside = without_blocks(text, &blocks);
        let unfenced = self.unfenced(&outside);
        if unfenced.status == Status::Code {
            return unfenced;
        }
        let has = |tag: &Tag| blocks.iter().any(|block| block.tag == *tag && !block.code.trim().is_empty());
        let tagged = blocks.iter().find(|block| matches!(block.tag, Tag::Script(_)));
        let status = if has(&Tag::Patch) || blocks.iter().any(|block| text::is_patch(&block.code)) {
            Status::Patch
        } else if has(&Tag::Other) || has(&Tag::Markup) {
            Status::OtherLanguage
        } else if let Some(block) = tagged {
            if block.is_closed { Status::Empty } else { Status::CutOff }
        } else if let Some(block) = blocks.iter().find(|block| !block.code.trim().is_empty()) {
            // An untagged block that is no code is what it looks like, and prose where it looks like nothing.
            match status_of(&block.code, &Outline::new("answer.js", &block.code)) {
                Status::Empty | Status::Code => unfenced.status,
                status => status,
            }
        } else if unfenced.status == Status::Fenced {
            Status::Refused
        } else {
            unfenced.status
        };
        let code = match status {
            Status::Unparsable | Status::CutOff => {
                blocks.iter().find(|block| !block.code.trim().is_empty()).map(|block| block.code.clone())
            }
            _ => None,
        };
        Extracted { code: code.unwrap_or_default(), ..Extracted::without_code(status) }
    }

    /// The code in a block that is JSON with code in it, as models give it that were asked for JSON.
    fn enveloped(&self, block: &Block) -> Option<Extracted> {
        let (name, content) = envelope::open(&block.code)?;
        let mut extracted = match content {
            envelope::Content::Text { text, .. } => self.read(&text),
            envelope::Content::Files(files) => self.files(&files),
            envelope::Content::Failed(_) => return None,
        };
        extracted.extraction.envelope = Some(name);
        (extracted.status == Status::Code).then_some(extracted)
    }

    /// The blocks that may be code: those that are tagged so, or else those without a tag that are code and do
    /// something.
    fn candidates<'b>(&self, blocks: &'b [Block]) -> Vec<Candidate<'b>> {
        let candidate = |(index, block): (usize, &'b Block)| {
            let (language, outline) = self.outline(block);
            Candidate { number: index + 1, block, language, outline }
        };
        let is_filled = |(_, block): &(usize, &Block)| !block.code.trim().is_empty();
        let is_script = |(_, block): &(usize, &Block)| matches!(block.tag, Tag::Script(_));
        let tagged: Vec<Candidate> =
            blocks.iter().enumerate().filter(is_filled).filter(is_script).map(candidate).collect();
        if !tagged.is_empty() {
            return tagged;
        }
        let untagged = blocks.iter().enumerate().filter(is_filled).filter(|(_, block)| block.tag == Tag::Untagged);
        untagged
            .map(candidate)
            .filter(|candidate| {
                let code = &candidate.block.code;
                candidate.outline.is_code() && !text::is_patch(code) && !text::only_looks_like_code(code)
            })
            .collect()
    }

    fn language_of(&self, block: &Block) -> Language {
        match (self.said, &block.tag) {
            (Some(Said::Known(language)), _) => language,
            (_, &Tag::Script(language)) => language,
            _ => Language::JavaScript,
        }
    }

    /// A block's language and outline. Without a tag it is the first language that it parses as.
    fn outline(&self, block: &Block) -> (Language, Outline) {
        if self.said.is_none() && block.tag == Tag::Untagged {
            return first_that_parses(&block.code);
        }
        let language = self.language_of(block);
        (language, Outline::new(language.file_name(), &block.code))
    }

    /// An answer without fences: all of it, the scripts in it, or what is left when sentences around it go.
    fn unfenced(&self, text: &str) -> Extracted {
        let starts = markdown::line_starts(text);
        let piece = |from: usize, to: usize| {
            let code = &text[from..to];
            let leading = code.len() - code.trim_start_matches(['\n', '\r']).len();
            let from = from + leading - (code[..leading].len() - code[..leading].trim_end_matches(' ').len());
            (text[from..to].trim_end(), markdown::line_of(&starts, from))
        };
        let found = |code: &str, raw: usize, language, status, reading| {
            let origins: Vec<Origin> =
                (0..code.lines().count()).map(|index| Origin { block: 0, raw: raw + index }).collect();
            Extracted::new(code.to_owned(), language, status, reading, &origins)
        };
        let (whole, first_line) = piece(0, text.len());
        let (language, outline) = self.read_as(whole);
        let status = status_of(whole, &outline);
        if status == Status::Code {
            return found(whole, first_line, language, status, Reading::Whole);
        }
        let scripts = scripts(text, &starts);
        if let Some(joined) = select::join(self.candidates(&scripts)) {
            return Extracted::of_joined(joined, Reading::Scripts);
        }
        if outline.verdict != Verdict::OverLimit {
            for (from, to) in without_prose(text) {
                // What looks like sentences may be the lines of another language.
                if text::is_other_program(&text[..from]) || text::is_other_program(&text[to..]) {
                    continue;
                }
                let (code, line) = piece(from, to);
                let (language, outline) = self.read_as(code);
                if status_of(code, &outline) == Status::Code {
                    return found(code, line, language, Status::Code, Reading::WithoutProse);
                }
            }
            let blocks = markdown::indented(text);
            if status != Status::OtherLanguage
                && let Some(joined) = select::join(self.candidates(&blocks))
            {
                return Extracted::of_joined(joined, Reading::Indented);
            }
        }
        match status {
            Status::Unparsable | Status::CutOff | Status::OverLimit | Status::Patch => {
                found(whole, first_line, language, status, Reading::Whole)
            }
            status => Extracted::without_code(status),
        }
    }

    fn read_as(&self, code: &str) -> (Language, Outline) {
        match self.said {
            Some(Said::Known(language)) => (language, Outline::new(language.file_name(), code)),
            _ => first_that_parses(code),
        }
    }

    /// An answer that is several files.
    fn files(&self, files: &[(String, String)]) -> Extracted {
        let blocks: Vec<Block> = files
            .iter()
            .map(|(path, text)| {
                let extension = path.rsplit('.').next().unwrap_or_default();
                let code = text.trim_end().to_owned();
                Block {
                    tag: Language::of_word(extension).map_or(Tag::Other, Tag::Script),
                    name: Some(path.clone()),
                    intro: String::new(),
                    lines: (1..=code.lines().count()).collect(),
                    code,
                    is_closed: true,
                    range: 0..0,
                }
            })
            .collect();
        match select::join(self.candidates(&blocks)) {
            Some(joined) => Extracted::of_joined(joined, Reading::Block),
            None => Extracted::without_code(Status::OtherLanguage),
        }
    }
}

/// The first language that a text is code in, JavaScript first; JavaScript where it is code in none.
fn first_that_parses(code: &str) -> (Language, Outline) {
    let as_javascript = Outline::new(Language::JavaScript.file_name(), code);
    if as_javascript.verdict != Verdict::Unparsable {
        return (Language::JavaScript, as_javascript);
    }
    // Prose is hardly ever of any of them; it need not be tried.
    if !code.lines().any(text::is_code_line) {
        return (Language::JavaScript, as_javascript);
    }
    let others = [Language::Jsx, Language::TypeScript, Language::Tsx].into_iter();
    let mut outlines = others.map(|language| (language, Outline::new(language.file_name(), code)));
    outlines.find(|(_, outline)| outline.is_code()).unwrap_or((Language::JavaScript, as_javascript))
}

/// The text without a fence around all of it that is tagged as Markdown, or is not and holds fences with tags: what is
/// in there is the answer. Its line stays, empty.
fn without_wrapper(text: &str) -> Option<String> {
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
    // The partner of the fence that goes, where it is longer than those within.
    let marks = first.trim().len() - first.trim().trim_start_matches(['`', '~']).len();
    if marks > 3
        && let Some(end) = unwrapped.rfind(&first.trim()[..marks])
    {
        unwrapped.truncate(end);
    }
    Some(unwrapped)
}

/// The text without the name of a language that stands alone on its first line, where chat pages put it.
fn without_language_name(text: &str) -> Option<String> {
    let from = text.len() - text.trim_start().len();
    let (line, rest) = text[from..].split_once('\n')?;
    Language::of_word(line).map(|_| format!("{}\n{rest}", &text[..from]))
}

/// The blocks, of which those are longer that hold what looks like their end: code in a template that is Markdown
/// itself.
fn extended(text: &str, blocks: Vec<Block>, language_of: impl Fn(&Block) -> Language) -> Vec<Block> {
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
    // Only within a template does code go on behind a fence.
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

/// A block without a closing fence, up to where its code ends: where the fence stands behind the last statement on its
/// line, or was forgotten and sentences follow.
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
    // Behind code on its line, and nothing after it.
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

/// The text with nothing but line breaks where its blocks are.
fn without_blocks(text: &str, blocks: &[Block]) -> String {
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

/// Returns what is left of a text when sentences before and after it go: places to try, the longest first.
fn without_prose(text: &str) -> Vec<(usize, usize)> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line));
        at += line.len();
    }
    let is_blank = |line: &str| line.trim().is_empty();
    // No line of code is left out.
    let first_code = lines.iter().position(|(_, line)| text::is_code_line(line)).unwrap_or(lines.len());
    let last_code = lines.iter().rposition(|(_, line)| text::is_code_line(line)).unwrap_or(0);
    let mut starts: Vec<usize> = Vec::new();
    for index in 0..lines.len().min(first_code + 1) {
        let is_start = !is_blank(lines[index].1)
            && !text::is_prose_line(lines[index].1)
            && (index == 0
                || is_blank(lines[index - 1].1)
                || text::is_prose_line(lines[index - 1].1)
                || index == first_code);
        if is_start {
            starts.push(lines[index].0);
        }
    }
    // The nearest to the code, which is what is likeliest.
    let skipped = starts.len().saturating_sub(MAX_TRIED_STARTS);
    let starts = &starts[skipped..];
    let mut ends: Vec<usize> = vec![text.len()];
    for index in (last_code..lines.len()).rev() {
        let next_is_other = lines.get(index + 1).is_none_or(|(_, next)| is_blank(next) || text::is_prose_line(next));
        if !is_blank(lines[index].1) && next_is_other && (index == last_code || !text::is_prose_line(lines[index].1)) {
            ends.push(lines[index].0 + lines[index].1.len());
        }
    }
    ends.dedup();
    if ends.len() > MAX_TRIED_ENDS {
        ends.drain(1..ends.len() - MAX_TRIED_ENDS + 1);
    }
    starts.iter().flat_map(|&from| ends.iter().map(move |&to| (from, to))).filter(|(from, to)| from < to).collect()
}

/// The blocks, with the scripts of pages in place of the pages that hold any.
fn with_scripts(blocks: Vec<Block>) -> Vec<Block> {
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

/// The scripts of a page or a component, each as a block.
fn scripts(text: &str, starts: &[usize]) -> Vec<Block> {
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

#[cfg(test)]
mod tests;
