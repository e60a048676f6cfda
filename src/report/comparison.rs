//! Tests of whether the models differ, and which from which.

use rayon::prelude::*;

use crate::experiment::Basis;
use crate::statistics::bootstrap::{DRAWS, Difference, Rates, Resamples, SEED};
use crate::statistics::{ALPHA, CONFIDENCE, Proportion, chi_squared, pairwise};

use super::basis::ByBasis;
use super::grid::Grid;
use super::table::{Cell, Column, Kind, Table, Target};

/// The models up to which all pairs are compared: nobody reads thousands of pairs, and Holm's correction leaves nothing
/// of their p-values.
const MAX_COMPARED_MODELS: usize = 40;

/// The tests between models.
pub struct Comparison<'s> {
    /// The test of whether all models share one rate.
    pub homogeneity: ByBasis<Option<chi_squared::Test>>,
    /// Each pair once, in the order of the experiment; empty where there are too many models.
    pub pairs: Vec<Pair<'s>>,
}

pub struct Pair<'s> {
    pub models: [usize; 2],
    pub names: [&'s str; 2],
    pub tests: ByBasis<PairTests>,
}

/// The results of the tests on two models' vulnerability rates.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PairTests {
    /// The first rate minus the second; `None` where either model has no answer on this basis.
    pub difference: Option<f64>,
    /// Fisher's exact test, which takes the answers as independent.
    pub fisher: f64,
    pub fisher_holm: f64,
    /// The test with the prompts resampled that both models answered; `None` where there are none.
    pub clustered: Option<Difference>,
    pub clustered_holm: Option<f64>,
}

impl PairTests {
    /// Returns whether the models differ after correction for multiple comparisons, taking the answers as independent.
    pub fn differ(&self) -> bool {
        self.fisher_holm < ALPHA
    }

    /// Returns whether they differ with whole prompts resampled.
    pub fn differ_by_prompt(&self) -> bool {
        self.clustered_holm.is_some_and(|p| p < ALPHA)
    }
}

impl<'s> Comparison<'s> {
    pub fn new(grid: &Grid<'s>, resamples: &Resamples) -> Self {
        let models = 0..grid.models.len();
        let homogeneity = ByBasis::new(|basis| {
            chi_squared::homogeneity(
                &models.clone().map(|model| grid.of_model(model).vulnerable(basis)).collect::<Vec<_>>(),
            )
        });
        if models.len() > MAX_COMPARED_MODELS {
            return Self { homogeneity, pairs: Vec::new() };
        }
        let pairs: Vec<[usize; 2]> =
            models.clone().flat_map(|a| models.clone().skip(a + 1).map(move |b| [a, b])).collect();
        let tests = ByBasis::new(|basis| tests(grid, resamples, &pairs, basis));
        let pairs = pairs
            .into_iter()
            .enumerate()
            .map(|(index, models)| Pair {
                models,
                names: models.map(|model| grid.models[model]),
                tests: ByBasis::new(|basis| tests.get(basis)[index]),
            })
            .collect();
        Self { homogeneity, pairs }
    }

    pub fn tables(&self) -> Vec<Table> {
        if self.pairs.is_empty() {
            return Vec::new();
        }
        vec![
            self.table("pairwise", "Model against model", Basis::Published),
            self.table("pairwise-code", "Model against model, among answers that are code", Basis::Code),
        ]
    }

