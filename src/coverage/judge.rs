//! Comparison of findings with labels: how often rules and tools are right.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    family::{are_related, family},
    labels::{Claim, PlaceLabel},
    reported::{Report, Reported},
};
use crate::{
    report::{
        page::behind::{Behind, Collector, Piece},
        table::{Cell, Column, Kind, Table},
    },
    statistics::{Proportion, wilson},
};

const CONFIDENCE: f64 = 0.95;

/// The results for one kind of label: vulnerable places found or missed, safe places flagged or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub found: u32,
    pub vulnerable: u32,
    pub flagged: u32,
    pub safe: u32,
}

impl Tally {
    fn count(&mut self, claim: &Claim, is_hit: bool) {
        match claim {
            Claim::Vulnerable(_) => {
                self.vulnerable += 1;
                self.found += u32::from(is_hit);
            }
            Claim::Safe(_) => {
                self.safe += 1;
                self.flagged += u32::from(is_hit);
            }
            Claim::Expected { .. } => {}
        }
    }

    /// Returns the share of vulnerable places that were found.
    pub fn recall(&self) -> Proportion {
        Proportion::new(self.found, self.vulnerable)
    }

    /// Returns the share of safe places that were flagged.
    pub fn false_alarms(&self) -> Proportion {
        Proportion::new(self.flagged, self.safe)
    }

    /// Returns the share of flagged places that were flagged rightly.
    pub fn precision(&self) -> Proportion {
        Proportion::new(self.found, self.found + self.flagged)
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(&self) -> Option<f64> {
        let (precision, recall) = (self.precision().rate()?, self.recall().rate()?);
        Some(if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 })
    }

    /// Returns Youden's J: recall minus the rate of false alarms, from -1 to 1, where 0 is guessing.
    /// Source: W. J. Youden, "Index for rating diagnostic tests", Cancer 3 (1950), 32–35.
    pub fn j(&self) -> Option<f64> {
        Some(self.recall().rate()? - self.false_alarms().rate()?)
    }

    fn cells(&self) -> Vec<Cell> {
        let interval = |proportion: Proportion| Cell::from(wilson::interval(proportion, CONFIDENCE));
        vec![
            self.vulnerable.into(),
            self.found.into(),
            (self.vulnerable - self.found).into(),
            self.safe.into(),
            self.flagged.into(),
            self.recall().rate().into(),
            interval(self.recall()),
            self.false_alarms().rate().into(),
            interval(self.false_alarms()),
            self.precision().rate().into(),
            interval(self.precision()),
            self.f1().into(),
            self.j().into(),
        ]
    }

    fn columns() -> Vec<Column> {
        vec![
            Column::new("vulnerable", "vulnerable", Kind::Count).group("places"),
            Column::new("found", "found", Kind::Count).group("places"),
            Column::new("missed", "missed", Kind::Count).group("places"),
            Column::new("safe", "safe", Kind::Count).group("places"),
            Column::new("flagged", "flagged", Kind::Count).group("places"),
            Column::new("recall", "recall", Kind::Percent).group("rates"),
            Column::new("recall_95", "95%", Kind::Interval).group("rates"),
            Column::new("false_alarms", "false alarms", Kind::Percent).group("rates"),
            Column::new("false_alarms_95", "95%", Kind::Interval).group("rates"),
            Column::new("precision", "precision", Kind::Percent).group("rates"),
            Column::new("precision_95", "95%", Kind::Interval).group("rates"),
            Column::new("f1", "F1", Kind::Decimal(2)).group("rates"),
            Column::new("j", "J", Kind::Points).group("rates"),
        ]
    }
}

/// Labels of places, and the tools' reports on the same code, oxsec's first.
pub struct Judgement<'l> {
    pub labels: &'l [PlaceLabel],
    pub reports: &'l [Report],
}

