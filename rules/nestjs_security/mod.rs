//! NestJS: controllers, guards, pipes, what is sent and received.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    require_guards::RequireGuards,
    no_missing_validation_pipe::NoMissingValidationPipe,
    require_throttler::RequireThrottler,
    require_class_validator::RequireClassValidator,
    no_exposed_private_fields::NoExposedPrivateFields,
    no_exposed_debug_endpoints::NoExposedDebugEndpoints,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "nestjs-security",
    rules: RULES,
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
