//! The limits that abort the analysis of a text midway.

use std::panic::resume_unwind;

use thiserror::Error;

/// The limits that a text can exceed while it is analyzed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TooMuch {
    #[error("The code declares too many variables with `var` in blocks within blocks")]
    Hoisted,
    #[error("The code has too many names in functions and blocks within one another")]
    DeepNames,
    #[error("The code has too many names that oxsec's parser cannot tell apart quickly")]
    AlikeNames,
    #[error("The code nests too much, or has too many findings: rules take more than {0} steps for it")]
    Steps(usize),
    #[error("The patterns and lists in the options of rules take more than {0} steps for this code")]
    OptionSteps(usize),
}

impl TooMuch {
    /// Aborts the analysis by unwinding; caught in `Analyzer::analyze_in`.
    #[cold]
    pub fn give_up(self) -> ! {
        resume_unwind(Box::new(self))
    }
}
