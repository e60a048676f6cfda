//! Intervals and tests; pure functions.
