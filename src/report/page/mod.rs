//! The report as one page: self-contained, readable without a network, light and dark.
//!
//! The page loads nothing and runs nothing but its own script: its policy names the digests of that script and of its
//! style sheet. All text goes through maud, which escapes it, and invisible characters are written out. Without the
//! script the page is complete, but nothing can be searched, filtered or sorted.

mod answers;
pub mod behind;
mod canvas;
mod charts;
mod colours;
mod explore;
mod origin;
mod plain;
mod shown;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::experiment::{Basis, Linter, ScoredAnswer};
use crate::statistics::Proportion;

use super::Report;
use super::table::{Column, Table, Target, Value, percent};
use crate::format::rule_url;
use crate::text::{visible, visible_line};
pub use origin::{Input, Origin};
pub use plain::tables;

use canvas::Picture;
use charts::{Format, MAX_DRAWN_MODELS, MAX_DRAWN_PROMPTS};
use shown::Shown;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Renders the head of a page that loads nothing and runs nothing but this script.
fn head(title: &str, script: Option<&str>) -> Markup {
    let scripts = script.map_or_else(String::new, |script| format!("script-src '{}'; ", digest(script)));
    let style = digest(STYLE);
    let policy = format!("default-src 'none'; style-src '{style}'; {scripts}base-uri 'none'; form-action 'none'");
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// Renders the whole page.
pub fn render(report: &Report, origin: &Origin) -> String {
    let shown = &Shown::new(report);
    let tables = report.tables();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&format!("Security of generated code: {}", size(report)), Some(SCRIPT)))
            body {
                a.skip href="#main" { "Skip to the report" }
                header.top { div.page {
                    h1 { "Security of generated code" }
                    p { (size(report)) }
                } }
                (bar(report, &tables))
                main #main { div.page { (sections(shown, &tables)) (explore::section(shown, origin)) } }
                (origin::footer(origin, report))
                (views(shown))
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// Returns a source of a content security policy: the text with this SHA-256.
fn digest(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Returns the size: `5 models, 20 prompts, 700 answers, 436 remediations`.
fn size(report: &Report) -> String {
    let counts = report.leaderboard.standings.iter().map(|standing| standing.counts);
    let (answers, remediations) = counts.fold((0, 0), |(answers, remediations), counts| {
        (answers + counts.answers, remediations + counts.attempts - counts.failed)
    });
    let number = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    [
        number(report.grid.models.len(), "model", "models"),
        number(report.grid.prompts.len(), "prompt", "prompts"),
        number(answers as usize, "answer", "answers"),
        number(remediations as usize, "remediation", "remediations"),
    ]
    .join(", ")
}

fn bar(report: &Report, tables: &[Table]) -> Markup {
    html! {
        div.bar { div.page {
            nav aria-label="Contents" {
                @for section in Section::all(tables) { a href={ "#" (section.id) } { (section.title) } }
                a href="#answers" { "Answers" }
            }
            @if report.only.is_none() { fieldset.basis {
                legend { "Which answers the pictures count" }
                label { input type="radio" name="basis" id="basis-published" checked; "As published" }
                label { input type="radio" name="basis" id="basis-code"; "Among code" }
            } }
            button #theme type="button" hidden { "Dark" }
        } }
    }
}

/// A section of the report: a picture or two, and their tables.
struct Section {
    id: &'static str,
    title: &'static str,
    /// The ids of its tables.
    open: &'static [&'static str],
    /// The ids of the tables that are folded: the text alternative of a picture, or a long list.
    folded: &'static [&'static str],
}

impl Section {
    const ALL: [Section; 11] = [
        Section { id: "models", title: "Models", open: &["leaderboard"], folded: &["statuses", "directives"] },
        Section {
            id: "in-each-reading",
            title: "Readings",
            open: &["readings", "readings-net"],
            folded: &["readings-remediation"],
        },
        Section {
            id: "by-labels",
            title: "Labels",
            open: &["labelled-precision", "readings-labelled", "readings-labelled-net"],
            folded: &["readings-labelled-remediation", "labelled-answers", "labelled-classes", "labelled-rules"],
        },
        Section {
            id: "tests",
            title: "Tests",
            open: &["groups", "group-tests", "pairwise"],
            folded: &["pairwise-code"],
        },
        Section { id: "by-prompt", title: "Prompts", open: &["consistency"], folded: &["prompts", "prompts-code"] },
        Section {
            id: "by-domain",
            title: "Domains",
            open: &["champions-generation"],
            folded: &["domains", "domains-code"],
        },
        Section {
            id: "after-remediation",
            title: "Remediation",
            open: &["net", "remediation", "elimination", "champions-remediation"],
            folded: &["domains-remediation", "domains-remediation-code"],
        },
        Section { id: "choosing", title: "Selection", open: &["selection"], folded: &[] },
        Section { id: "by-rule", title: "Rules", open: &[], folded: &["rules", "silent-rules"] },
        Section { id: "proven", title: "Proofs", open: &["proofs"], folded: &["proofs-by-rule"] },
        Section { id: "against-the-record", title: "Record", open: &["record", "disagreements"], folded: &[] },
    ];