impl Judgement<'_> {
    /// Returns the tables of true labels: by set, by weakness and by rule for the first tool, then tools side by side.
    pub fn truth_tables(&self) -> Vec<Table> {
        let Some(first) = self.reports.first() else { return Vec::new() };
        let mut tables = vec![
            self.grouped("labels-by-set", "Vulnerable places, by set", "set", first, |label| label.set.clone()),
            self.grouped("labels-by-cwe", "Vulnerable places, by family of weaknesses", "family", first, family_of),
            self.by_rule(first),
            self.pairs(),
        ];
        if self.reports.len() > 1 {
            tables.push(self.tools());
            tables.push(self.agreement());
        }
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    /// Returns the code behind the cells of these tables, and links the cells to it. `text` returns a labelled file's
    /// code.
    pub fn behind(&self, tables: &mut [Table], text: impl Fn(&str) -> Option<String>) -> Vec<Behind> {
        let mut texts: HashMap<&str, String> = HashMap::new();
        for label in self.truths() {
            if !texts.contains_key(label.file.as_str())
                && let Some(text) = text(&label.file)
            {
                texts.insert(&label.file, text);
            }
        }
        let mut collector = Collector::default();
        for table in tables {
            let id = table.id;
            for row in 0..table.rows.len() {
                let keys = table.keys_of(row);
                for column in table.keys..table.columns.len() {
                    let Some((is_vulnerable, is_flagged)) = outcome(&table.columns[column].key) else { continue };
                    let is_counted = |label: &&PlaceLabel| {
                        let vulnerable = matches!(label.claim, Claim::Vulnerable(_));
                        vulnerable == is_vulnerable && self.is_of(id, &keys, label, is_flagged)
                    };
                    let labels = self.truths().filter(is_counted);
                    let pieces = labels.filter_map(|label| {
                        let text = texts.get(label.file.as_str())?;
                        let cwes: Vec<String> = label.claim.cwes().iter().map(|cwe| format!("CWE-{cwe}")).collect();
                        let kind = if is_vulnerable { "vulnerable" } else { "safe" };
                        let note = format!("{kind} {}", cwes.join(", "));
                        Some(Piece::cut(label.file.clone(), note, text, label.lines.unwrap_or((1, 1))))
                    });
                    let title = format!("{}: {}", keys.join(", "), table.columns[column].label);
                    collector.add(table, row, column, title, pieces);
                }
            }
        }
        collector.finish()
    }

    /// Returns whether a row of a table counts a label: flagged, not flagged, or either.
    fn is_of(&self, table: &str, keys: &[String], label: &PlaceLabel, is_flagged: Option<bool>) -> bool {
        let first = &self.reports[0];
        let is_hit = |report: &Report| hits(report, label).next().is_some();
        let tool = |name: &str| self.reports.iter().find(|report| report.tool == name);
        let agrees = |hit: bool| is_flagged.is_none_or(|flagged| flagged == hit);
        match (table, keys) {
            ("labels-by-set", [set]) => (set == "all" || label.set == *set) && agrees(is_hit(first)),
            ("labels-by-cwe", [name]) => (name == "all" || family_of(label) == *name) && agrees(is_hit(first)),
            ("labels-by-rule", [rule]) => {
                let hit = hits(first, label).any(|finding| finding.rule == *rule);
                // The misses of a rule are only known within its own family.
                is_flagged == Some(true) && hit
            }
            ("tools", [set, name]) => label.set == *set && tool(name).is_some_and(|report| agrees(is_hit(report))),
            ("agreement", [tools]) => self.flagging(label) == *tools,
            _ => false,
        }
    }

    fn truths(&self) -> impl Iterator<Item = &PlaceLabel> {
        self.labels.iter().filter(|label| !matches!(label.claim, Claim::Expected { .. }))
    }

    fn grouped(
        &self,
        id: &'static str,
        title: &'static str,
        key: &str,
        report: &Report,
        group: impl Fn(&PlaceLabel) -> String,
    ) -> Table {
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        let mut all = Tally::default();
        for label in self.truths() {
            let is_hit = hits(report, label).next().is_some();
            tallies.entry(group(label)).or_default().count(&label.claim, is_hit);
            all.count(&label.claim, is_hit);
        }
        let mut table = Table::new(id, title, columns(key))
            .note("A place is flagged where a finding of the same family of weaknesses is on its line.")
            .note("J is recall minus false alarms, in points: 0 is guessing.");
        table.rows = tallies.iter().map(|(name, tally)| row(name, tally)).collect();
        if tallies.len() > 1 {
            table.rows.push(row("all", &all));
        }
        table
    }

    /// Returns how often each rule is right, among the labels of its own family that it flags.
    fn by_rule(&self, report: &Report) -> Table {
        let mut cwes: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
        for finding in report.files.values().flatten() {
            cwes.entry(&finding.rule).or_default().extend(&finding.cwes);
        }
        let mut tallies: BTreeMap<&str, Tally> = cwes.keys().map(|rule| (*rule, Tally::default())).collect();
        for label in self.truths() {
            let hit: BTreeSet<&str> = hits(report, label).map(|finding| finding.rule.as_str()).collect();
            for (rule, tally) in &mut tallies {
                let concerns = label.claim.cwes().is_empty() && hit.contains(rule)
                    || label
                        .claim
                        .cwes()
                        .first()
                        .is_some_and(|&cwe| cwes[rule].iter().any(|&own| are_related(own, cwe)));
                if concerns {
                    tally.count(&label.claim, hit.contains(rule));
                }
            }
        }
        tallies.retain(|_, tally| tally.vulnerable + tally.safe > 0);
        let mut table = Table::new("labels-by-rule", "Vulnerable places, by rule", columns("rule"))
            .note("Each rule is held against the labels of its own family alone. Rules without findings are left out.");
        table.rows = tallies.iter().map(|(rule, tally)| row(rule, tally)).collect();
        table
    }

    /// Returns the table of pairs of a vulnerable text and its repaired counterpart, told apart if only the former is
    /// flagged.
    fn pairs(&self) -> Table {
        let columns = vec![
            Column::new("tool", "tool", Kind::Text),
            Column::new("pairs", "pairs", Kind::Count),
            Column::new("told_apart", "told apart", Kind::Count),
            Column::new("both", "both flagged", Kind::Count),
            Column::new("neither", "neither flagged", Kind::Count),
            Column::new("reversed", "only the repaired flagged", Kind::Count),
            Column::new("rate", "told apart", Kind::Percent),
            Column::new("rate_95", "95%", Kind::Interval),
        ];
        let mut table = Table::new("pairs-told-apart", "Vulnerable texts and their repaired sisters", columns).note(
            "Sisters are files of one set whose names differ in vulnerable/safe, bad/good, insecure/secure or \
             before/after.",
        );
        let mut sisters: BTreeMap<(String, String), [Vec<&PlaceLabel>; 2]> = BTreeMap::new();
        for label in self.truths() {
            let side = usize::from(matches!(label.claim, Claim::Safe(_)));
            let key = (label.set.clone(), sister_key(&label.file));
            sisters.entry(key).or_default()[side].push(label);
        }
        sisters.retain(|(_, key), [bad, good]| {
            !bad.is_empty()
                && !good.is_empty()
                && key.contains('*')
                && bad.iter().all(|b| good.iter().all(|g| b.file != g.file))
        });
        for report in self.reports {
            let mut counts = [[0_u32; 2]; 2];
            for [bad, good] in sisters.values() {
                let is_flagged =
                    |labels: &[&PlaceLabel]| labels.iter().any(|label| hits(report, label).next().is_some());
                counts[usize::from(is_flagged(bad))][usize::from(is_flagged(good))] += 1;
            }
            let pairs: u32 = counts.iter().flatten().sum();
            if pairs == 0 {
                continue;
            }
            let apart = Proportion::new(counts[1][0], pairs);
            table.rows.push(vec![
                report.tool.as_str().into(),
                pairs.into(),
                counts[1][0].into(),
                counts[1][1].into(),
                counts[0][0].into(),
                counts[0][1].into(),
                apart.rate().into(),
                wilson::interval(apart, CONFIDENCE).into(),
            ]);
        }
        table
    }

    fn tools(&self) -> Table {
        let sets: BTreeSet<&str> = self.truths().map(|label| label.set.as_str()).collect();
        let mut keys = vec![Column::new("set", "set", Kind::Text), Column::new("tool", "tool", Kind::Text)];
        keys.extend(Tally::columns());
        let mut table = Table::new("tools", "Tools beside each other", keys);
        table.keys = 2;
        for set in sets {
            for report in self.reports {
                let mut tally = Tally::default();
                for label in self.truths().filter(|label| label.set == set) {
                    tally.count(&label.claim, hits(report, label).next().is_some());
                }
                let mut row: Vec<Cell> = vec![set.into(), report.tool.as_str().into()];
                row.extend(tally.cells());
                table.rows.push(row);
            }
        }
        table
    }

    /// Returns the table of which tools are right alone: for each set of tools that flag a place, the share of
    /// vulnerable ones.
    fn agreement(&self) -> Table {
        let mut counts: BTreeMap<String, Tally> = BTreeMap::new();
        for label in self.truths() {
            counts.entry(self.flagging(label)).or_default().count(&label.claim, true);
        }
        let columns = vec![
            Column::new("tools", "flagged by", Kind::Text),
            Column::new("vulnerable", "vulnerable places", Kind::Count),
            Column::new("safe", "safe places", Kind::Count),
        ];
        let mut table = Table::new("agreement", "Who flags what", columns)
            .note("Flagged by one alone: where that tool alone is right (vulnerable) or alone is wrong (safe).");
        for (tools, tally) in counts {
            table.rows.push(vec![tools.into(), tally.vulnerable.into(), tally.safe.into()]);
        }
        table
    }

    /// Returns the names of the tools that flag a place.
    fn flagging(&self, label: &PlaceLabel) -> String {
        let flagging = self.reports.iter().filter(|report| hits(report, label).next().is_some());
        let tools: Vec<&str> = flagging.map(|report| report.tool.as_str()).collect();
        match tools.as_slice() {
            [] => "none".to_owned(),
            [one] => format!("{one} alone"),
            all if all.len() == self.reports.len() => "all".to_owned(),
            some => some.join(" and "),
        }
    }

    /// Compares the findings of each rule's original with the tool's: a question of fidelity, not of truth.
    pub fn expected_table(&self) -> Option<Table> {
        let report = self.reports.first()?;
        let mut counts: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
        for label in self.labels {
            let Claim::Expected { rule, message_id } = &label.claim else { continue };
            let agrees = |finding: &&Reported| {
                finding.rule == *rule
                    && finding.is_on(label.lines)
                    && message_id.as_ref().is_none_or(|id| finding.message_id.as_ref() == Some(id))
            };
            let [expected, met] = counts.entry(rule).or_default();
            *expected += 1;
            *met += u32::from(report.of(&label.file).iter().any(|finding| agrees(&finding)));
        }
        if counts.is_empty() {
            return None;
        }
        let columns = vec![
            Column::new("rule", "rule", Kind::Text),
            Column::new("expected", "expected", Kind::Count),
            Column::new("reported", "reported", Kind::Count),
            Column::new("missed", "missed", Kind::Count),
        ];
        let mut table = Table::new("expected", "Flagged as expected", columns)
            .note("Whether a rule reports what the label expects of it, which says nothing of what is vulnerable.");
        table.rows = counts
            .into_iter()
            .map(|(rule, [expected, met])| vec![rule.into(), expected.into(), met.into(), (expected - met).into()])
            .collect();
        Some(table)
    }
}

