//! The statements of a report, in words.

use oxsec_rules::Judged;

use crate::experiment::{Basis, Effect, Unit, VulnerableBy};
use crate::statistics::{ALPHA, Proportion, chi_squared};

use super::Report;
use super::comparison::{Pair, PairTests, describe};
use super::table::percent;

/// The items of a kind that are listed at most; more are counted.
const MAX_LISTED_ITEMS: usize = 8;

/// Returns what a reader must know before the tables, the most serious first, in one or a few sentences each.
pub fn statements(report: &Report) -> Vec<String> {
    if let Some(basis) = report.only {
        return in_one_reading(report, basis);
    }
    let mut without_code = without_code(report).into_iter();
    let mut statements: Vec<String> = without_code.next().into_iter().collect();
    statements.extend(overall(report));
    statements.extend(without_code);
    statements.extend(distinct(report));
    statements.extend(silenced(report));
    statements.extend(proven(report));
    statements.extend(pairs(report));
    statements.extend(clustered(report));
    statements.extend(champions(report));
    statements.extend(failed_remediations(report));
    statements.extend(net_ranks(report, Basis::Published));
    statements.extend(fired(report));
    statements.extend(agreement(report));
    statements.extend(left_out(report));
    statements
}

/// Returns the statements where figures are shown in one reading only.
fn in_one_reading(report: &Report, basis: Basis) -> Vec<String> {
    let reading = report.scored.reading;
    let mut statements = vec![format!("Reading: {}.", reading.in_words())];
    if let Some(test) = report.comparison.homogeneity.get(basis) {
        let verdict = if test.p < ALPHA { "differ significantly" } else { "do not differ significantly" };
        statements.push(format!("The models {verdict} ({}).", describe(test)));
    }
    if reading.unit == Unit::Answers {
        statements.extend(distinct(report));
    }
    statements.extend(silenced(report));
    if reading.verdict == VulnerableBy::Rules {
        statements.extend(proven(report));
    }
    statements.extend(net_ranks(report, basis));
    statements.extend(fired(report));
    statements.extend(left_out(report));
    statements
}

/// Returns the numbers of distinct answers of each model, where some are repeated.
fn distinct(report: &Report) -> Option<String> {
    let standings = &report.leaderboard.standings;
    if standings.iter().all(|standing| standing.counts.distinct == standing.counts.answers) {
        return None;
    }
    let counts: Vec<String> = standings
        .iter()
        .take(MAX_LISTED_ITEMS)
        .map(|standing| {
            format!("{} {}", standing.model, of(Proportion::new(standing.counts.distinct, standing.counts.answers)))
        })
        .collect();
    Some(format!(
        "Some answers to a prompt are the same text, which says the same thing again. Distinct are {}.",
        counts.join(", ")
    ))
}

/// Returns the verdicts of the proofs on the findings.
fn proven(report: &Report) -> Option<String> {
    let outcomes = report.proofs.total();
    let all: u32 = outcomes.iter().sum();
    let count = |outcome: Judged| outcomes[outcome as usize];
    (all > 0).then(|| {
        format!(
            "Of the rules' {all} findings {} are confirmed by a finding with a proof, {} refuted, {} unproven; for {} \
             there is no rule with proofs.",
            count(Judged::Confirmed),
            count(Judged::Refuted),
            count(Judged::Unproven),
            count(Judged::NotApplicable),
        )
    })
}

/// Returns the numbers of answers and repairs with comments that can silence the rules, and the effect of these.
fn silenced(report: &Report) -> Option<String> {
    let sum = report.directives.total();
    if sum.answers + sum.repairs == 0 {
        return None;
    }
    Some(format!(
        "{} answers and {} repairs hold comments that can silence rules (eslint-disable, /* eslint … */). Vulnerable: \
         {} with the comments obeyed, {} with them ignored; fixed: {} and {}. These figures: comments {}.",
        sum.answers,
        sum.repairs,
        sum.vulnerable_obeyed,
        sum.vulnerable_ignored,
        sum.fixed_obeyed,
        sum.fixed_ignored,
        report.scored.reading.directives.name(),
    ))
}

/// Returns the models whose rate changes when answers that are not code do not count as clean.
fn without_code(report: &Report) -> Vec<String> {
    let mut standings: Vec<_> =
        report.leaderboard.standings.iter().filter(|standing| standing.counts.without_code() > 0).collect();
    standings.sort_by_key(|standing| std::cmp::Reverse(standing.counts.without_code()));
    let more = standings.len().saturating_sub(MAX_LISTED_ITEMS);
    let mut statements: Vec<String> = standings
        .into_iter()
        .take(MAX_LISTED_ITEMS)
        .map(|standing| {
            let counts = &standing.counts;
            format!(
                "{}: {} of {} answers {} not code ({}) and counted as clean. Vulnerable: {} as published, {} among \
                 code.",
                standing.model,
                counts.without_code(),
                counts.answers,
                if counts.without_code() == 1 { "is" } else { "are" },
                reasons(counts.unparsable, counts.empty, counts.other),
                with_percent(counts.vulnerable(Basis::Published)),
                with_percent(counts.vulnerable(Basis::Code)),
            )
        })
        .collect();
    if more > 0 {
        statements.push(format!("{more} more models have answers that are not code."));
    }
    statements
}

