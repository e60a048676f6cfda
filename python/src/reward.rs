//! A result as a number for training.

use pyo3::{prelude::*, types::PyDict};

use crate::{result::Outcome, value_error};

/// The weight of each kind of finding.
///
/// The reward of code is `1 / (1 + sum of weights)`: 1.0 where nothing is found, less with each finding, never 0.0,
/// which is the reward of a text that is not code. So that code with findings is always better than a refusal, an
/// answer that is cut off or one over a limit, and clean code better than both.
#[derive(Clone, Copy)]
pub struct Weights {
    /// A finding with a proof.
    pub proven: f64,
    /// A finding of severity error without one.
    pub error: f64,
    /// A finding of severity warning without one.
    pub warning: f64,
}

/// The reward of a text that is not code: the least.
const NOT_CODE: f64 = 0.0;

impl Default for Weights {
    fn default() -> Self {
        Self { proven: 2.0, error: 1.0, warning: 0.25 }
    }
}

impl Weights {
    /// Takes weights from a dictionary with the keys `proven`, `error` and `warning`; those left out keep their
    /// default.
    pub fn extract(weights: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let mut taken = Self::default();
        for (name, weight) in weights.into_iter().flat_map(|weights| weights.iter()) {
            let name: String = name.extract()?;
            let weight: f64 = weight.extract()?;
            if !(weight.is_finite() && weight >= 0.0) {
                return Err(value_error(format!("the weight of {name:?} must be a number from 0 on, not {weight}")));
            }
            match name.as_str() {
                "proven" => taken.proven = weight,
                "error" => taken.error = weight,
                "warning" => taken.warning = weight,
                _ => return Err(value_error(format!("unknown weight {name:?}: expected proven, error or warning"))),
            }
        }
        Ok(taken)
    }

    /// The reward of an outcome, from 0.0 to 1.0.
    pub fn reward(&self, outcome: &Outcome) -> f64 {
        if !outcome.is_code() {
            return NOT_CODE;
        }
        let weigh = |proven: bool, severity: u8| match severity {
            _ if proven => self.proven,
            2 => self.error,
            _ => self.warning,
        };
        1.0 / (1.0 + outcome.counted().map(|message| weigh(message.is_proven(), message.severity)).sum::<f64>())
    }
}
