//! Readers of the values that arrive at sinks, which decide whether an input does damage.

mod arguments;
mod code;
mod html;
mod path;
mod shell;
mod sql;
mod url;

use super::{Flow, SinkKind, Term, TermKind, Weakness, witness::Val};

pub(super) use arguments::{payloads as argument_payloads, script_of_interpreter, script_of_shell};
use path::folder_of;
pub(super) use path::names_folder;
pub(super) use sql::BEFORE_CLAUSE;
pub(super) use url::EVIL_BEGINNING;

/// A layout that a template engine reads as a file.
pub(super) const LAYOUT: &str = "../../../../etc/passwd";

/// The facts about a sink by which its inputs are judged.
pub(super) struct Judged<'j> {
    pub kind: SinkKind,
    /// The name of the program that is run.
    pub program: Option<&'j str>,
    /// The value that arrives at the sink for a harmless input.
    pub benign: Option<&'j Val>,
    /// That value as text.
    pub benign_text: Option<String>,
    /// The folder that a harmless file name arrives in.
    pub folder: Option<String>,
    /// True if the source is not a request but a parameter, or something local.
    pub is_parameter: bool,
    /// True if the program has a default for a missing value.
    pub has_default: bool,
}

impl<'j> Judged<'j> {
    pub(super) fn new(
        kind: SinkKind,
        program: Option<&'j str>,
        benign: Option<&'j Val>,
        is_parameter: bool,
        has_default: bool,
    ) -> Self {
        let benign_text = benign.and_then(Val::to_text);
        let is_file = matches!(kind, SinkKind::Path | SinkKind::Look) || kind.takes_folder();
        let folder = benign_text.as_deref().filter(|_| is_file).and_then(folder_of);
        Self { kind, program, benign, benign_text, folder, is_parameter, has_default }
    }
}

/// The damage that an input does, and the position of the input in the sink.
pub(super) struct Verdict {
    pub context: String,
    pub weakness: Weakness,
}

impl Verdict {
    fn ordinary(context: impl Into<String>) -> Option<Self> {
        Some(Self { context: context.into(), weakness: Weakness::Ordinary })
    }
}

/// Returns a verdict if the value that arrives at a sink for an input does damage.
pub(super) fn damage(judged: &Judged<'_>, input: &str, arrived: &Val) -> Option<Verdict> {
    match judged.kind {
        SinkKind::NoSql => {
            return has_operator(arrived, false, 0).then(|| Verdict::ordinary("a value of the query"))?;
        }
        SinkKind::Locals => {
            let is_chosen = |value: &Val| *value == Val::text(LAYOUT);
            let has_layout = matches!(arrived, Val::Object(properties)
                if properties.iter().any(|(name, value)| name == "layout" && is_chosen(value)));
            return has_layout.then(|| Verdict::ordinary("the layout"))?;
        }
        SinkKind::Arguments => return arguments::damage(judged, input, arrived),
        SinkKind::Size => {
            return matches!(arrived, Val::Number(number) if *number >= 1e9)
                .then(|| Verdict::ordinary("the size"))?
                .or_else(|| (arrived.to_text()? == "1000000000").then(|| Verdict::ordinary("the size"))?);
        }
        _ => {}
    }
    let text = arrived.to_text()?;
    let benign = judged.benign_text.as_deref();
    match judged.kind {
        SinkKind::Shell => shell::damage(&text, benign),
        SinkKind::Program => {
            let verdict = text.ends_with(input.trim_start_matches("../")).then(|| Verdict::ordinary("the program"))?;
            // A caller who may replace the program's default is meant to.
            let by_design = judged.is_parameter && judged.has_default;
            verdict.map(|it| if by_design { Verdict { weakness: Weakness::ByDesign, ..it } } else { it })
        }
        SinkKind::Path | SinkKind::Look | SinkKind::Folder | SinkKind::Removal => path::damage(judged, &text),
        SinkKind::Sql | SinkKind::Clause => sql::damage(&text, input, judged.is_parameter),
        SinkKind::Columns => sql::names_column(&text, input),
        SinkKind::Fields => (text == input).then(|| Verdict::ordinary("a field"))?,
        SinkKind::Code => code::damage(&text),
        SinkKind::Module => {
            let is_module = text == input || text.contains(input) && input.contains("../");
            is_module.then(|| Verdict::ordinary("the name of the module"))?
        }
        SinkKind::Template => text.contains(input).then(|| Verdict::ordinary("the template's text"))?,
        SinkKind::Html | SinkKind::MailHtml => html::damage(&text),
        // A text that does not begin with a tag is a selector.
        SinkKind::Selector if text.trim_start().starts_with('<') => html::damage(&text),
        SinkKind::Selector => None,
        SinkKind::Request => url::request(&text, benign),
        SinkKind::Redirect | SinkKind::Resource => url::redirect(&text),
        SinkKind::Link => url::script(&text),
        SinkKind::Script => html::script(&text),
        SinkKind::Origin => url::origin(&text),
        SinkKind::RegExp => text.contains(input).then(|| Verdict::ordinary("the pattern"))?,
        SinkKind::Log => brings(&text, benign, &["\n", "\r"]).then(|| Verdict::ordinary("a log line"))?,
        SinkKind::Header => brings(&text, benign, &["\r\n"]).then(|| Verdict::ordinary("a header's value"))?,
        SinkKind::Deserialize => text.contains("_$$ND_FUNC$$_").then(|| Verdict::ordinary("the serialised text"))?,
        SinkKind::Xml => text.contains(input).then(|| Verdict::ordinary("the document"))?,
        SinkKind::Inflate => text.contains(input).then(|| Verdict::ordinary("what is unpacked"))?,
        SinkKind::Method | SinkKind::GlobalMethod => {
            text.ends_with(input).then(|| Verdict::ordinary("the name of a function"))?
        }
        SinkKind::PrototypeKey => {
            matches!(text.as_str(), "__proto__" | "constructor").then(|| Verdict::ordinary("the name of a property"))?
        }
        SinkKind::Format => text.contains("%s%d%o").then(|| Verdict::ordinary("the format"))?,
        SinkKind::Filter => sql::filter(&text, input),
        SinkKind::Page => html::damage(&text).or_else(|| code::damage(&text)),
        SinkKind::NoSql | SinkKind::Locals | SinkKind::Arguments | SinkKind::Size => None,
    }
}

