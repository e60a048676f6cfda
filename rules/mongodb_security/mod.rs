//! MongoDB and Mongoose: filters, connections, schemas.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_unsafe_query::NoUnsafeQuery,
    no_operator_injection::NoOperatorInjection,
    no_unsafe_where::NoUnsafeWhere,
    no_unsafe_regex_query::NoUnsafeRegexQuery,
    no_hardcoded_connection_string::NoHardcodedConnectionString,
    no_hardcoded_credentials::NoHardcodedCredentials,
    require_tls_connection::RequireTlsConnection,
    require_auth_mechanism::RequireAuthMechanism,
    require_schema_validation::RequireSchemaValidation,
    no_select_sensitive_fields::NoSelectSensitiveFields,
    no_bypass_middleware::NoBypassMiddleware,
    no_unsafe_populate::NoUnsafePopulate,
    no_unbounded_find::NoUnboundedFind,
    require_projection::RequireProjection,
    require_lean_queries::RequireLeanQueries,
    no_debug_mode_production::NoDebugModeProduction,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) const PLUGIN: Plugin = Plugin {
    name: "mongodb-security",
    rules: RULES,
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