    fn table(&self, id: &'static str, title: &'static str, basis: Basis) -> Table {
        const INDEPENDENT: &str = "answers independent";
        const CLUSTERED: &str = "whole prompts resampled";
        let columns = vec![
            Column::new("first", "First", Kind::Text),
            Column::new("second", "Second", Kind::Text),
            Column::new("difference", "Difference", Kind::Points).group(INDEPENDENT),
            Column::new("fisher_p", "Fisher p", Kind::P).group(INDEPENDENT),
            Column::new("fisher_p_holm", "Holm p", Kind::P).group(INDEPENDENT),
            Column::new("clustered_95", "95% interval", Kind::Interval).group(CLUSTERED),
            Column::new("clustered_p", "p", Kind::P).group(CLUSTERED),
            Column::new("clustered_p_holm", "Holm p", Kind::P).group(CLUSTERED),
        ];
        let mut table = Table::new(id, title, columns).on(basis);
        table.keys = 2;
        if let Some(test) = self.homogeneity.get(basis) {
            table = table.note(format!("All models at once: {}.", describe(test)));
        }
        table = table.note(format!(
            "The difference is the first rate minus the second, in percentage points. Whole prompts: {DRAWS} draws, \
             seed {SEED}, both models resampled together. Holm's correction is over the {} pairs.",
            self.pairs.len()
        ));
        table.rows = self
            .pairs
            .iter()
            .map(|pair| {
                let tests = pair.tests.get(basis);
                let [a, b] =
                    [0, 1].map(|side| Cell::from(pair.names[side]).to(Target::Model { model: pair.models[side] }));
                vec![
                    a,
                    b,
                    tests.difference.into(),
                    Some(tests.fisher).into(),
                    Some(tests.fisher_holm).into(),
                    tests.clustered.map(|clustered| clustered.interval).into(),
                    tests.clustered.map(|clustered| clustered.p).into(),
                    tests.clustered_holm.into(),
                ]
            })
            .collect();
        table
    }
}

/// Formats a test: `χ² = 18.43, df 4, p = 0.001`.
pub fn describe(test: &chi_squared::Test) -> String {
    let p = if test.p < 0.0005 { "p < 0.001".to_owned() } else { format!("p = {:.3}", test.p) };
    format!("χ² = {:.2}, df {}, {p}", test.statistic, test.df)
}

fn tests(grid: &Grid, resamples: &Resamples, pairs: &[[usize; 2]], basis: Basis) -> Vec<PairTests> {
    let clusters: Vec<Vec<Proportion>> = (0..grid.models.len()).map(|model| grid.clusters(model, basis)).collect();
    let wholes: Vec<Proportion> = clusters.iter().map(|clusters| clusters.iter().copied().sum()).collect();
    let fisher: Vec<f64> = pairs.iter().map(|[a, b]| pairwise::fisher_exact(wholes[*a], wholes[*b])).collect();
    let fisher_holm = pairwise::holm(&fisher);
    let rates: Vec<Rates> = clusters.par_iter().map(|clusters| resamples.rates(clusters)).collect();
    let answered_all: Vec<bool> =
        clusters.iter().map(|clusters| clusters.iter().all(|cluster| cluster.total > 0)).collect();
    let clustered: Vec<Option<Difference>> = pairs
        .par_iter()
        .map(|[a, b]| {
            if answered_all[*a] && answered_all[*b] {
                rates[*a].minus(&rates[*b], CONFIDENCE)
            } else {
                over_shared(&clusters[*a], &clusters[*b])
            }
        })
        .collect();
    let mut clustered_holm =
        pairwise::holm(&clustered.iter().flatten().map(|difference| difference.p).collect::<Vec<_>>()).into_iter();
    (0..pairs.len())
        .map(|index| {
            let [a, b] = pairs[index].map(|model| wholes[model].rate());
            PairTests {
                difference: a.zip(b).map(|(a, b)| a - b),
                fisher: fisher[index],
                fisher_holm: fisher_holm[index],
                clustered: clustered[index],
                clustered_holm: clustered[index].and_then(|_| clustered_holm.next()),
            }
        })
        .collect()
}

/// Returns the difference over the prompts that both answered.
pub fn over_shared(a: &[Proportion], b: &[Proportion]) -> Option<Difference> {
    let (a, b): (Vec<Proportion>, Vec<Proportion>) =
        a.iter().copied().zip(b.iter().copied()).filter(|(a, b)| a.total > 0 && b.total > 0).unzip();
    let resamples = Resamples::new(a.len(), DRAWS, SEED);
    resamples.rates(&a).minus(&resamples.rates(&b), CONFIDENCE)
}
