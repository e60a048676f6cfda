//! Readers of what arrives at a sink: did the input leave its place?

mod arguments;
mod code;
mod html;
mod path;
mod shell;
mod sql;
mod url;

use super::{
    Const, Flow, SinkKind, Term, TermKind,
    witness::{Payload, Val, Weakness},
};

pub use arguments::{payloads as argument_payloads, script_of_interpreter, script_of_shell};
use path::folder_of;
pub use path::names_folder;
pub use sql::BEFORE_CLAUSE;

/// The facts about a sink that its inputs are judged by.
pub struct Judged<'j> {
    pub kind: SinkKind,
    /// The name of the program that is run.
    pub program: Option<&'j str>,
    /// The value that arrives at the sink for a harmless input.
    pub benign: Option<&'j Val>,
    /// The same as text.
    pub benign_text: Option<String>,
    /// The folder that a harmless file name arrives in.
    pub folder: Option<String>,
    /// True if a caller names the whole path: no folder stands before it but that which the program was started in.
    pub is_whole: bool,
    /// True if the source is not a request but a parameter, or something local.
    pub is_parameter: bool,
    /// True if the program has a value of its own where it is given none.
    pub has_default: bool,
}

impl<'j> Judged<'j> {
    pub fn new(
        kind: SinkKind,
        program: Option<&'j str>,
        benign: Option<&'j Val>,
        is_parameter: bool,
        has_default: bool,
    ) -> Self {
        let benign_text = benign.and_then(Val::to_text);
        let is_file = matches!(kind, SinkKind::Path | SinkKind::Look | SinkKind::Folder);
        let folder = benign_text.as_deref().filter(|_| is_file).and_then(folder_of);
        Self { kind, program, benign, benign_text, folder, is_whole: false, is_parameter, has_default }
    }
}

/// The damage that an input does, and the position of the input in the sink.
pub struct Verdict {
    pub context: String,
    pub weakness: Weakness,
}

impl Verdict {
    fn ordinary(context: impl Into<String>) -> Option<Self> {
        Some(Self { context: context.into(), weakness: Weakness::Ordinary })
    }
}

/// Judges what arrives of an input.
pub fn damage(judged: &Judged<'_>, payload: &Payload, arrived: &Val) -> Option<Verdict> {
    match judged.kind {
        SinkKind::NoSql => return has_operator(arrived, 0).then(|| Verdict::ordinary("a value of the query"))?,
        SinkKind::Locals => {
            let has_layout =
                matches!(arrived, Val::Object(properties) if properties.iter().any(|(name, _)| name == "layout"));
            return has_layout.then(|| Verdict::ordinary("all that the template is given"))?;
        }
        SinkKind::Arguments => return arguments::damage(judged, payload, arrived),
        SinkKind::Size => {
            return matches!(arrived, Val::Number(number) if *number >= 1e9)
                .then(|| Verdict::ordinary("the size"))?
                .or_else(|| (arrived.to_text()? == "1000000000").then(|| Verdict::ordinary("the size"))?);
        }
        _ => {}
    }
    let text = arrived.to_text()?;
    let input = payload.text();
    let benign = judged.benign_text.as_deref();
    match judged.kind {
        SinkKind::Shell => shell::damage(&text, benign),
        SinkKind::Program => {
            let verdict = text.ends_with(input.trim_start_matches("../")).then(|| Verdict::ordinary("the program"))?;
            // Who may name another program than the usual one is meant to.
            let by_design = judged.is_parameter && judged.has_default;
            verdict.map(|it| if by_design { Verdict { weakness: Weakness::ByDesign, ..it } } else { it })
        }
        SinkKind::Path | SinkKind::Look | SinkKind::Folder => path::damage(judged, &text),
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
        // What does not begin with a tag is looked for, not made.
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
        SinkKind::Deserialize => text.contains(input).then(|| Verdict::ordinary("the serialised text"))?,
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

/// Returns whether a text holds one of these more often than the same text with a harmless input.
fn brings(text: &str, benign: Option<&str>, wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| text.matches(wanted).count() > benign.map_or(0, |benign| benign.matches(wanted).count()))
}

/// Returns whether a value holds an operator of a document database.
fn has_operator(value: &Val, depth: usize) -> bool {
    match value {
        _ if depth > 6 => false,
        Val::Object(properties) => properties.iter().any(|(name, value)| {
            name == "$ne" && *value == Val::text("") || name != "$eq" && has_operator(value, depth + 1)
        }),
        Val::Array(items) => items.iter().any(|item| has_operator(item, depth + 1)),
        _ => false,
    }
}

/// Returns a value as evidence shows it.
pub fn shown(value: &Val) -> String {
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

/// Returns whether a term is a constant that JavaScript takes for true.
pub fn is_truthy_constant(flow: &Flow<'_>, term: Term) -> bool {
    match &*flow.kind(term) {
        TermKind::Const(constant) => super::calls::constant_truth(constant),
        TermKind::Union(members) => members.iter().any(|&member| is_truthy_constant(flow, member)),
        TermKind::Choice(_, yes, no) => is_truthy_constant(flow, *yes) || is_truthy_constant(flow, *no),
        _ => false,
    }
}

/// Returns the text of a constant.
fn constant_text(flow: &Flow<'_>, term: Term) -> Option<String> {
    match &*flow.kind(term) {
        TermKind::Const(Const::String(text)) => Some(text.to_string()),
        _ => None,
    }
}
