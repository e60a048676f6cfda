//! The rules on an experiment: which fire, which decide alone, which report the same thing twice, whose rank they
//! change.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oxsec_rules::catalogue::entry;

use super::owasp::owasp_2025;
use crate::{
    experiment::{Basis, Scored, ScoredAnswer},
    report::{
        grid::Grid,
        page::behind::{Behind, Collector, Piece},
        rank::ranks,
        table::{Cell, Column, Kind, Table, Value},
    },
    statistics::Proportion,
};

/// The effect of the active rules on the answers of an experiment. Repairs are not counted.
pub struct Impact<'s> {
    models: Vec<&'s str>,
    domains: Vec<&'s str>,
    /// The active rules in their order.
    active: Vec<&'static str>,
    /// One entry per answer.
    answers: Vec<Answer<'s>>,
}

/// The findings of one answer.
struct Answer<'s> {
    /// Its model, prompt and iteration.
    name: String,
    code: &'s str,
    model: usize,
    domain: usize,
    counts: bool,
    findings: Vec<Finding<'s>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Finding<'s> {
    /// The line and column.
    start: (u32, u32),
    end: (u32, u32),
    rule: &'s str,
}

/// The subject of a table's row: a rule's findings, those that decide alone, two rules' places, a class of weaknesses.
enum Counted<'t> {
    Rule(&'t str),
    Alone(&'t str),
    Together([&'t str; 2]),
    Class(fn(&str) -> String, &'t str),
}

/// Two rules, and how often they report the same place.
struct Pair<'s> {
    rules: [&'s str; 2],
    /// Places that both report.
    together: u32,
    /// Places that each reports, with or without the other.
    places: [u32; 2],
}

impl<'s> Impact<'s> {
    pub fn new(scored: &'s Scored<'s>, basis: Basis) -> Self {
        let grid = Grid::new(scored);
        let mut answers = Vec::new();
        for model in 0..grid.models.len() {
            for (prompt, of_grid) in grid.prompts.iter().enumerate() {
                let cell = grid.cell(model, prompt).answers();
                let name = |answer: &ScoredAnswer| {
                    format!("{}/{}/{}", grid.models[model], of_grid.prompt.id, answer.answer.iteration)
                };
                answers.extend(cell.map(|answer| Answer::new(name(answer), answer, model, of_grid.domain, basis)));
            }
        }
        Self {
            models: grid.models.clone(),
            domains: grid.domains.clone(),
            active: scored.rules.rules().map(|(rule, _)| rule).collect(),
            answers,
        }
    }

    /// Returns every table, in the order in which a reader needs them.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.fired(),
            self.never(),
            self.by_domain(),
            self.pairs_table(),
            self.counted_once(),
            self.deciding(),
            self.left_out(),
            self.by_weakness("by-cwe", "Findings by CWE", "CWE", of_cwe),
            self.by_weakness("by-owasp-2021", "Findings by OWASP Top 10, 2021", "OWASP 2021", of_owasp_2021),
            self.by_weakness("by-owasp-2025", "Findings by OWASP Top 10, 2025", "OWASP 2025", of_owasp_2025),
        ]
    }

    /// Returns the code behind the cells of these tables, and links the cells to it.
    pub fn behind(&self, tables: &mut [Table]) -> Vec<Behind> {
        let mut collector = Collector::default();
        for table in tables {
            for row in 0..table.rows.len() {
                let keys = table.keys_of(row);
                let [first, second] = [0, 1].map(|key| keys.get(key).map_or("", String::as_str));
                let counted = match table.id {
                    "fired" | "by-domain" => Counted::Rule(first),
                    "deciding" => Counted::Alone(first),
                    "pairs" => Counted::Together([first, second]),
                    "by-cwe" => Counted::Class(of_cwe, first),
                    "by-owasp-2021" => Counted::Class(of_owasp_2021, first),
                    "by-owasp-2025" => Counted::Class(of_owasp_2025, first),
                    _ => continue,
                };
                for column in table.keys..table.columns.len() {
                    let key = table.columns[column].key.clone();
                    let is_whole = ["findings", "answers", "together"].contains(&key.as_str());
                    let model = self.models.iter().position(|name| *name == key);
                    let domain = self.domains.iter().position(|name| *name == key);
                    if !is_whole && model.is_none() && domain.is_none() {
                        continue;
                    }
                    let is_in =
                        |answer: &&Answer| is_whole || model == Some(answer.model) || domain == Some(answer.domain);
                    let pieces = self.answers.iter().filter(is_in).flat_map(|answer| answer.pieces(&counted));
                    let title = if is_whole { keys.join(", ") } else { format!("{}, {key}", keys.join(", ")) };
                    collector.add(table, row, column, title, pieces);
                }
            }
        }
        collector.finish()
    }

    /// Returns the statements of the tables, in words.
    pub fn statements(&self) -> Vec<String> {
        let fired = self.by_rule();
        let doubled: Vec<String> = self
            .pairs()
            .iter()
            .filter(|pair| pair.is_one_finding_twice())
            .map(|pair| format!("{} with {}", pair.rules[0], pair.rules[1]))
            .collect();
        let mut statements = vec![format!("{} of {} active rules fired", fired.len(), self.active.len())];
        if !doubled.is_empty() {
            statements.push(format!("one finding reported twice: {}", doubled.join("; ")));
        }
        let changing: Vec<&str> = self
            .without_each()
            .into_iter()
            .filter(|(_, after)| after.iter().zip(self.ranks(None)).any(|((_, rank), before)| *rank != before))
            .map(|(rule, _)| rule)
            .collect();
        statements.push(match changing.as_slice() {
            [] => "no rule changes a rank on its own".to_owned(),
            rules => format!("without one of these a rank changes: {}", rules.join(", ")),
        });
        statements
    }

    /// Returns the number of findings for each rule that fired, by model.
    fn by_rule(&self) -> BTreeMap<&'s str, Vec<u32>> {
        self.counts(|rule| rule, self.models.len(), |answer| answer.model)
    }

    /// Returns the numbers of findings by the class of their rule, each by the `place` of the answer below `places`.
    fn counts<C: Ord>(
        &self,
        class: impl Fn(&'s str) -> C,
        places: usize,
        place: impl Fn(&Answer) -> usize,
    ) -> BTreeMap<C, Vec<u32>> {
        let mut counts: BTreeMap<C, Vec<u32>> = BTreeMap::new();
        for answer in &self.answers {
            for finding in &answer.findings {
                counts.entry(class(finding.rule)).or_insert_with(|| vec![0; places])[place(answer)] += 1;
            }
        }
        counts
    }

    /// Returns a column of numbers for each model.
    fn model_columns(&self, group: &'static str) -> impl Iterator<Item = Column> {
        self.models.iter().map(move |model| Column::new(*model, *model, Kind::Count).group(group))
    }

    fn fired(&self) -> Table {
        let mut columns = vec![
            Column::new("rule", "rule", Kind::Text),
            Column::new("findings", "findings", Kind::Count),
            Column::new("answers", "answers", Kind::Count),
            Column::new("models", "models", Kind::Count),
            Column::new("only", "only in", Kind::Text),
        ];
        columns.extend(self.model_columns("findings in"));
        let mut table = Table::new("fired", "Rules that fired", columns);
        let mut rows: Vec<(&str, Vec<u32>)> = self.by_rule().into_iter().collect();
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<u32>()));
        for (rule, counts) in rows {
            let in_models: Vec<usize> = (0..counts.len()).filter(|&model| counts[model] > 0).collect();
            let in_answers = self.answers.iter().filter(|answer| answer.has(rule)).count() as u32;
            let only = match in_models.as_slice() {
                [model] => Value::Text(self.models[*model].to_owned()),
                _ => Value::Empty,
            };
            let mut row: Vec<Cell> = vec![
                rule.into(),
                counts.iter().sum::<u32>().into(),
                in_answers.into(),
                (in_models.len() as u32).into(),
                only.into(),
            ];
            row.extend(counts.into_iter().map(Cell::from));
            table.rows.push(row);
        }
        table
    }

    fn never(&self) -> Table {
        let fired = self.by_rule();
        let columns = vec![Column::new("rule", "rule", Kind::Text)];
        let mut table = Table::new("never", "Active rules that never fired", columns);
        let mut silent: Vec<&str> = self.active.iter().copied().filter(|rule| !fired.contains_key(rule)).collect();
        silent.sort_unstable();
        table.rows = silent.into_iter().map(|rule| vec![rule.into()]).collect();
        table
    }

    fn by_domain(&self) -> Table {
        let counts = self.counts(|rule| rule, self.domains.len(), |answer| answer.domain);
        let mut columns = vec![Column::new("rule", "rule", Kind::Text)];
        columns
            .extend(self.domains.iter().map(|domain| Column::new(*domain, *domain, Kind::Count).group("findings in")));
        let mut table = Table::new("by-domain", "Findings by rule and domain", columns);
        table.rows = counts
            .into_iter()
            .map(|(rule, counts)| std::iter::once(rule.into()).chain(counts.into_iter().map(Cell::from)).collect())
            .collect();
        table
    }

    /// Returns the pairs of rules that share at least one place, the most frequent first.
    fn pairs(&self) -> Vec<Pair<'s>> {
        let mut together: HashMap<[&str; 2], u32> = HashMap::new();
        let mut places: HashMap<&str, u32> = HashMap::new();
        for answer in &self.answers {
            for here in answer.places() {
                for (index, first) in here.iter().enumerate() {
                    *places.entry(first).or_default() += 1;
                    for second in &here[index + 1..] {
                        *together.entry([first, second]).or_default() += 1;
                    }
                }
            }
        }
        let mut pairs: Vec<Pair> = together
            .into_iter()
            .map(|(rules, together)| Pair { rules, together, places: rules.map(|rule| places[rule]) })
            .collect();
        pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.together), pair.rules));
        pairs
    }

    fn pairs_table(&self) -> Table {
        let columns = vec![
            Column::new("first", "rule", Kind::Text),
            Column::new("second", "and rule", Kind::Text),
            Column::new("together", "at one place", Kind::Count),
            Column::new("first_places", "places of the first", Kind::Count),
            Column::new("second_places", "of the second", Kind::Count),
            Column::new("same", "one finding twice", Kind::Text),
        ];
        let mut table = Table::new("pairs", "Rules that report the same place", columns).note(
            "A place is where a finding begins. One finding twice: one of the two never reports without the other.",
        );
        table.keys = 2;
        for pair in self.pairs() {
            let same = if pair.is_one_finding_twice() { "yes" } else { "no" };
            let [first, second] = pair.places;
            table.rows.push(vec![
                pair.rules[0].into(),
                pair.rules[1].into(),
                pair.together.into(),
                first.into(),
                second.into(),
                same.into(),
            ]);
        }
        table
    }

    /// Returns the table of findings where each place counts once: how much double counting adds to each model.
    pub fn counted_once(&self) -> Table {
        let columns = vec![
            Column::new("model", "model", Kind::Text),
            Column::new("findings", "findings", Kind::Count),
            Column::new("places", "places", Kind::Count),
            Column::new("findings_per_answer", "findings an answer", Kind::Decimal(2)),
            Column::new("places_per_answer", "places an answer", Kind::Decimal(2)),
            Column::new("rank_by_findings", "rank by findings", Kind::Count),
            Column::new("rank_by_places", "rank by places", Kind::Count),
        ];
        let counts: Vec<[u32; 3]> = (0..self.models.len())
            .map(|model| {
                self.of_model(model).fold([0; 3], |[answers, findings, places], answer| {
                    [answers + 1, findings + answer.findings.len() as u32, places + answer.places().len() as u32]
                })
            })
            .collect();
        let mean = |part: usize| -> Vec<Option<f64>> {
            counts.iter().map(|count| (count[0] > 0).then(|| f64::from(count[part]) / f64::from(count[0]))).collect()
        };
        let (findings, places) = (mean(1), mean(2));
        let (by_findings, by_places) = (ranks(&findings), ranks(&places));
        let mut table = Table::new("counted-once", "Findings, and places counted once", columns).note(
            "Several rules at one place are one place. A vulnerability rate counts answers and is the same either way.",
        );
        for (model, [_, of_findings, of_places]) in counts.iter().enumerate() {
            table.rows.push(vec![
                self.models[model].into(),
                (*of_findings).into(),
                (*of_places).into(),
                findings[model].into(),
                places[model].into(),
                by_findings[model].into(),
                by_places[model].into(),
            ]);
        }
        table
    }

    fn of_model(&self, model: usize) -> impl Iterator<Item = &Answer<'s>> {
        self.answers.iter().filter(move |answer| answer.model == model && answer.counts)
    }

    /// Returns the table of rules without which answers become clean.
    fn deciding(&self) -> Table {
        let mut counts: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for answer in &self.answers {
            if let Some(rule) = answer.only_rule() {
                counts.entry(rule).or_insert_with(|| vec![0; self.models.len()])[answer.model] += 1;
            }
        }
        let mut columns = vec![Column::new("rule", "rule", Kind::Text), Column::new("answers", "answers", Kind::Count)];
        columns.extend(self.model_columns("answers of"));
        let mut table = Table::new("deciding", "Rules that decide alone", columns)
            .note("Answers that are flagged by this rule and no other: they become clean without it.");
        let mut rows: Vec<(&str, Vec<u32>)> = counts.into_iter().collect();
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<u32>()));
        for (rule, counts) in rows {
            let mut row: Vec<Cell> = vec![rule.into(), counts.iter().sum::<u32>().into()];
            row.extend(counts.into_iter().map(Cell::from));
            table.rows.push(row);
        }
        table
    }

    /// Returns each model's vulnerability rate without a rule, or with all.
    fn rates(&self, without: Option<&str>) -> Vec<Proportion> {
        (0..self.models.len())
            .map(|model| {
                let (mut vulnerable, mut answers) = (0, 0);
                for answer in self.of_model(model) {
                    answers += 1;
                    vulnerable += u32::from(answer.findings.iter().any(|finding| Some(finding.rule) != without));
                }
                Proportion::new(vulnerable, answers)
            })
            .collect()
    }

    fn ranks(&self, without: Option<&str>) -> Vec<Option<usize>> {
        let rates: Vec<Option<f64>> = self.rates(without).into_iter().map(Proportion::rate).collect();
        ranks(&rates)
    }

    /// Returns every model's rate and rank without each rule that decides something.
    #[expect(clippy::type_complexity, reason = "rule → model → rate and rank")]
    fn without_each(&self) -> Vec<(&'s str, Vec<(Proportion, Option<usize>)>)> {
        let deciding: BTreeSet<&str> = self.answers.iter().filter_map(Answer::only_rule).collect();
        let without = |rule| self.rates(Some(rule)).into_iter().zip(self.ranks(Some(rule))).collect();
        deciding.into_iter().map(|rule| (rule, without(rule))).collect()
    }

    fn left_out(&self) -> Table {
        let mut columns = vec![Column::new("rule", "without", Kind::Text)];
        for model in &self.models {
            columns.push(Column::new(format!("{model}_rate"), *model, Kind::Percent).group("vulnerable"));
        }
        for model in &self.models {
            columns.push(Column::new(format!("{model}_rank"), *model, Kind::Count).group("rank"));
        }
        columns.push(Column::new("changed", "rank changes of", Kind::Text));
        let mut table = Table::new("leave-one-out", "Rates and ranks without each rule", columns)
            .note("Only rules that decide at least one answer alone; without any other, nothing changes.");
        let before = self.ranks(None);
        let mut push = |name: &str, rates: Vec<(Proportion, Option<usize>)>| {
            let changed: Vec<&str> = (0..before.len())
                .filter(|&model| rates[model].1 != before[model])
                .map(|model| self.models[model])
                .collect();
            let mut row: Vec<Cell> = vec![name.into()];
            row.extend(rates.iter().map(|(rate, _)| Cell::from(rate.rate())));
            row.extend(rates.iter().map(|(_, rank)| Cell::from(*rank)));
            row.push(if changed.is_empty() { Value::Empty.into() } else { changed.join(", ").into() });
            table.rows.push(row);
        };
        push("(none left out)", self.rates(None).into_iter().zip(before.clone()).collect());
        self.without_each().into_iter().for_each(|(rule, rates)| push(rule, rates));
        table
    }

    fn by_weakness(&self, id: &'static str, title: &'static str, label: &str, class: impl Fn(&str) -> String) -> Table {
        let findings = self.counts(class, self.models.len(), |answer| answer.model);
        let mut columns =
            vec![Column::new("class", label, Kind::Text), Column::new("findings", "findings", Kind::Count)];
        columns.extend(self.model_columns("findings in"));
        let mut table = Table::new(id, title, columns);
        for (class, counts) in findings {
            let mut row: Vec<Cell> = vec![class.into(), counts.iter().sum::<u32>().into()];
            row.extend(counts.into_iter().map(Cell::from));
            table.rows.push(row);
        }
        table
    }
}

