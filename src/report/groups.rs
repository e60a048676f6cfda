//! Groups of models head to head.

use globset::{GlobBuilder, GlobMatcher};

use crate::experiment::Basis;
use crate::statistics::bootstrap::{DRAWS, Difference, SEED};
use crate::statistics::{Proportion, pairwise};

use super::basis::ByBasis;
use super::comparison::over_shared;
use super::grid::{Counts, Grid};
use super::rank::Podium;
use super::table::{Cell, Column, Kind, Table, prefix};

/// A group of models: `claude=opus*,sonnet*,haiku*`.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: String,
    /// The patterns of the models' names; one must match.
    patterns: Vec<GlobMatcher>,
}

/// The reason why a text does not name a group.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    #[error("`{0}` is not a group: expected NAME=PATTERN,PATTERN… such as claude=opus*,sonnet*")]
    Shape(String),
    #[error("`{pattern}` is not a valid pattern of model names")]
    Pattern { pattern: String, source: globset::Error },
}

impl std::str::FromStr for Group {
    type Err = GroupError;

    fn from_str(text: &str) -> Result<Self, GroupError> {
        let shape = || GroupError::Shape(text.to_owned());
        let (name, patterns) = text.split_once('=').ok_or_else(shape)?;
        if name.is_empty() || patterns.split(',').any(str::is_empty) {
            return Err(shape());
        }
        let patterns = patterns
            .split(',')
            .map(|pattern| {
                let glob = GlobBuilder::new(pattern).build();
                let source = |source| GroupError::Pattern { pattern: pattern.to_owned(), source };
                glob.map(|glob| glob.compile_matcher()).map_err(source)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { name: name.to_owned(), patterns })
    }
}

/// The groups' rates, overall and by domain.
pub struct HeadToHead<'s> {
    pub groups: Vec<Members<'s>>,
    /// The overall scope first, then each domain.
    pub scopes: Vec<Scope<'s>>,
    pub pairs: Vec<GroupPair<'s>>,
}

pub struct Members<'s> {
    pub name: &'s str,
    pub models: Vec<&'s str>,
}

pub struct Scope<'s> {
    /// The domain; `None` for all prompts.
    pub domain: Option<&'s str>,
    /// The counts of each group: all answers of its models together.
    pub counts: Vec<Counts>,
    /// The groups with the lowest rate.
    pub leaders: ByBasis<Podium>,
}

