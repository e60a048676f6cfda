//! Reading one answer: which part of it is code, and of which language.

use oxsec_rules::{Outline, Verdict};

use super::{
    Extracted, Language, Reading, Said, Status,
    blocks::{extended, scripts, with_scripts, without_blocks, without_wrapper},
    envelope, failure_notice,
    markdown::{self, Block, Tag},
    prose::without_prose,
    reasoning,
    select::{self, Candidate, Origin},
    text,
};

/// Reads answers in the caller's language.
pub(super) struct Reader {
    said: Option<Said>,
}

impl Reader {
    pub(super) fn new(said: Option<Said>) -> Self {
        Self { said }
    }

    pub(super) fn read(&self, response: &str) -> Extracted {
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
        // An answer that turns into reasoning without an end is incomplete.
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
        // The text outside of the blocks, if it is code: a fence without its partner, a block of shell commands.
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
            // An untagged block that is not code has the status that it looks like, and is prose where it looks like
            // nothing.
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

    /// Extracts the code from a block of JSON with code in it, as models write it when asked for JSON.
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

    /// Returns the blocks that may be code: those with a matching tag, or else untagged ones that are code and do
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

    /// Returns a block's language and outline. An untagged block has the first language that it parses as.
    fn outline(&self, block: &Block) -> (Language, Outline) {
        if self.said.is_none() && block.tag == Tag::Untagged {
            return first_that_parses(&block.code);
        }
        let language = self.language_of(block);
        (language, Outline::new(language.file_name(), &block.code))
    }

    /// Extracts code from an answer without fences: all of it, its scripts, or the part without the sentences around
    /// it.
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
                // Apparent sentences may be lines of another language.
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

    /// Extracts the code of an answer that is several files.
    pub(super) fn files(&self, files: &[(String, String)]) -> Extracted {
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

/// Returns the status of code with this outline.
pub(super) fn status_of(code: &str, outline: &Outline) -> Status {
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

/// Returns whether a text ends inside a template or a comment, so that closing it lets the parser read further.
fn is_unterminated(code: &str) -> bool {
    let at_end = |ending: &str| {
        let outline = Outline::new("answer.js", &format!("{code}{ending}"));
        outline.verdict != Verdict::Unparsable || outline.error_offset.is_some_and(|offset| offset >= code.len())
    };
    code.contains('`') && code.matches('`').count() % 2 == 1 && at_end("\n`") || code.contains("/*") && at_end("*/")
}

/// Returns the first language in which a text parses as code, JavaScript first; JavaScript where none does.
fn first_that_parses(code: &str) -> (Language, Outline) {
    let as_javascript = Outline::new(Language::JavaScript.file_name(), code);
    if as_javascript.verdict != Verdict::Unparsable {
        return (Language::JavaScript, as_javascript);
    }
    // Prose rarely parses in any of them, so it is not tried.
    if !code.lines().any(text::is_code_line) {
        return (Language::JavaScript, as_javascript);
    }
    let others = [Language::Jsx, Language::TypeScript, Language::Tsx].into_iter();
    let mut outlines = others.map(|language| (language, Outline::new(language.file_name(), code)));
    outlines.find(|(_, outline)| outline.is_code()).unwrap_or((Language::JavaScript, as_javascript))
}

/// Removes the name of a language that is alone on the first line, where chat pages put it.
fn without_language_name(text: &str) -> Option<String> {
    let from = text.len() - text.trim_start().len();
    let (line, rest) = text[from..].split_once('\n')?;
    Language::of_word(line).map(|_| format!("{}\n{rest}", &text[..from]))
}
