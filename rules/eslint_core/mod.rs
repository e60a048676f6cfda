//! ESLint's own rules against code that is made of strings. They are in no preset and count in no rate: they run where
//! a configuration, `--rule` or a comment switches them on.

mod helpers;
mod static_value;

use crate::engine::{CORE, Plugin, rules};

rules! {
    no_eval::NoEval,
    no_implied_eval::NoImpliedEval,
    no_new_func::NoNewFunc,
    no_script_url::NoScriptUrl,
}

/// The rules, under the names that they have in ESLint: without a plugin.
pub(crate) static PLUGIN: Plugin = Plugin { name: CORE, rules: RULES, presets: &[] };
