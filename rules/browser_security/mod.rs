//! Browsers: injected HTML, messages between windows, storage, cookies, connections, headers.

mod detect_mixed_content;
mod helpers;
mod no_allow_arbitrary_loads;
mod no_clickjacking;
mod no_client_side_auth_logic;
mod no_cookie_auth_tokens;
mod no_credentials_in_query_params;
mod no_disabled_certificate_validation;
mod no_dynamic_service_worker_url;
mod no_eval;
mod no_filereader_innerhtml;
mod no_http_urls;
mod no_innerhtml;
mod no_insecure_redirects;
mod no_insecure_websocket;
mod no_jwt_in_storage;
mod no_missing_cors_check;
mod no_missing_csrf_protection;
mod no_missing_security_headers;
mod no_password_in_url;
mod no_permissive_cors;
mod no_postmessage_innerhtml;
mod no_postmessage_wildcard_origin;
mod no_sensitive_cookie_js;
mod no_sensitive_data_in_analytics;
mod no_sensitive_data_in_cache;
mod no_sensitive_indexeddb;
mod no_sensitive_localstorage;
mod no_sensitive_sessionstorage;
mod no_tracking_without_consent;
mod no_unencrypted_transmission;
mod no_unescaped_url_parameter;
mod no_unsafe_eval_csp;
mod no_unsafe_inline_csp;
mod no_unvalidated_deeplinks;
mod no_websocket_eval;
mod no_websocket_innerhtml;
mod no_worker_message_innerhtml;
mod require_blob_url_revocation;
mod require_cookie_secure_attrs;
mod require_csp_headers;
mod require_https_only;
mod require_mime_type_validation;
mod require_postmessage_origin_check;
mod require_url_validation;
mod require_websocket_wss;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "browser-security",
    rules: &[
        Entry::of::<no_innerhtml::NoInnerhtml>(),
        Entry::of::<no_eval::NoEval>(),
        Entry::of::<require_postmessage_origin_check::RequirePostmessageOriginCheck>(),
        Entry::of::<no_postmessage_wildcard_origin::NoPostmessageWildcardOrigin>(),
        Entry::of::<no_postmessage_innerhtml::NoPostmessageInnerhtml>(),
        Entry::of::<no_sensitive_localstorage::NoSensitiveLocalstorage>(),
        Entry::of::<no_jwt_in_storage::NoJwtInStorage>(),
        Entry::of::<no_sensitive_sessionstorage::NoSensitiveSessionstorage>(),
        Entry::of::<no_sensitive_indexeddb::NoSensitiveIndexeddb>(),
        Entry::of::<no_sensitive_cookie_js::NoSensitiveCookieJs>(),
        Entry::of::<no_cookie_auth_tokens::NoCookieAuthTokens>(),
        Entry::of::<require_cookie_secure_attrs::RequireCookieSecureAttrs>(),
        Entry::of::<require_websocket_wss::RequireWebsocketWss>(),
        Entry::of::<no_websocket_innerhtml::NoWebsocketInnerhtml>(),
        Entry::of::<no_websocket_eval::NoWebsocketEval>(),
        Entry::of::<no_filereader_innerhtml::NoFilereaderInnerhtml>(),
        Entry::of::<require_blob_url_revocation::RequireBlobUrlRevocation>(),
        Entry::of::<no_dynamic_service_worker_url::NoDynamicServiceWorkerUrl>(),
        Entry::of::<no_worker_message_innerhtml::NoWorkerMessageInnerhtml>(),
        Entry::of::<no_unsafe_inline_csp::NoUnsafeInlineCsp>(),
        Entry::of::<no_unsafe_eval_csp::NoUnsafeEvalCsp>(),
        Entry::of::<detect_mixed_content::DetectMixedContent>(),
        Entry::of::<no_allow_arbitrary_loads::NoAllowArbitraryLoads>(),
        Entry::of::<no_clickjacking::NoClickjacking>(),
        Entry::of::<no_credentials_in_query_params::NoCredentialsInQueryParams>(),
        Entry::of::<no_http_urls::NoHttpUrls>(),
        Entry::of::<no_insecure_redirects::NoInsecureRedirects>(),
        Entry::of::<no_insecure_websocket::NoInsecureWebsocket>(),
        Entry::of::<no_missing_cors_check::NoMissingCorsCheck>(),
        Entry::of::<no_missing_csrf_protection::NoMissingCsrfProtection>(),
        Entry::of::<no_missing_security_headers::NoMissingSecurityHeaders>(),
        Entry::of::<no_password_in_url::NoPasswordInUrl>(),
        Entry::of::<no_permissive_cors::NoPermissiveCors>(),
        Entry::of::<no_sensitive_data_in_analytics::NoSensitiveDataInAnalytics>(),
        Entry::of::<no_sensitive_data_in_cache::NoSensitiveDataInCache>(),
        Entry::of::<no_tracking_without_consent::NoTrackingWithoutConsent>(),
        Entry::of::<no_unencrypted_transmission::NoUnencryptedTransmission>(),
        Entry::of::<no_unescaped_url_parameter::NoUnescapedUrlParameter>(),
        Entry::of::<no_unvalidated_deeplinks::NoUnvalidatedDeeplinks>(),
        Entry::of::<require_csp_headers::RequireCspHeaders>(),
        Entry::of::<require_https_only::RequireHttpsOnly>(),
        Entry::of::<require_url_validation::RequireUrlValidation>(),
        Entry::of::<require_mime_type_validation::RequireMimeTypeValidation>(),
        Entry::of::<no_disabled_certificate_validation::NoDisabledCertificateValidation>(),
        Entry::of::<no_client_side_auth_logic::NoClientSideAuthLogic>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("browser-security/no-innerhtml", Error),
                ("browser-security/no-eval", Error),
                ("browser-security/require-postmessage-origin-check", Error),
                ("browser-security/no-postmessage-wildcard-origin", Error),
                ("browser-security/no-postmessage-innerhtml", Error),
                ("browser-security/no-sensitive-localstorage", Error),
                ("browser-security/no-jwt-in-storage", Error),
                ("browser-security/no-sensitive-sessionstorage", Error),
                ("browser-security/no-sensitive-indexeddb", Error),
                ("browser-security/no-sensitive-cookie-js", Error),
                ("browser-security/no-cookie-auth-tokens", Error),
                ("browser-security/require-cookie-secure-attrs", Error),
                ("browser-security/require-websocket-wss", Error),
                ("browser-security/no-websocket-innerhtml", Error),
                ("browser-security/no-websocket-eval", Error),
                ("browser-security/no-filereader-innerhtml", Error),
                ("browser-security/require-blob-url-revocation", Warn),
                ("browser-security/no-dynamic-service-worker-url", Error),
                ("browser-security/no-worker-message-innerhtml", Error),
                ("browser-security/no-unsafe-inline-csp", Error),
                ("browser-security/no-unsafe-eval-csp", Error),
                ("browser-security/detect-mixed-content", Error),
                ("browser-security/no-allow-arbitrary-loads", Error),
                ("browser-security/no-clickjacking", Error),
                ("browser-security/no-credentials-in-query-params", Error),
                ("browser-security/no-http-urls", Error),
                ("browser-security/no-insecure-redirects", Error),
                ("browser-security/require-https-only", Error),
                ("browser-security/no-insecure-websocket", Error),
                ("browser-security/no-unvalidated-deeplinks", Error),
                ("browser-security/no-client-side-auth-logic", Error),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
        PluginPreset {
            name: "xss",
            rules: Selection::Listed(&[("browser-security/no-innerhtml", Error), ("browser-security/no-eval", Error)]),
        },
        PluginPreset {
            name: "storage",
            rules: Selection::Listed(&[("browser-security/no-sensitive-localstorage", Error)]),
        },
        PluginPreset {
            name: "postmessage",
            rules: Selection::Listed(&[
                ("browser-security/require-postmessage-origin-check", Error),
                ("browser-security/no-postmessage-wildcard-origin", Error),
            ]),
        },
        PluginPreset {
            name: "websocket",
            rules: Selection::Listed(&[("browser-security/require-websocket-wss", Error)]),
        },
        PluginPreset {
            name: "cookies",
            rules: Selection::Listed(&[("browser-security/no-sensitive-cookie-js", Error)]),
        },
    ],
};
