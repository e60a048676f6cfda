//! Labelled code against findings.
