//! Express: middleware, routes, cookies.

mod helpers;
mod no_cors_credentials_wildcard;
mod no_exposed_debug_endpoints;
mod no_express_unsafe_regex_route;
mod no_graphql_introspection_production;
mod no_insecure_cookie_options;
mod no_permissive_cors;
mod require_csrf_protection;
mod require_express_body_parser_limits;
mod require_helmet;
mod require_rate_limiting;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "express-security",
    rules: &[
        Entry::of::<require_helmet::RequireHelmet>(),
        Entry::of::<no_permissive_cors::NoPermissiveCors>(),
        Entry::of::<require_csrf_protection::RequireCsrfProtection>(),
        Entry::of::<no_insecure_cookie_options::NoInsecureCookieOptions>(),
        Entry::of::<require_rate_limiting::RequireRateLimiting>(),
        Entry::of::<no_graphql_introspection_production::NoGraphqlIntrospectionProduction>(),
        Entry::of::<no_cors_credentials_wildcard::NoCorsCredentialsWildcard>(),
        Entry::of::<require_express_body_parser_limits::RequireExpressBodyParserLimits>(),
        Entry::of::<no_express_unsafe_regex_route::NoExpressUnsafeRegexRoute>(),
        Entry::of::<no_exposed_debug_endpoints::NoExposedDebugEndpoints>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("express-security/require-helmet", Error),
                ("express-security/no-permissive-cors", Error),
                ("express-security/require-csrf-protection", Warn),
                ("express-security/no-insecure-cookie-options", Error),
                ("express-security/require-rate-limiting", Warn),
                ("express-security/no-graphql-introspection-production", Warn),
                ("express-security/no-cors-credentials-wildcard", Error),
                ("express-security/require-express-body-parser-limits", Warn),
                ("express-security/no-express-unsafe-regex-route", Error),
                ("express-security/no-exposed-debug-endpoints", Error),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
        PluginPreset {
            name: "api",
            rules: Selection::Listed(&[
                ("express-security/require-helmet", Error),
                ("express-security/no-permissive-cors", Error),
                ("express-security/require-csrf-protection", Error),
                ("express-security/no-insecure-cookie-options", Error),
                ("express-security/require-rate-limiting", Error),
            ]),
        },
        PluginPreset {
            name: "graphql",
            rules: Selection::Listed(&[("express-security/no-graphql-introspection-production", Error)]),
        },
    ],
};