/// Returns whether a text contains one of these more often than the text for a harmless input does.
fn brings(text: &str, benign: Option<&str>, wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| text.matches(wanted).count() > benign.map_or(0, |benign| benign.matches(wanted).count()))
}

/// Operators of a document database that compare with their operand as it is, whatever operators are in it.
const COMPARING: &[&str] = &["$eq", "$gt", "$gte", "$in", "$lt", "$lte", "$ne", "$nin"];

/// Operators that refuse an operand which is no text.
const OF_TEXT: &[&str] = &["$options", "$regex", "$search"];

/// Operators of an update that store their operand as it is.
const STORING: &[&str] = &["$addToSet", "$push", "$set", "$setOnInsert"];

/// Returns whether a value holds an operator of a document database. In an expression, the operands of all operators
/// are expressions.
fn has_operator(value: &Val, is_expression: bool, depth: usize) -> bool {
    match value {
        _ if depth > 6 => false,
        Val::Object(properties) => properties.iter().any(|(name, value)| {
            let is_stored = depth == 0 && STORING.contains(&name.as_str());
            let is_kept =
                is_stored || OF_TEXT.contains(&name.as_str()) || !is_expression && COMPARING.contains(&name.as_str());
            let is_expression = is_expression || name == "$expr";
            name == "$ne" && *value == Val::text("") || !is_kept && has_operator(value, is_expression, depth + 1)
        }),
        Val::Array(items) => items.iter().any(|item| has_operator(item, is_expression, depth + 1)),
        _ => false,
    }
}

/// Returns a value as evidence shows it.
pub(super) fn shown(value: &Val) -> String {
    match value {
        Val::Object(properties) => {
            let parts: Vec<String> =
                properties.iter().map(|(name, value)| format!("\"{name}\": {}", shown(value))).collect();
            format!("{{{}}}", parts.join(", "))
        }
        Val::Text(_) => format!("\"{}\"", value.to_text().unwrap_or_default()),
        value => value.to_text().unwrap_or_default(),
    }
}

/// Returns whether a term is a constant that is truthy, or may be one.
pub(super) fn is_truthy_constant(flow: &Flow<'_>, term: Term) -> bool {
    match flow.kind_of(term) {
        TermKind::Const(constant) => super::calls::constant_truth(constant),
        TermKind::Union(members) => members.iter().any(|&member| is_truthy_constant(flow, member)),
        TermKind::Choice(_, yes, no) => is_truthy_constant(flow, *yes) || is_truthy_constant(flow, *no),
        _ => false,
    }
}
