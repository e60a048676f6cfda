//! Ranks, with ties.

/// Returns each value's rank from 1, the lowest value first, as in a competition: equal values share a rank, and the
/// next rank skips their number. A missing value has no rank.
pub fn ranks(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    values.iter().map(|value| value.map(|value| sorted.partition_point(|other| *other < value) + 1)).collect()
}

/// The champions and the runners-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Podium {
    pub champions: Place,
    pub runners_up: Place,
}

/// The competitors that share a place, by their index, and the value that they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub holders: Vec<usize>,
    /// The value; `None` where nobody holds the place.
    pub value: Option<f64>,
}

/// The holders of a place that are named at most; more are counted.
const MAX_NAMED_HOLDERS: usize = 8;

impl Place {
    /// Returns the names of its holders.
    pub fn names(&self, names: &[&str]) -> String {
        let mut named: Vec<String> =
            self.holders.iter().take(MAX_NAMED_HOLDERS).map(|holder| names[*holder].to_owned()).collect();
        let more = self.holders.len().saturating_sub(MAX_NAMED_HOLDERS);
        if more > 0 {
            named.push(format!("{more} more"));
        }
        named.join(", ")
    }
}

impl Podium {
    /// Returns the podium on which the lowest value wins.
    pub fn lowest(values: &[Option<f64>]) -> Self {
        let mut distinct: Vec<f64> = values.iter().flatten().copied().collect();
        distinct.sort_by(f64::total_cmp);
        distinct.dedup();
        let place = |rank: usize| {
            let value = distinct.get(rank).copied();
            let holders = (0..values.len()).filter(|index| value.is_some() && values[*index] == value).collect();
            Place { holders, value }
        };
        Self { champions: place(0), runners_up: place(1) }
    }

    /// Returns the podium on which the highest value wins.
    pub fn highest(values: &[Option<f64>]) -> Self {
        let negated: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| -value)).collect();
        let Self { champions, runners_up } = Self::lowest(&negated);
        let positive = |place: Place| Place { value: place.value.map(|value| -value), ..place };
        Self { champions: positive(champions), runners_up: positive(runners_up) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank() {
        let values = [Some(0.3), None, Some(0.1), Some(0.3), Some(0.7)];
        assert_eq!(ranks(&values), [Some(2), None, Some(1), Some(2), Some(4)]);
    }

    #[test]
    fn ties_are_named() {
        let values = [Some(0.3), None, Some(0.1), Some(0.3), Some(0.7)];
        let podium = Podium::lowest(&values);
        assert_eq!(podium.champions, Place { holders: vec![2], value: Some(0.1) });
        assert_eq!(podium.runners_up, Place { holders: vec![0, 3], value: Some(0.3) });
        assert_eq!(Podium::highest(&values).champions, Place { holders: vec![4], value: Some(0.7) });
    }

    #[test]
    fn a_crowd_is_counted() {
        let place = Place { holders: (0..10).collect(), value: Some(0.5) };
        assert_eq!(place.names(&["a"; 10]), "a, a, a, a, a, a, a, a, 2 more");
    }

    #[test]
    fn among_nobody_nobody_wins() {
        assert_eq!(Podium::lowest(&[None, None]), Podium::default());
        assert_eq!(Podium::highest(&[Some(1.0)]).runners_up, Place::default());
    }
}