/// Returns the family of a label's weakness.
fn family_of(label: &PlaceLabel) -> String {
    label.claim.cwes().first().map_or_else(|| "(any)".to_owned(), |&cwe| family(cwe))
}

/// Returns which labels a column counts: vulnerable or safe, flagged or not.
fn outcome(column: &str) -> Option<(bool, Option<bool>)> {
    match column {
        "vulnerable" => Some((true, None)),
        "found" => Some((true, Some(true))),
        "missed" => Some((true, Some(false))),
        "safe" => Some((false, None)),
        "flagged" => Some((false, Some(true))),
        _ => None,
    }
}

fn columns(key: &str) -> Vec<Column> {
    std::iter::once(Column::new(key, key, Kind::Text)).chain(Tally::columns()).collect()
}

fn row(name: &str, tally: &Tally) -> Vec<Cell> {
    std::iter::once(Cell::from(name)).chain(tally.cells()).collect()
}

/// Returns the findings that are of a label's family and on its lines.
fn hits<'r>(report: &'r Report, label: &'r PlaceLabel) -> impl Iterator<Item = &'r Reported> {
    let primary = label.claim.cwes().first();
    report.of(&label.file).iter().filter(move |finding| {
        finding.is_on(label.lines)
            && primary.is_none_or(|&primary| finding.cwes.iter().any(|&cwe| are_related(cwe, primary)))
    })
}

