//! The generate–remediate loop: plan, providers, journal.
