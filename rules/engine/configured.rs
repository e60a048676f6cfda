//! A rule with the severity and options of a configuration.

use std::{borrow::Cow, sync::Arc};

use serde_json::Value;

use super::{Entry, Severity, registry};

/// A rule with its severity and options.
#[derive(Clone)]
pub(super) struct Configured {
    /// The rule's name in the configuration: its id, unless the configuration gives its plugin another namespace.
    pub name: Cow<'static, str>,
    pub entry: &'static Entry,
    pub severity: Severity,
    pub options: Vec<Value>,
    pub rule: Arc<dyn registry::Configured>,
}