/// Returns a file's name with the word that distinguishes counterparts replaced by `*`.
fn sister_key(file: &str) -> String {
    const PAIRS: &[[&str; 2]] = &[
        ["vulnerable", "safe"],
        ["insecure", "secure"],
        ["unsafe", "safe"],
        ["Bad", "Good"],
        ["bad", "good"],
        ["before", "after"],
    ];
    let mut key = file.to_owned();
    for word in PAIRS.iter().flatten() {
        if key.contains(word) {
            key = key.replace(word, "*");
            break;
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::labels::Origin;

    fn label(file: &str, line: u32, claim: Claim) -> PlaceLabel {
        let origin = Origin { file: "labels".into(), line: Some(1) };
        PlaceLabel { set: "s".into(), file: file.into(), lines: Some((line, line)), claim, origin }
    }

    fn report(tool: &str, findings: &[(&str, u32, u16)]) -> Report {
        let mut report = Report { tool: tool.into(), ..Report::default() };
        for &(file, line, cwe) in findings {
            let finding = Reported { lines: (line, line), rule: format!("r{cwe}"), message_id: None, cwes: vec![cwe] };
            report.files.entry(file.into()).or_default().push(finding);
        }
        report
    }

    #[test]
    fn places_are_found_by_family_and_line() {
        let labels = [
            label("bad.js", 1, Claim::Vulnerable(vec![78])),
            label("good.js", 1, Claim::Safe(vec![78])),
            label("bad.js", 9, Claim::Vulnerable(vec![89])),
        ];
        let reports = [report("a", &[("bad.js", 1, 77), ("bad.js", 9, 22)]), report("b", &[("good.js", 1, 78)])];
        let judgement = Judgement { labels: &labels, reports: &reports };
        let tables = judgement.truth_tables();
        let table = |id: &str| tables.iter().find(|table| table.id == id).unwrap();
        assert_eq!(table("labels-by-set").rows[0][1..6], [2_u32, 1, 1, 1, 0].map(Cell::from));
        assert_eq!(table("tools").rows.len(), 2);
        let told: Vec<Cell> = table("pairs-told-apart").rows.iter().map(|row| row[2].clone()).collect();
        assert_eq!(told, [1_u32, 0].map(Cell::from));
    }
}
