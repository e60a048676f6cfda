//! JSON Web Tokens: algorithms, secrets, claims.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_algorithm_none::NoAlgorithmNone,
    no_algorithm_confusion::NoAlgorithmConfusion,
    require_algorithm_whitelist::RequireAlgorithmWhitelist,
    no_decode_without_verify::NoDecodeWithoutVerify,
    no_weak_secret::NoWeakSecret,
    require_expiration::RequireExpiration,
    no_hardcoded_secret::NoHardcodedSecret,
    require_issued_at::RequireIssuedAt,
    require_issuer_validation::RequireIssuerValidation,
    require_audience_validation::RequireAudienceValidation,
    no_timestamp_manipulation::NoTimestampManipulation,
    require_max_age::RequireMaxAge,
    no_sensitive_payload::NoSensitivePayload,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "jwt",
    rules: RULES,
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("jwt/no-algorithm-none", Error),
                ("jwt/no-algorithm-confusion", Error),
                ("jwt/require-algorithm-whitelist", Warn),
                ("jwt/no-decode-without-verify", Warn),
                ("jwt/no-weak-secret", Error),
                ("jwt/no-hardcoded-secret", Error),
                ("jwt/no-timestamp-manipulation", Error),
                ("jwt/require-expiration", Warn),
                ("jwt/no-sensitive-payload", Warn),
            ]),
        },
        PluginPreset {
            name: "strict",
            rules: Selection::Listed(&[
                ("jwt/no-algorithm-none", Error),
                ("jwt/no-algorithm-confusion", Error),
                ("jwt/require-algorithm-whitelist", Error),
                ("jwt/no-decode-without-verify", Error),
                ("jwt/no-weak-secret", Error),
                ("jwt/no-hardcoded-secret", Error),
                ("jwt/require-expiration", Error),
                ("jwt/require-issued-at", Error),
                ("jwt/require-issuer-validation", Error),
                ("jwt/require-audience-validation", Error),
                ("jwt/no-timestamp-manipulation", Error),
                ("jwt/require-max-age", Error),
                ("jwt/no-sensitive-payload", Error),
            ]),
        },
        PluginPreset {
            name: "legacy",
            rules: Selection::Listed(&[
                ("jwt/no-algorithm-none", Error),
                ("jwt/no-algorithm-confusion", Error),
                ("jwt/no-hardcoded-secret", Warn),
            ]),
        },
        PluginPreset {
            name: "all",
            rules: Selection::Listed(&[
                ("jwt/no-algorithm-none", Error),
                ("jwt/no-algorithm-confusion", Error),
                ("jwt/require-algorithm-whitelist", Error),
                ("jwt/no-decode-without-verify", Error),
                ("jwt/no-weak-secret", Error),
                ("jwt/no-hardcoded-secret", Error),
                ("jwt/require-expiration", Error),
                ("jwt/require-issued-at", Error),
                ("jwt/require-issuer-validation", Error),
                ("jwt/require-audience-validation", Error),
                ("jwt/no-timestamp-manipulation", Error),
                ("jwt/require-max-age", Error),
                ("jwt/no-sensitive-payload", Error),
            ]),
        },
    ],
};
