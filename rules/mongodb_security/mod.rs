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

use crate::engine::Entry;

/// The rules, in the order in which the plugin lists them.
pub const RULES: &[Entry] = &[
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
];
