//! NestJS: controllers, guards, pipes, what is sent and received.

mod helpers;
mod no_exposed_debug_endpoints;
mod no_exposed_private_fields;
mod no_missing_validation_pipe;
mod require_class_validator;
mod require_guards;
mod require_throttler;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "nestjs-security",
    rules: &[
        Entry::of::<require_guards::RequireGuards>(),
        Entry::of::<no_missing_validation_pipe::NoMissingValidationPipe>(),
        Entry::of::<require_throttler::RequireThrottler>(),
        Entry::of::<require_class_validator::RequireClassValidator>(),
        Entry::of::<no_exposed_private_fields::NoExposedPrivateFields>(),
        Entry::of::<no_exposed_debug_endpoints::NoExposedDebugEndpoints>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("nestjs-security/require-guards", Error),
                ("nestjs-security/no-missing-validation-pipe", Warn),
                ("nestjs-security/require-throttler", Warn),
                ("nestjs-security/require-class-validator", Warn),
                ("nestjs-security/no-exposed-private-fields", Warn),
                ("nestjs-security/no-exposed-debug-endpoints", Error),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
        PluginPreset { name: "guards", rules: Selection::Listed(&[("nestjs-security/require-guards", Error)]) },
        PluginPreset {
            name: "validation",
            rules: Selection::Listed(&[
                ("nestjs-security/no-missing-validation-pipe", Error),
                ("nestjs-security/require-class-validator", Error),
            ]),
        },
    ],
};
