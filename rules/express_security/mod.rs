//! Express: middleware, routes, cookies.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    require_helmet::RequireHelmet,
    no_permissive_cors::NoPermissiveCors,
    require_csrf_protection::RequireCsrfProtection,
    no_insecure_cookie_options::NoInsecureCookieOptions,
    require_rate_limiting::RequireRateLimiting,
    no_graphql_introspection_production::NoGraphqlIntrospectionProduction,
    no_cors_credentials_wildcard::NoCorsCredentialsWildcard,
    require_express_body_parser_limits::RequireExpressBodyParserLimits,
    no_express_unsafe_regex_route::NoExpressUnsafeRegexRoute,
    no_exposed_debug_endpoints::NoExposedDebugEndpoints,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "express-security",
    rules: RULES,
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
