//! The list of all answers on the page, to search, filter and sort.

use maud::{Markup, html};

use super::super::table::Target;
use super::{Origin, Shown, anchor};
use crate::experiment::ScoredAnswer;
use crate::text::visible_line;

/// The outcomes of an answer, in the words of the filter.
const OUTCOMES: [&str; 4] = ["clean", "fixed", "not fixed", "not remediated"];

/// Renders the list of answers. Without the script it is a table like the others.
pub fn section(shown: &Shown, origin: &Origin) -> Markup {
    let mut statuses: Vec<&str> = shown_answers(shown).map(|(.., answer)| answer.score.status.name()).collect();
    statuses.sort_unstable();
    statuses.dedup();
    html! {
        section #answers {
            h2 { "Answers" }
            @if shown.left_out > 0 { p.note #sampled {
                "The figures count every answer. This page shows a sample of them: " (shown.left_out)
                " are left out, so that it opens quickly. "
                @if !origin.everything.is_empty() {
                    "All of them with their findings: " code { (visible_line(&origin.everything)) }
                }
            } }
            div.filter #filter hidden role="search" aria-label="Answers" {
                label.search {
                    "Search"
                    input #search type="search" placeholder="code, prompt, rule, message" autocomplete="off";
                }
                (select("model", "Model", shown.grid.models.iter().map(|name| (*name).to_owned())))
                (select("prompt", "Prompt", shown.grid.prompts.iter().map(|prompt| prompt.prompt.id.clone())))
                (select("rule", "Rule", shown.rules.fired.iter().map(|row| row.rule.to_owned())))
                (select("fixed", "Outcome", OUTCOMES.iter().map(|name| (*name).to_owned())))
                (select("status", "Status", statuses.iter().map(|name| (*name).to_owned())))
                output #found for="search" {}
            }
            div.scroll.tall role="region" aria-label="Answers" tabindex="0" { table #answer-list {
                thead { tr {
                    th scope="col" { "Prompt" } th scope="col" { "Model" } th.n scope="col" { "Iteration" }
                    th.n scope="col" { "The same" } th.n scope="col" { "Findings" }
                    th scope="col" { "Status" } th scope="col" { "Outcome" }
                } }
                tbody { @for (model, prompt, group, answer) in shown_answers(shown) {
                    @let place = anchor(Target::Answer { model, prompt, index: group[0] });
                    @let status = answer.score.status.name();
                    @let outcome = outcome(answer);
                    tr data-model=(model) data-prompt=(prompt) data-rule=(rules(shown, answer))
                        data-fixed=[outcome_index(outcome)]
                        data-status=(statuses.binary_search(&status).unwrap_or(0)) {
                        th scope="row" {
                            a href={ "#" (place) } { (visible_line(&shown.grid.prompts[prompt].prompt.id)) }
                        }
                        td { (visible_line(shown.grid.models[model])) }
                        td.n { (answer.answer.iteration) }
                        td.n { (group.len()) }
                        td.n { (answer.score.findings().len()) }
                        td { (status) }
                        td { (outcome) }
                    }
                } }
            } }
        }
    }
}

/// Returns the first of each group of equal answers.
fn shown_answers<'a>(
    shown: &'a Shown<'_, 'a>,
) -> impl Iterator<Item = (usize, usize, &'a [usize], &'a ScoredAnswer<'a>)> {
    let models = shown.grid.models.len();
    (0..shown.grid.prompts.len()).flat_map(move |prompt| (0..models).map(move |model| (model, prompt))).flat_map(
        move |(model, prompt)| {
            shown
                .groups(model, prompt)
                .iter()
                .map(move |group| (model, prompt, group.as_slice(), shown.grid.cell(model, prompt).answer(group[0])))
        },
    )
}

/// Returns the indices of the rules with findings, separated by spaces.
fn rules(shown: &Shown, answer: &ScoredAnswer) -> String {
    let has = |rule: &str| answer.score.findings().iter().any(|finding| finding.rule() == rule);
    let indices = (shown.rules.fired.iter().enumerate()).filter(|(_, row)| has(row.rule));
    indices.map(|(index, _)| index.to_string()).collect::<Vec<_>>().join(" ")
}

fn outcome(answer: &ScoredAnswer) -> &'static str {
    let name = match answer {
        answer if !answer.is_vulnerable() => 0,
        answer if answer.is_fixed() => 1,
        answer if !answer.remediations.is_empty() => 2,
        _ => 3,
    };
    // An answer that is not code is not clean: its status is shown instead.
    if name == 0 && !answer.score.is_code() { "–" } else { OUTCOMES[name] }
}

fn outcome_index(outcome: &str) -> Option<usize> {
    OUTCOMES.iter().position(|name| *name == outcome)
}

fn select(name: &str, label: &str, options: impl Iterator<Item = String>) -> Markup {
    html! {
        label { (label)
            select data-filter=(name) autocomplete="off" {
                option value="" { "all" }
                @for (index, option) in options.enumerate() { option value=(index) { (visible_line(&option)) } }
            }
        }
    }
}
