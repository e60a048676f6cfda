//! MongoDB and Mongoose: filters, connections, schemas.

mod helpers;
mod no_bypass_middleware;
mod no_debug_mode_production;
mod no_hardcoded_connection_string;
mod no_hardcoded_credentials;
mod no_operator_injection;
mod no_select_sensitive_fields;
mod no_unbounded_find;
mod no_unsafe_populate;
mod no_unsafe_query;
mod no_unsafe_regex_query;
mod no_unsafe_where;
mod require_auth_mechanism;
mod require_lean_queries;
mod require_projection;
mod require_schema_validation;
mod require_tls_connection;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) const PLUGIN: Plugin = Plugin {
    name: "mongodb-security",
    rules: &[
        Entry::of::<no_unsafe_query::NoUnsafeQuery>(),
        Entry::of::<no_operator_injection::NoOperatorInjection>(),
        Entry::of::<no_unsafe_where::NoUnsafeWhere>(),
        Entry::of::<no_unsafe_regex_query::NoUnsafeRegexQuery>(),
        Entry::of::<no_hardcoded_connection_string::NoHardcodedConnectionString>(),
        Entry::of::<no_hardcoded_credentials::NoHardcodedCredentials>(),
        Entry::of::<require_tls_connection::RequireTlsConnection>(),
        Entry::of::<require_auth_mechanism::RequireAuthMechanism>(),
        Entry::of::<require_schema_validation::RequireSchemaValidation>(),
        Entry::of::<no_select_sensitive_fields::NoSelectSensitiveFields>(),
        Entry::of::<no_bypass_middleware::NoBypassMiddleware>(),
        Entry::of::<no_unsafe_populate::NoUnsafePopulate>(),
        Entry::of::<no_unbounded_find::NoUnboundedFind>(),
        Entry::of::<require_projection::RequireProjection>(),
        Entry::of::<require_lean_queries::RequireLeanQueries>(),
        Entry::of::<no_debug_mode_production::NoDebugModeProduction>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("mongodb-security/no-unsafe-query", Error),
                ("mongodb-security/no-operator-injection", Error),
                ("mongodb-security/no-unsafe-where", Error),
                ("mongodb-security/no-unsafe-regex-query", Error),
                ("mongodb-security/no-hardcoded-connection-string", Error),
                ("mongodb-security/no-hardcoded-credentials", Error),
                ("mongodb-security/require-tls-connection", Warn),
                ("mongodb-security/require-auth-mechanism", Warn),
                ("mongodb-security/require-schema-validation", Warn),
                ("mongodb-security/no-select-sensitive-fields", Warn),
                ("mongodb-security/no-bypass-middleware", Warn),
                ("mongodb-security/no-unsafe-populate", Error),
                ("mongodb-security/no-unbounded-find", Warn),
                ("mongodb-security/no-debug-mode-production", Error),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
        PluginPreset {
            name: "mongoose",
            rules: Selection::Listed(&[
                ("mongodb-security/no-unsafe-query", Error),
                ("mongodb-security/no-operator-injection", Error),
                ("mongodb-security/no-unsafe-where", Error),
                ("mongodb-security/require-schema-validation", Error),
                ("mongodb-security/no-select-sensitive-fields", Error),
                ("mongodb-security/no-bypass-middleware", Error),
                ("mongodb-security/no-unsafe-populate", Error),
                ("mongodb-security/require-lean-queries", Warn),
                ("mongodb-security/no-debug-mode-production", Error),
            ]),
        },
    ],
};