fn reasons(unparsable: u32, empty: u32, other: u32) -> String {
    let verb = |count: u32, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    [
        (unparsable, verb(unparsable, "does not parse", "do not parse")),
        (empty, verb(empty, "holds no statement", "hold no statement")),
        (other, verb(other, "is a patch, cut off or of another kind", "are patches, cut off or of another kind")),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, text)| text)
    .collect::<Vec<_>>()
    .join(", ")
}

/// Returns the effect of the basis on the ranking and on the test of all models at once.
fn overall(report: &Report) -> Option<String> {
    let standings = &report.leaderboard.standings;
    let published = report.comparison.homogeneity.published.as_ref()?;
    let differ = |test: &chi_squared::Test| test.p < ALPHA;
    let verdict = |test| if differ(test) { "differ significantly" } else { "do not differ significantly" };
    if standings.iter().all(|standing| standing.counts.without_code() == 0) {
        return Some(format!("All answers are code. The models {} ({}).", verdict(published), describe(published)));
    }
    let order = if standings.iter().all(|standing| standing.rank.published == standing.rank.code) {
        "Among code the order of the models stays".to_owned()
    } else {
        let mut by_code: Vec<_> = standings.iter().collect();
        by_code.sort_by_key(|standing| standing.rank.code.unwrap_or(usize::MAX));
        let names: Vec<&str> = by_code.iter().take(MAX_LISTED_ITEMS).map(|standing| standing.model).collect();
        format!("Among code the order of the models changes to {}", names.join(", "))
    };
    let Some(code) = report.comparison.homogeneity.code.as_ref() else {
        return Some(format!("{order}; too few models have code to be compared."));
    };
    Some(if differ(published) == differ(code) {
        format!(
            "{order}, and they {} on both bases ({}, against {} as published).",
            verdict(code),
            describe(code),
            describe(published)
        )
    } else {
        let verdict = if differ(code) { "now differ significantly" } else { "no longer differ significantly" };
        format!("{order}, but they {verdict} ({}, against {} as published).", describe(code), describe(published))
    })
}

/// Returns the pairs of models that differ on one basis only.
fn pairs(report: &Report) -> Option<String> {
    let changed: Vec<&Pair> = (report.comparison.pairs.iter())
        .filter(|pair| pair.tests.published.differ() != pair.tests.code.differ())
        .collect();
    if changed.is_empty() {
        return None;
    }
    let [published, code] = [Basis::Published, Basis::Code]
        .map(|basis| changed.iter().copied().filter(|pair| pair.tests.get(basis).differ()).collect::<Vec<_>>());
    let clause = |pairs: &[&Pair], basis: &str| {
        (!pairs.is_empty()).then(|| format!("{} {basis} only", list_pairs(pairs.iter().copied())))
    };
    let clauses: Vec<String> =
        [clause(&published, "as published"), clause(&code, "among code")].into_iter().flatten().collect();
    Some(format!(
        "Pair by pair, with Holm's correction, the verdict changes: significantly different are {}.",
        clauses.join("; ")
    ))
}

/// Returns the differences that remain once answers to one prompt are taken together.
fn clustered(report: &Report) -> Option<String> {
    let effects =
        report.leaderboard.standings.iter().filter_map(|standing| standing.vulnerable.published.design_effect);
    let (low, high) = effects.fold((f64::INFINITY, 0.0_f64), |(low, high), effect| (low.min(effect), high.max(effect)));
    if high <= 0.0 || report.comparison.pairs.is_empty() {
        return None;
    }
    let all = report.comparison.pairs.len();
    let differing = |basis, differ: fn(&PairTests) -> bool| -> Vec<&Pair> {
        report.comparison.pairs.iter().filter(|pair| differ(pair.tests.get(basis))).collect()
    };
    let verdict = |pairs: &[&Pair]| match pairs.len() {
        0 => format!("no pair of {all} differs"),
        1 => format!("1 pair of {all} differs ({})", list_pairs(pairs.iter().copied())),
        count => format!("{count} pairs of {all} differ ({})", list_pairs(pairs.iter().copied())),
    };
    Some(format!(
        "Answers to one prompt resemble each other: the variance of a rate is {low:.1} to {high:.1} times what \
         independent answers would give. With whole prompts resampled and Holm's correction, {} as published, and {} \
         among code; taking all answers as independent, {} as published.",
        verdict(&differing(Basis::Published, PairTests::differ_by_prompt)),
        verdict(&differing(Basis::Code, PairTests::differ_by_prompt)),
        verdict(&differing(Basis::Published, PairTests::differ)),
    ))
}