    /// Returns the ids of all its tables.
    fn tables(&self) -> impl Iterator<Item = &'static str> {
        self.open.iter().chain(self.folded).copied()
    }

    /// Returns the sections that have something to show.
    fn all(tables: &[Table]) -> Vec<Section> {
        let has = |id: &str| tables.iter().any(|table| table.id == id);
        Self::ALL.into_iter().filter(|section| section.tables().any(has)).collect()
    }
}

fn sections(report: &Shown, tables: &[Table]) -> Markup {
    let find = |ids: &[&str]| -> Vec<&Table> {
        ids.iter().filter_map(|id| tables.iter().find(|table| table.id == *id)).collect()
    };
    let statements = report.statements();
    html! {
        @if let Some(first) = statements.first() { p.result { (visible(first)) } }
        @for (place, section) in Section::all(tables).into_iter().enumerate() {
            section id=(section.id) {
                h2 { (section.title) }
                (picture(report, section.id))
                @if place == 0 && statements.len() > 1 {
                    ul.words #words aria-label="In words" {
                        @for statement in &statements[1..] { li { (visible(statement)) } }
                    }
                }
                @for shown in find(section.open) {
                    div id=(shown.id) { h3 { (shown.title) } (table(report, shown)) }
                }
                @for shown in find(section.folded) {
                    details id=(shown.id) { summary { (shown.title) } (table(report, shown)) }
                }
            }
        }
    }
}

/// Renders a section's picture. Its text alternative is the table below it.
fn picture(report: &Shown, section: &str) -> Markup {
    let both = |draw: &dyn Fn(Basis) -> Markup| match report.only {
        Some(basis) => draw(basis),
        None => html! {
            div.on-published { (draw(Basis::Published)) }
            div.on-code { (draw(Basis::Code)) }
        },
    };
    let bases = report.bases();
    let more_prompts = report.grid.prompts.len().saturating_sub(MAX_DRAWN_PROMPTS);
    html! {
        @match section {
            "models" => figure {
                figcaption {
                    @if bases.contains(&Basis::Published) { span.key { i.first {} "as published" } }
                    @if bases.contains(&Basis::Code) { span.key { i.second {} "among answers that are code" } }
                    "The thick line is Wilson’s 95% interval, which takes the answers as independent; the thin one \
                     resamples whole prompts." (not_drawn(report))
                }
                (formats(report, "Vulnerability rate of each model, with both intervals", &|format| {
                    charts::leaderboard(report, format)
                }))
            },
            "in-each-reading" => figure {
                figcaption {
                    @for (index, read) in report.readings.readings.iter().enumerate() {
                        span.key { i class=(format!("series-{index}")) {} (read.name) }
                    }
                    "Vulnerability rate of each model in each reading, with Wilson’s 95% interval." (not_drawn(report))
                }
                (formats(report, "Vulnerability rate of each model in each reading", &|format| {
                    charts::readings(report, format)
                }))
            },
            "by-prompt" => figure {
                figcaption {
                    "Vulnerable answers of all answers to a prompt. Each cell leads to its answers." (not_drawn(report))
                    @if more_prompts > 0 { " " (more_prompts) " more prompts are in the table." }
                }
                (both(&|basis| formats(report, "Vulnerable answers by prompt and model", &|format| {
                    charts::prompts(report, basis, format)
                })))
            },
            "by-domain" => figure {
                figcaption { "Vulnerability rate of each model, with Wilson’s 95% interval." (not_drawn(report)) }
                (both(&|basis| html! {
                    div.panels {
                        @for (index, domain) in report.domains.domains.iter().enumerate().take(MAX_DRAWN_MODELS) {
                            div {
                                h3 { (visible_line(domain.name)) }
                                @let label = format!("Vulnerability rates in {}", domain.name);
                                (svg(report, &label, &charts::domain(report, index, basis)))
                            }
                        }
                    }
                }))
            },
            "after-remediation" => figure {
                figcaption {
                    "From the vulnerability rate as generated to the net rate after remediation." (not_drawn(report))
                }
                (both(&|basis| formats(report, "From vulnerability rate to net rate", &|format| {
                    charts::slopes(report, basis, format)
                })))
            },
            "by-rule" => figure {
                figcaption { "Findings in answers. Each cell leads to the answers that it counts." (not_drawn(report)) }
                (formats(report, "Findings by rule and model", &|format| charts::rules(report, format)))
            },
            _ => {}
        }
    }
}

