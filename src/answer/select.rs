//! The selection of the blocks of an answer that are its code, and their joining into one text.
//!
//! A later block that defines the same names replaces an earlier one; complementary ones are joined; usage examples,
//! quotes of other blocks and tests are left out. Blocks that cannot be joined into one text stay unparsable: they are
//! never clean by accident.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use oxsec_rules::{Outline, TopLevel, TopLevelKind, Verdict};
use regex::Regex;
use serde::Serialize;

use super::{language::Language, markdown::Block};

/// The blocks that are compared with one another; where there are more, all are joined.
const MAX_COMPARED_BLOCKS: usize = 64;

/// A block that may be code, with its outline.
pub(super) struct Candidate<'b> {
    /// Its number among the blocks of the answer, from 1.
    pub number: usize,
    pub block: &'b Block,
    pub language: Language,
    pub outline: Outline,
}

/// The reason why a block is not part of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A later block defines the same names.
    Replaced,
    /// It shows how the code is used.
    Usage,
    /// Another block contains all its lines.
    Quoted,
    /// It tests the code.
    Test,
    /// It does not parse, and the others do.
    Unparsable,
    /// It does nothing.
    Inert,
}

/// A block that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub block: usize,
    pub why: Why,
}

/// A line of joined code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub block: usize,
    pub raw: usize,
}

/// Several blocks as one text.
pub(super) struct Joined {
    pub code: String,
    pub language: Language,
    /// The origin of each line.
    pub origins: Vec<Origin>,
    pub outline: Outline,
    /// The number of blocks that it is made of.
    pub blocks: usize,
    pub left_out: Vec<LeftOut>,
    /// One of its blocks is not closed.
    pub is_open: bool,
}

/// Joins blocks into one text. `None` where there are no blocks.
pub(super) fn join(mut candidates: Vec<Candidate<'_>>) -> Option<Joined> {
    let mut left_out = Vec::new();
    if candidates.len() > 1 && candidates.len() <= MAX_COMPARED_BLOCKS {
        drop_where(&mut candidates, &mut left_out, Why::Test, |candidate, _| is_test(candidate));
        drop_unparsable(&mut candidates, &mut left_out);
        drop_where(&mut candidates, &mut left_out, Why::Inert, |candidate, _| {
            matches!(candidate.outline.verdict, Verdict::Inert | Verdict::NoStatement)
        });
        drop_quotes(&mut candidates, &mut left_out);
        drop_usage(&mut candidates, &mut left_out);
        drop_replaced(&mut candidates, &mut left_out);
    }
    left_out.sort_by_key(|left_out| left_out.block);
    let language = candidates.iter().map(|candidate| candidate.language).reduce(Language::join)?;
    let is_open = candidates.iter().any(|candidate| !candidate.block.is_closed);
    let blocks = candidates.len();
    if let [only] = candidates.as_slice() {
        let origins = only.block.lines.iter().map(|&raw| Origin { block: only.number, raw }).collect();
        let (code, outline) = (only.block.code.clone(), only.outline.clone());
        return Some(Joined { code, language, origins, outline, blocks, left_out, is_open });
    }
    let mut texts: Vec<String> = candidates.iter().map(|candidate| candidate.block.code.clone()).collect();
    settle_names(&candidates, &mut texts);
    let (code, origins) = put_together(&candidates, &texts, false);
    let outline = Outline::new(language.file_name(), &code);
    let all_parse = candidates.iter().all(|candidate| candidate.outline.verdict != Verdict::Unparsable);
    if outline.verdict == Verdict::Unparsable && all_parse {
        // Two files share names: each file gets a scope, unless it imports or exports.
        let texts: Vec<String> = candidates.iter().map(|candidate| candidate.block.code.clone()).collect();
        let (scoped, scoped_origins) = put_together(&candidates, &texts, true);
        let scoped_outline = Outline::new(language.file_name(), &scoped);
        if scoped_outline.verdict != Verdict::Unparsable {
            return Some(Joined {
                code: scoped,
                language,
                origins: scoped_origins,
                outline: scoped_outline,
                blocks,
                left_out,
                is_open,
            });
        }
    }
    Some(Joined { code, language, origins, outline, blocks, left_out, is_open })
}

