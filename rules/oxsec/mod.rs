//! Rules whose findings carry a proof: data of an attacker that reaches a sink, with an input that does the damage, or a
//! fact that is the weakness.

mod argument_injection;
mod code_injection;
mod command_injection;
mod hardcoded_secret;
mod helpers;
mod mass_assignment;
mod path_traversal;
mod prototype_pollution;
mod sql_injection;

use crate::{
    engine::{Entry, Plugin, PluginPreset, Selection, Severity},
    flow::Fact,
};

/// The plugin: its rules in the order of the alphabet.
pub static PLUGIN: Plugin = Plugin {
    name: "oxsec",
    rules: &[
        Entry::of::<argument_injection::ArgumentInjection>(),
        Entry::of::<code_injection::CodeInjection>(),
        Entry::of::<command_injection::CommandInjection>(),
        Entry::of::<hardcoded_secret::HardcodedSecret>(),
        Entry::of::<mass_assignment::MassAssignment>(),
        Entry::of::<path_traversal::PathTraversal>(),
        Entry::of::<prototype_pollution::PrototypePollution>(),
        Entry::of::<sql_injection::SqlInjection>(),
    ],
    presets: &[PluginPreset { name: "recommended", rules: Selection::Every(Severity::Error) }],
};

/// What the rules about facts look for.
pub(crate) const FACTS: &[Fact] = &[hardcoded_secret::FACT];