impl<'s> Answer<'s> {
    fn new(name: String, answer: &'s ScoredAnswer<'s>, model: usize, domain: usize, basis: Basis) -> Self {
        let mut findings: Vec<Finding> = answer
            .score
            .findings()
            .iter()
            .map(|finding| Finding {
                start: (finding.line, finding.column),
                end: (finding.end_line, finding.end_column),
                rule: finding.rule(),
            })
            .collect();
        findings.sort_unstable();
        Self { name, code: &answer.answer.code, model, domain, counts: answer.counts(basis), findings }
    }

    fn has(&self, rule: &str) -> bool {
        self.findings.iter().any(|finding| finding.rule == rule)
    }

    /// Returns the code of a row's subject in this answer.
    fn pieces(&self, counted: &Counted) -> Vec<Piece> {
        let here = |rules: &[&str]| rules.iter().all(|rule| self.has(rule));
        let is_counted = |finding: &&Finding| match counted {
            Counted::Rule(rule) => finding.rule == *rule,
            Counted::Alone(rule) => self.only_rule() == Some(*rule),
            Counted::Together(rules) => rules[0] == finding.rule && here(rules),
            Counted::Class(of, class) => of(finding.rule) == *class,
        };
        let piece = |finding: &Finding| {
            let lines = (finding.start.0, finding.end.0);
            Piece::cut(self.name.clone(), format!("{}, line {}", finding.rule, lines.0), self.code, lines)
        };
        self.findings.iter().filter(is_counted).map(piece).collect()
    }