/// Leaves out the candidates that satisfy a condition, unless all do.
fn drop_where(
    candidates: &mut Vec<Candidate<'_>>,
    left_out: &mut Vec<LeftOut>,
    why: Why,
    is_out: impl Fn(&Candidate<'_>, &[Candidate<'_>]) -> bool,
) {
    let out: Vec<bool> = candidates.iter().map(|candidate| is_out(candidate, candidates)).collect();
    if out.iter().all(|&out| out) {
        return;
    }
    let mut out = out.into_iter();
    candidates.retain(|candidate| {
        let is_out = out.next().unwrap_or(false);
        if is_out {
            left_out.push(LeftOut { block: candidate.number, why });
        }
        !is_out
    });
}

fn is_test(candidate: &Candidate<'_>) -> bool {
    candidate.block.name.as_deref().is_some_and(|name| {
        let file = name.rsplit('/').next().unwrap_or(name);
        file.contains(".test.") || file.contains(".spec.") || name.contains("__tests__/")
    })
}

/// Leaves out blocks that do not parse where most of the answer does.
fn drop_unparsable(candidates: &mut Vec<Candidate<'_>>, left_out: &mut Vec<LeftOut>) {
    let bytes = |is_parsed: bool| -> usize {
        let of_kind = candidates.iter().filter(|candidate| (candidate.outline.verdict == Verdict::Code) == is_parsed);
        of_kind.map(|candidate| candidate.block.code.len()).sum()
    };
    if bytes(true) >= bytes(false) {
        drop_where(candidates, left_out, Why::Unparsable, |candidate, _| {
            matches!(candidate.outline.verdict, Verdict::Unparsable | Verdict::OverLimit)
        });
    }
}

fn drop_quotes(candidates: &mut Vec<Candidate<'_>>, left_out: &mut Vec<LeftOut>) {
    let lines = |candidate: &Candidate<'_>| -> HashSet<String> {
        candidate.block.code.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let all: Vec<(usize, HashSet<String>)> =
        candidates.iter().map(|candidate| (candidate.number, lines(candidate))).collect();
    drop_where(candidates, left_out, Why::Quoted, |candidate, _| {
        let Some((number, own)) = all.iter().find(|(number, _)| *number == candidate.number) else { return false };
        all.iter().any(|(other, theirs)| {
            // The later one of two with the same contents stays.
            let is_larger = theirs.len() > own.len() || theirs.len() == own.len() && other > number;
            other != number && is_larger && own.is_subset(theirs)
        })
    });
}

/// Leaves out usage examples: later blocks that define nothing and only call what earlier ones define.
fn drop_usage(candidates: &mut Vec<Candidate<'_>>, left_out: &mut Vec<LeftOut>) {
    static USAGE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i)\b(?:usage|example|examples|how to use|to use (?:it|this)|use it|call it|run it|test it|testing",
            r"|tests?",
            r"|demo|try it|sample|output)\b",
        ))
        .expect("a fixed pattern compiles")
    });
    let mut defined: HashSet<String> = HashSet::new();
    let mut usage: HashSet<usize> = HashSet::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let outline = &candidate.outline;
        let calls_defined = outline.calls.iter().any(|name| defined.contains(name));
        let is_said = USAGE.is_match(&candidate.block.intro);
        let has_definitions = outline.statements.iter().any(|statement| {
            matches!(statement.kind, TopLevelKind::Definition | TopLevelKind::Handler | TopLevelKind::DefaultExport)
        });
        let calls_nothing_else = outline.calls.iter().all(|name| defined.contains(name) || name == "require")
            && outline.methods.iter().all(|method| method.starts_with("console."));
        let is_usage = index > 0
            && (is_said
                && (calls_defined || outline.imports_neighbours)
                && (!has_definitions || !outline.has_functions)
                || calls_defined && calls_nothing_else && !has_definitions && !outline.has_functions);
        if is_usage {
            usage.insert(candidate.number);
        } else {
            let definitions = outline.statements.iter().filter(|statement| statement.kind == TopLevelKind::Definition);
            defined.extend(definitions.flat_map(|statement| statement.names.iter().cloned()));
        }
    }
    drop_where(candidates, left_out, Why::Usage, |candidate, _| usage.contains(&candidate.number));
}