fn not_drawn(report: &Report) -> Markup {
    let more = report.grid.models.len().saturating_sub(MAX_DRAWN_MODELS);
    html! {
        @if more > 0 {
            " Drawn are the " (MAX_DRAWN_MODELS) " models with the lowest rates; " (more) " more are in the tables."
        }
    }
}

/// Renders a picture in the width that fits the screen.
fn formats(report: &Shown, label: &str, draw: &dyn Fn(Format) -> Picture) -> Markup {
    html! {
        div.wide { (svg(report, label, &draw(Format::Wide))) }
        @let narrow = draw(Format::Narrow);
        div.narrow.scroll[narrow.width > charts::NARROW_WIDTH] { (svg(report, label, &narrow)) }
    }
}

fn svg(report: &Shown, label: &str, picture: &Picture) -> Markup {
    let view_box = format!("0 0 {} {}", picture.width, picture.height);
    html! {
        svg viewBox=(view_box) width=(picture.width) height=(picture.height)
            role="group" aria-label=(visible_line(label)) {
            g aria-hidden="true" { (PreEscaped(&picture.elements)) }
            @for hit in &picture.hits {
                @if let Some(link) = report.link(hit.target) {
                    @let [x, y, width, height] = hit.area;
                    a href=(link) data-row=(hit.place[0]) data-column=(hit.place[1])
                        aria-label=(visible_line(&hit.title)) {
                        rect x=(x) y=(y) width=(width) height=(height) { title { (visible_line(&hit.title)) } }
                    }
                }
            }
        }
    }
}

/// The columns besides the row's names above which a table is split.
const MAX_COLUMNS_SIDE_BY_SIDE: usize = 8;

/// Renders a table. Groups of columns that are too wide to be side by side are one below the other.
fn table(report: &Shown, shown: &Table) -> Markup {
    html! {
        @for note in &shown.notes { p.note { (visible(note)) } }
        @for groups in side_by_side(shown) {
            @let grouped = groups.iter().flat_map(|(_, columns)| columns.clone());
            @let columns: Vec<usize> = (0..shown.keys).chain(grouped).collect();
            @let first_columns = groups.iter().skip(1).filter_map(|(_, columns)| columns.first().copied());
            @let starts: Vec<usize> = first_columns.collect();
            div.scroll role="region" aria-label=(shown.title) tabindex="0" {
                table {
                    thead {
                        @if groups.iter().any(|(group, _)| group.is_some()) { tr {
                            td colspan=(shown.keys) {}
                            @for (index, (group, columns)) in groups.iter().enumerate() {
                                th.over.apart[index > 0] scope="colgroup" colspan=(columns.len()) {
                                    (group.unwrap_or_default())
                                }
                            }
                        } }
                        tr { @for column in &columns { (header(&shown.columns[*column], starts.contains(column))) } }
                    }
                    tbody {
                        @for row in &shown.rows { tr {
                            @for column in &columns { (cell(report, shown, row, *column, starts.contains(column))) }
                        } }
                    }
                }
            }
        }
    }
}