fn list_pairs<'p, 's: 'p>(pairs: impl ExactSizeIterator<Item = &'p Pair<'s>>) -> String {
    let more = pairs.len().saturating_sub(MAX_LISTED_ITEMS);
    let mut names: Vec<String> =
        pairs.take(MAX_LISTED_ITEMS).map(|pair| format!("{} and {}", pair.names[0], pair.names[1])).collect();
    if more > 0 {
        names.push(format!("{more} more"));
    }
    names.join(", ")
}

/// Returns the domains in which another model leads among code.
fn champions(report: &Report) -> Option<String> {
    let changes: Vec<String> = (report.domains.domains.iter())
        .filter(|domain| domain.generation.published.champions.holders != domain.generation.code.champions.holders)
        .map(|domain| {
            let [published, code] = [&domain.generation.published, &domain.generation.code]
                .map(|podium| podium.champions.names(&report.domains.models));
            format!("{} ({code} in place of {published})", domain.name)
        })
        .collect();
    (!changes.is_empty()).then(|| format!("Among code the safest generator changes in {}.", changes.join(", ")))
}

fn failed_remediations(report: &Report) -> Vec<String> {
    (report.remediation.models.iter())
        .filter(|model| model.fixed.published.total != model.fixed.code.total)
        .take(MAX_LISTED_ITEMS)
        .map(|model| {
            let causes = [
                (model.counts.failed, "never answered"),
                (model.counts.remediated_without_code, "answered without code"),
            ]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, cause)| format!("{count} {} {cause}", if count == 1 { "was" } else { "were" }))
            .collect::<Vec<_>>();
            format!(
                "{}: of {} remediation attempts {}. Fixed are {} of all attempts and {} of those that came back as \
                 code.",
                model.model,
                model.counts.attempts,
                causes.join(" and "),
                with_percent(model.fixed.published),
                with_percent(model.fixed.code),
            )
        })
        .collect()
}

/// Returns the models that gain or lose a rank by remediation.
fn net_ranks(report: &Report, basis: Basis) -> Option<String> {
    let mut models: Vec<_> = report.remediation.models.iter().collect();
    models.sort_by_key(|model| model.rank_after.get(basis).unwrap_or(usize::MAX));
    let moves: Vec<String> = (models.into_iter())
        .filter_map(|model| {
            let (before, after) = ((*model.rank_before.get(basis))?, (*model.rank_after.get(basis))?);
            let net = percent(model.net.get(basis).rate()?);
            (before != after).then(|| format!("{} {before} → {after} ({net} net)", model.model))
        })
        .take(MAX_LISTED_ITEMS)
        .collect();
    (report.remediation.was_attempted() && !moves.is_empty())
        .then(|| format!("Remediation changes the ranks {}: {}.", basis.caption(), moves.join(", ")))
}

fn fired(report: &Report) -> Option<String> {
    let (fired, silent) = (report.rules.fired.len(), report.rules.silent.len());
    (silent > 0).then(|| format!("{} rules were active; {fired} of them found anything.", fired + silent))
}

fn agreement(report: &Report) -> Option<String> {
    let agreement = &report.agreement;
    if agreement.answers.total + agreement.remediations.total == 0 {
        return None;
    }
    Some(format!(
        "The findings agree with those that the experiment recorded in {} answers and {} remediations.",
        of(agreement.answers),
        of(agreement.remediations),
    ))
}

/// Returns the problems of the input.
fn left_out(report: &Report) -> Option<String> {
    let problems = &report.experiment.problems;
    let count = |effect, one: &str| match problems.iter().filter(|problem| problem.effect == effect).count() {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {one}s")),
    };
    let counts: Vec<String> =
        [count(Effect::FileLeftOut, "file"), count(Effect::RowLeftOut, "row"), count(Effect::FieldLeftOut, "field")]
            .into_iter()
            .flatten()
            .collect();
    (!counts.is_empty()).then(|| format!("Left out, because the input is wrong there: {}.", counts.join(", ")))
}

fn of(proportion: Proportion) -> String {
    format!("{} of {}", proportion.count, proportion.total)
}

/// Formats a share: `68 of 140 (48.6%)`.
fn with_percent(proportion: Proportion) -> String {
    match proportion.rate() {
        Some(rate) => format!("{} ({})", of(proportion), percent(rate)),
        None => of(proportion),
    }
}