/// Leaves out blocks all of whose names later ones define, and earlier versions of a file.
fn drop_replaced(candidates: &mut Vec<Candidate<'_>>, left_out: &mut Vec<LeftOut>) {
    let mut replaced: HashSet<usize> = HashSet::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let own: HashSet<&String> = candidate.outline.definitions().flat_map(|statement| &statement.names).collect();
        let later = &candidates[index + 1..];
        let is_newer = |other: &&Candidate<'_>| match (&candidate.block.name, &other.block.name) {
            (Some(name), Some(other)) => name == other,
            _ => true,
        };
        let theirs: HashSet<&String> = later
            .iter()
            .filter(is_newer)
            .flat_map(|other| other.outline.definitions().flat_map(|statement| &statement.names))
            .collect();
        let same_file =
            candidate.block.name.is_some() && later.iter().any(|other| other.block.name == candidate.block.name);
        if same_file || !own.is_empty() && own.is_subset(&theirs) {
            replaced.insert(candidate.number);
        }
    }
    drop_where(candidates, left_out, Why::Replaced, |candidate, _| replaced.contains(&candidate.number));
}

/// Removes statements that prevent joining: earlier definitions of a name, repeated imports, all default exports but
/// the last.
fn settle_names(candidates: &[Candidate<'_>], texts: &mut [String]) {
    let mut last_definition: HashMap<&str, usize> = HashMap::new();
    let mut last_default = None;
    for (index, candidate) in candidates.iter().enumerate() {
        for statement in &candidate.outline.statements {
            if is_definition(statement) {
                last_definition.extend(statement.names.iter().map(|name| (name.as_str(), index)));
            }
            if is_default(statement, &candidate.block.code) {
                last_default = Some(index);
            }
        }
    }
    let mut imported: HashSet<&str> = HashSet::new();
    for (index, candidate) in candidates.iter().enumerate() {
        for statement in &candidate.outline.statements {
            let is_later = |name: &String| last_definition.get(name.as_str()).is_some_and(|&last| last > index);
            let text = &mut texts[index];
            if is_definition(statement) && !statement.names.is_empty() && statement.names.iter().all(is_later) {
                blank(text, statement);
            } else if statement.kind == TopLevelKind::Import && !statement.names.is_empty() {
                if statement.names.iter().all(|name| imported.contains(name.as_str())) {
                    blank(text, statement);
                }
                imported.extend(statement.names.iter().map(String::as_str));
            }
            if is_default(statement, &candidate.block.code) && last_default != Some(index) {
                let has_name = statement.kind == TopLevelKind::Definition;
                let instead = if has_name { "              " } else { "0,            " };
                let at = statement.range.start;
                if text[at..].starts_with(DEFAULT) {
                    text.replace_range(at..at + DEFAULT.len(), instead);
                }
            }
        }
    }
}

const DEFAULT: &str = "export default";

fn is_definition(statement: &TopLevel) -> bool {
    matches!(statement.kind, TopLevelKind::Definition | TopLevelKind::Variable)
}

fn is_default(statement: &TopLevel, code: &str) -> bool {
    statement.kind == TopLevelKind::DefaultExport
        || statement.kind == TopLevelKind::Definition && code[statement.range.clone()].starts_with(DEFAULT)
}

/// Replaces a statement by spaces; its lines stay.
fn blank(text: &mut String, statement: &TopLevel) {
    let spaces: String =
        text[statement.range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(statement.range.clone(), &spaces);
}

/// Joins texts, each beginning on a line of its own; in a scope of its own where that is asked for and possible.
fn put_together(candidates: &[Candidate<'_>], texts: &[String], scoped: bool) -> (String, Vec<Origin>) {
    let mut code = String::new();
    let mut origins: Vec<Origin> = Vec::new();
    for (candidate, text) in candidates.iter().zip(texts) {
        let is_module = candidate.outline.statements.iter().any(|statement| {
            let source = &candidate.block.code[statement.range.clone()];
            source.starts_with("import") || source.starts_with("export")
        });
        let has_scope = scoped && !is_module;
        if !code.is_empty() {
            code.push('\n');
        }
        let origin = |raw: Option<&usize>| Origin { block: candidate.number, raw: raw.copied().unwrap_or(0) };
        if has_scope {
            code.push_str("{\n");
            origins.push(origin(candidate.block.lines.first()));
        }
        code.push_str(text);
        origins.extend(candidate.block.lines.iter().map(|raw| origin(Some(raw))));
        if has_scope {
            code.push_str("\n}");
            origins.push(origin(candidate.block.lines.last()));
        }
    }
    (code, origins)
}