/// A heading and the columns below it.
type Group = (Option<&'static str>, Vec<usize>);

/// Returns the groups of columns that fit side by side.
fn side_by_side(table: &Table) -> Vec<Vec<Group>> {
    let mut rows: Vec<Vec<Group>> = Vec::new();
    for group in table.groups() {
        let taken = |row: &Vec<Group>| row.iter().map(|(_, columns)| columns.len()).sum::<usize>();
        match rows.last_mut() {
            Some(row) if taken(row) + group.1.len() <= MAX_COLUMNS_SIDE_BY_SIDE => row.push(group),
            _ => rows.push(vec![group]),
        }
    }
    rows
}

fn header(column: &Column, apart: bool) -> Markup {
    html! { th scope="col" .n[column.kind.is_numeric()] .apart[apart] { (visible_line(&column.label)) } }
}

fn cell(report: &Shown, table: &Table, row: &[super::table::Cell], column: usize, apart: bool) -> Markup {
    let kind = table.columns[column].kind;
    let cell = &row[column];
    let text = html! {
        @match cell.target {
            Some(target) if cell.value != Value::Empty && let Some(link) = report.link(target) => {
                a href=(link) { (kind.show(&cell.value)) }
            }
            _ if table.columns[column].key == "rule" && let Value::Text(rule) = &cell.value => (rule_name(rule)),
            _ => (kind.show(&cell.value)),
        }
    };
    html! {
        @if column < table.keys { th scope="row" { (text) } }
        @else { td .n[kind.is_numeric()] .apart[apart] { (text) } }
    }
}

/// Returns the name of a view within the page.
fn anchor(target: Target) -> String {
    match target {
        Target::Cell { model, prompt } => format!("m{model}-p{prompt}"),
        Target::Model { model } => format!("m{model}"),
        Target::Domain { model, domain } => format!("m{model}-d{domain}"),
        Target::Prompt { prompt } => format!("p{prompt}"),
        Target::Rule { model, rule } => format!("m{model}-r{rule}"),
        Target::Behind { list } => format!("b{list}"),
        Target::Answer { model, prompt, index } => format!("m{model}-p{prompt}-a{index}"),
    }
}

/// Renders the name of a rule with a link to its page.
fn rule_name(rule: &str) -> Markup {
    html! {
        @match rule_url(rule) {
            Some(url) => a href=(url) rel="noreferrer" { (visible_line(rule)) },
            None => (visible_line(rule)),
        }
    }
}

/// Renders the answers behind every figure.
fn views(report: &Shown) -> Markup {
    let grid = &report.grid;
    let prompts = 0..grid.prompts.len();
    let linter = &mut report.scored.linter();
    html! {
        @for model in 0..grid.models.len() {
            @let cells = prompts.clone().map(|prompt| (model, prompt)).collect();
            (index_view(report, Target::Model { model }, grid.models[model], cells))
            @for domain in 0..grid.domains.len() {
                @let title = format!("{}, {}", grid.models[model], grid.domains[domain]);
                @let cells = grid.prompts_of(domain).map(|prompt| (model, prompt)).collect();
                (index_view(report, Target::Domain { model, domain }, &title, cells))
            }
            @for rule in 0..report.rules.fired.len() {
                @if report.link(Target::Rule { model, rule }).is_some() { (rule_view(report, model, rule)) }
            }
            @for prompt in prompts.clone() {
                @if report.link(Target::Cell { model, prompt }).is_some() { (cell_view(report, model, prompt, linter)) }
            }
        }
        @for prompt in prompts {
            @let cells = (0..grid.models.len()).map(|model| (model, prompt)).collect();
            (index_view(report, Target::Prompt { prompt }, &grid.prompts[prompt].prompt.id, cells))
        }
    }
}

fn view(target: Target, title: &str, path: Markup, content: Markup) -> Markup {
    html! {
        article.view id=(anchor(target)) aria-label=(visible_line(title)) tabindex="-1" { div.page {
            nav.path aria-label="Where you are" { a href="#main" { "← The report" } (path) }
            h2 { (visible_line(title)) }
            (content)
        } }
    }
}

/// Renders a view of several cells, each with its counts.
fn index_view(report: &Shown, target: Target, title: &str, cells: Vec<(usize, usize)>) -> Markup {
    let grid = &report.grid;
    let basis = report.bases()[0];
    let content = html! {
        @if let Target::Prompt { prompt } = target { (prompt_text(report, prompt)) }
        (sampled(report))
        div.scroll { table {
            thead { tr {
                th scope="col" { "Model" } th scope="col" { "Prompt" }
                th.n scope="col" { "Vulnerable" } th.n scope="col" { "No code" } th.n scope="col" { "Fixed" }
            } }
            tbody { @for (model, prompt) in cells {
                @let counts = grid.cell(model, prompt).counts;
                @if let Some(link) = report.link(Target::Cell { model, prompt }) { tr {
                    th scope="row" { a href=(link) { (visible_line(grid.models[model])) } }
                    td { a href=(link) { (visible_line(&grid.prompts[prompt].prompt.id)) } }
                    td.n { (of(counts.vulnerable(basis))) }
                    td.n { (counts.without_code()) }
                    td.n { (of(counts.fixed(basis))) }
                } }
            } }
        } }
    };
    view(target, title, html! {}, content)
}

/// Renders a view of a model's answers in which a rule finds something.
fn rule_view(report: &Shown, model: usize, rule: usize) -> Markup {
    let grid = &report.grid;
    let name = report.rules.fired[rule].rule;
    let found = (0..grid.prompts.len()).flat_map(|prompt| {
        grid.cell(model, prompt).answers().enumerate().filter_map(move |(index, answer)| {
            let of_rule = answer.score.findings().iter().filter(|finding| finding.rule() == name);
            let lines: Vec<String> = of_rule.map(|finding| finding.line.to_string()).collect();
            let link = report.link(Target::Answer { model, prompt, index })?;
            (!lines.is_empty()).then_some((link, prompt, answer.answer.iteration, lines))
        })
    });
    let content = html! {
        p { (rule_name(name)) }
        (sampled(report))
        div.scroll { table {
            thead { tr { th scope="col" { "Prompt" } th.n scope="col" { "Iteration" } th.n scope="col" { "Lines" } } }
            tbody { @for (link, prompt, iteration, lines) in found { tr {
                th scope="row" { a href=(link) { (visible_line(&grid.prompts[prompt].prompt.id)) } }
                td.n { (iteration) }
                td.n { (lines.join(", ")) }
            } } }
        } }
    };
    let path = html! { a href={ "#" (anchor(Target::Model { model })) } { (visible_line(grid.models[model])) } };
    view(Target::Rule { model, rule }, &format!("{name} in {}", grid.models[model]), path, content)
}

/// Renders a view of a model's answers to a prompt.
fn cell_view(report: &Shown, model: usize, prompt: usize, linter: &mut Linter) -> Markup {
    let grid = &report.grid;
    let id = &grid.prompts[prompt].prompt.id;
    let cell = grid.cell(model, prompt);
    let neighbour = |label: &str, model: Option<usize>, prompt: Option<usize>| {
        html! {
            @if let (Some(model), Some(prompt)) = (model, prompt)
                && model < grid.models.len() && prompt < grid.prompts.len()
                && let Some(link) = report.link(Target::Cell { model, prompt })
            { a href=(link) { (label) } }
        }
    };
    let path = html! {
        a href={ "#" (anchor(Target::Model { model })) } { (visible_line(grid.models[model])) }
        a href={ "#" (anchor(Target::Prompt { prompt })) } { (visible_line(id)) }
        (neighbour("Previous prompt", Some(model), prompt.checked_sub(1)))
        (neighbour("Next prompt", Some(model), Some(prompt + 1)))
        (neighbour("Previous model", model.checked_sub(1), Some(prompt)))
        (neighbour("Next model", Some(model + 1), Some(prompt)))
    };
    let basis = report.bases()[0];
    let vulnerable = cell.counts.vulnerable(basis);
    let content = html! {
        (prompt_text(report, prompt))
        p {
            (of(vulnerable)) " vulnerable" @if let Some(rate) = vulnerable.rate() { " (" (percent(rate)) ")" }
            @if cell.counts.without_code() > 0 { ", " (cell.counts.without_code()) " without code" }
            @if cell.counts.attempts > 0 { ", " (of(cell.counts.fixed(basis))) " fixed" }
            "."
        }
        (sampled(report))
        @for group in report.groups(model, prompt) {
            @let same: Vec<&ScoredAnswer> = group.iter().map(|index| cell.answer(*index)).collect();
            @let before = report.same_before(model, prompt, group[0]);
            @let before = before.map(|[model, prompt, index]| {
                let name = format!("{}, {}", grid.models[model], grid.prompts[prompt].prompt.id);
                (anchor(Target::Answer { model, prompt, index }), name)
            });
            section.answer id=(anchor(Target::Answer { model, prompt, index: group[0] })) data-count=(same.len())
                data-same=[before.as_ref().map(|(place, _)| place)] {
                (answers::answer(&same, before.as_ref(), linter))
            }
        }
    };
    view(Target::Cell { model, prompt }, &format!("{}, {id}", grid.models[model]), path, content)
}

/// Renders the note that answers are missing, where they are.
fn sampled(report: &Shown) -> Markup {
    html! {
        @if report.left_out > 0 {
            p.note {
                "A sample: the figures count more answers than are " a href="#answers" { "on this page" } "."
            }
        }
    }
}

fn prompt_text(report: &Report, prompt: usize) -> Markup {
    let text = &report.grid.prompts[prompt].prompt.text;
    html! { @if !text.is_empty() { blockquote.prompt { (visible(text)) } } }
}

fn of(proportion: Proportion) -> String {
    format!("{} of {}", proportion.count, proportion.total)
}
