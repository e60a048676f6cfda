//! ESLint's own rules against code that is made of strings. They are in no preset and count in no rate: they run where
//! a configuration, `--rule` or a comment switches them on.

mod helpers;
mod no_eval;
mod no_implied_eval;
mod no_new_func;
mod no_script_url;
mod static_value;

use crate::engine::{CORE, Entry, Plugin};

/// The rules, under the names that they have in ESLint: without a plugin.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: CORE,
    rules: &[
        Entry::of::<no_eval::NoEval>(),
        Entry::of::<no_implied_eval::NoImpliedEval>(),
        Entry::of::<no_new_func::NoNewFunc>(),
        Entry::of::<no_script_url::NoScriptUrl>(),
    ],
    presets: &[],
};
