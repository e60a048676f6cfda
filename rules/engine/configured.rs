//! A rule as a configuration sets it.

use std::{borrow::Cow, sync::Arc};

use serde_json::Value;

use super::{Entry, Severity, registry};

/// A rule with its severity and options.
#[derive(Clone)]
pub(super) struct Configured {
    /// The name that the configuration gives the rule: its id, unless its plugin goes by another namespace.
    pub name: Cow<'static, str>,
    pub entry: &'static Entry,
    pub severity: Severity,
    pub options: Vec<Value>,
    pub rule: Arc<dyn registry::Configured>,
}