/// Two groups' vulnerability rates over all prompts.
pub struct GroupPair<'s> {
    pub names: [&'s str; 2],
    pub tests: ByBasis<GroupTests>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupTests {
    /// Fisher's exact test, which takes the answers as independent.
    pub fisher: f64,
    /// The test with whole prompts resampled.
    pub clustered: Option<Difference>,
}

impl<'s> HeadToHead<'s> {
    pub fn new(grid: &Grid<'s>, groups: &'s [Group]) -> Self {
        let members: Vec<Vec<usize>> = groups
            .iter()
            .map(|group| {
                (0..grid.models.len())
                    .filter(|model| group.patterns.iter().any(|pattern| pattern.is_match(grid.models[*model])))
                    .collect()
            })
            .collect();
        let pooled = |of: &dyn Fn(usize) -> Counts| -> Vec<Counts> {
            members.iter().map(|models| models.iter().map(|model| of(*model)).sum()).collect()
        };
        let scope = |domain, counts: Vec<Counts>| Scope {
            domain,
            leaders: ByBasis::new(|basis| {
                Podium::lowest(&counts.iter().map(|counts| counts.vulnerable(basis).rate()).collect::<Vec<_>>())
            }),
            counts,
        };
        let mut scopes = vec![scope(None, pooled(&|model| grid.of_model(model)))];
        scopes.extend(
            (grid.domains.iter().enumerate())
                .map(|(domain, name)| scope(Some(*name), pooled(&|model| grid.of_domain(model, domain)))),
        );
        let clusters = |group: usize, basis: Basis| -> Vec<Proportion> {
            (0..grid.prompts.len())
                .map(|prompt| {
                    members[group].iter().map(|model| grid.cell(*model, prompt).counts.vulnerable(basis)).sum()
                })
                .collect()
        };
        let pairs = (0..groups.len())
            .flat_map(|a| (a + 1..groups.len()).map(move |b| [a, b]))
            .map(|pair| GroupPair {
                names: pair.map(|group| groups[group].name.as_str()),
                tests: ByBasis::new(|basis| {
                    let [a, b] = pair.map(|group| clusters(group, basis));
                    GroupTests {
                        fisher: pairwise::fisher_exact(a.iter().copied().sum(), b.iter().copied().sum()),
                        clustered: over_shared(&a, &b),
                    }
                }),
            })
            .collect();
        let groups = (groups.iter().zip(&members))
            .map(|(group, models)| Members {
                name: &group.name,
                models: models.iter().map(|model| grid.models[*model]).collect(),
            })
            .collect();
        Self { groups, scopes, pairs }
    }

    pub fn tables(&self) -> Vec<Table> {
        match self.groups.len() {
            0 => Vec::new(),
            1 => vec![self.rates()],
            _ => vec![self.rates(), self.tests()],
        }
    }

    fn rates(&self) -> Table {
        let mut columns = vec![Column::new("scope", "Domain", Kind::Text)];
        for basis in Basis::ALL {
            let column =
                |key: String, label: &str, kind| Column::new(key, label, kind).group(basis.caption()).on(basis);
            let prefix = prefix(basis);
            for group in &self.groups {
                columns.push(column(format!("{prefix}{}", group.name), group.name, Kind::Share));
                columns.push(column(format!("{prefix}{}_rate", group.name), "Rate", Kind::Percent));
            }
            columns.push(column(format!("{prefix}leader"), "Safer", Kind::Text));
        }
        let mut table = Table::new("groups", "Head to head", columns);
        for group in &self.groups {
            table = table.note(match group.models.as_slice() {
                [] => format!("{}: no model of that name.", group.name),
                models => format!("{}: {}.", group.name, models.join(", ")),
            });
        }
        table.rows = self
            .scopes
            .iter()
            .map(|scope| {
                let mut row = vec![Cell::from(scope.domain.unwrap_or("all"))];
                for (basis, leaders) in
                    [(Basis::Published, &scope.leaders.published), (Basis::Code, &scope.leaders.code)]
                {
                    for counts in &scope.counts {
                        let vulnerable = counts.vulnerable(basis);
                        row.extend([vulnerable.into(), vulnerable.rate().into()]);
                    }
                    let names = leaders.champions.holders.iter().map(|group| self.groups[*group].name);
                    row.push(names.collect::<Vec<_>>().join(", ").into());
                }
                row
            })
            .collect();
        table
    }

    fn tests(&self) -> Table {
        let mut columns = vec![Column::new("first", "First", Kind::Text), Column::new("second", "Second", Kind::Text)];
        for basis in Basis::ALL {
            let tests = [
                ("difference", "Difference", Kind::Points),
                ("fisher_p", "Fisher p", Kind::P),
                ("clustered_95", "Clustered 95%", Kind::Interval),
                ("clustered_p", "Clustered p", Kind::P),
            ];
            columns.extend(tests.map(|(key, label, kind)| Column::on_basis(basis, key, label, kind)));
        }
        let mut table = Table::new("group-tests", "Head to head, tested", columns).note(format!(
            "The difference is the first rate minus the second, in percentage points, over the prompts that both \
             answered; whole prompts are resampled ({DRAWS} draws, seed {SEED})."
        ));
        table.keys = 2;
        table.rows = self
            .pairs
            .iter()
            .map(|pair| {
                let mut row = pair.names.map(Cell::from).to_vec();
                for tests in [pair.tests.published, pair.tests.code] {
                    row.extend([
                        tests.clustered.map(|clustered| clustered.value).into(),
                        Some(tests.fisher).into(),
                        tests.clustered.map(|clustered| clustered.interval).into(),
                        tests.clustered.map(|clustered| clustered.p).into(),
                    ]);
                }
                row
            })
            .collect();
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_matches_names_by_pattern() {
        let group: Group = "claude=opus*,sonnet-4.5".parse().unwrap();
        let matches = |name: &str| group.patterns.iter().any(|pattern| pattern.is_match(name));
        assert_eq!(group.name, "claude");
        assert!(matches("opus-4.6") && matches("sonnet-4.5") && !matches("sonnet-4.6"));
    }

    #[test]
    fn what_is_no_group_is_refused_by_name() {
        for text in ["claude", "=opus*", "claude=", "claude=opus*,,x"] {
            assert!(matches!(text.parse::<Group>(), Err(GroupError::Shape(shown)) if shown == text), "{text}");
        }
        assert!(matches!("a=[".parse::<Group>(), Err(GroupError::Pattern { .. })));
    }
}
