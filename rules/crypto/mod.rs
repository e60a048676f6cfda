//! Cryptography: keys, salts, ciphers, random numbers.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_hardcoded_crypto_key::NoHardcodedCryptoKey,
    no_key_reuse::NoKeyReuse,
    no_math_random_crypto::NoMathRandomCrypto,
    no_numeric_only_tokens::NoNumericOnlyTokens,
    no_predictable_salt::NoPredictableSalt,
    no_web_crypto_export::NoWebCryptoExport,
    require_authenticated_encryption::RequireAuthenticatedEncryption,
    require_key_length::RequireKeyLength,
    require_random_iv::RequireRandomIv,
    require_secure_pbkdf2_digest::RequireSecurePbkdf2Digest,
    require_sufficient_length::RequireSufficientLength,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "crypto",
    rules: RULES,
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("crypto/no-hardcoded-crypto-key", Error),
                ("crypto/no-math-random-crypto", Error),
                ("crypto/require-secure-pbkdf2-digest", Error),
                ("crypto/no-predictable-salt", Error),
                ("crypto/require-sufficient-length", Warn),
                ("crypto/no-numeric-only-tokens", Warn),
                ("crypto/require-authenticated-encryption", Warn),
                ("crypto/no-key-reuse", Warn),
                ("crypto/require-key-length", Warn),
                ("crypto/no-web-crypto-export", Warn),
                ("crypto/require-random-iv", Warn),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
    ],
};