    /// Returns the rule that alone flags the answer.
    fn only_rule(&self) -> Option<&'s str> {
        let first = self.findings.first()?.rule;
        self.findings.iter().all(|finding| finding.rule == first).then_some(first)
    }

    /// Returns the places with findings, each with its rules, sorted and without duplicates. Findings that begin on one
    /// line and overlap are one place: a call and its argument are two ends of one problem.
    fn places(&self) -> Vec<Vec<&'s str>> {
        let mut places: Vec<Vec<&str>> = Vec::new();
        let mut last: Option<Finding> = None;
        for finding in &self.findings {
            match &mut last {
                Some(last)
                    if last.start.0 == finding.start.0 && (finding.start < last.end || finding.start == last.start) =>
                {
                    places.last_mut().expect("the last finding has a place").push(finding.rule);
                    last.end = last.end.max(finding.end);
                }
                last => {
                    places.push(vec![finding.rule]);
                    *last = Some(*finding);
                }
            }
        }
        for place in &mut places {
            place.sort_unstable();
            place.dedup();
        }
        places
    }
}

fn of_cwe(rule: &str) -> String {
    entry(rule).map_or_else(String::new, |entry| format!("CWE-{}", entry.meta.cwe))
}

fn of_owasp_2021(rule: &str) -> String {
    entry(rule).map_or_else(String::new, |entry| entry.meta.owasp.to_owned())
}

fn of_owasp_2025(rule: &str) -> String {
    entry(rule).map_or_else(String::new, |entry| owasp_2025(entry.meta.cwe, entry.meta.owasp).to_owned())
}

impl Pair<'_> {
    /// Returns whether one of the rules never reports without the other.
    fn is_one_finding_twice(&self) -> bool {
        self.places.contains(&self.together)
    }
}
