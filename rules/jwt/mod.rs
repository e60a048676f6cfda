//! JSON Web Tokens: algorithms, secrets, claims.

mod helpers;
mod no_algorithm_confusion;
mod no_algorithm_none;
mod no_decode_without_verify;
mod no_hardcoded_secret;
mod no_sensitive_payload;
mod no_timestamp_manipulation;
mod no_weak_secret;
mod require_algorithm_whitelist;
mod require_audience_validation;
mod require_expiration;
mod require_issued_at;
mod require_issuer_validation;
mod require_max_age;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "jwt",
    rules: &[
        Entry::of::<no_algorithm_none::NoAlgorithmNone>(),
        Entry::of::<no_algorithm_confusion::NoAlgorithmConfusion>(),
        Entry::of::<require_algorithm_whitelist::RequireAlgorithmWhitelist>(),
        Entry::of::<no_decode_without_verify::NoDecodeWithoutVerify>(),
        Entry::of::<no_weak_secret::NoWeakSecret>(),
        Entry::of::<require_expiration::RequireExpiration>(),
        Entry::of::<no_hardcoded_secret::NoHardcodedSecret>(),
        Entry::of::<require_issued_at::RequireIssuedAt>(),
        Entry::of::<require_issuer_validation::RequireIssuerValidation>(),
        Entry::of::<require_audience_validation::RequireAudienceValidation>(),
        Entry::of::<no_timestamp_manipulation::NoTimestampManipulation>(),
        Entry::of::<require_max_age::RequireMaxAge>(),
        Entry::of::<no_sensitive_payload::NoSensitivePayload>(),
    ],
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
