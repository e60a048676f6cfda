//! Cryptography: keys, salts, ciphers, random numbers.

mod helpers;
mod no_hardcoded_crypto_key;
mod no_key_reuse;
mod no_math_random_crypto;
mod no_numeric_only_tokens;
mod no_predictable_salt;
mod no_web_crypto_export;
mod require_authenticated_encryption;
mod require_key_length;
mod require_random_iv;
mod require_secure_pbkdf2_digest;
mod require_sufficient_length;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "crypto",
    rules: &[
        Entry::of::<no_hardcoded_crypto_key::NoHardcodedCryptoKey>(),
        Entry::of::<no_key_reuse::NoKeyReuse>(),
        Entry::of::<no_math_random_crypto::NoMathRandomCrypto>(),
        Entry::of::<no_numeric_only_tokens::NoNumericOnlyTokens>(),
        Entry::of::<no_predictable_salt::NoPredictableSalt>(),
        Entry::of::<no_web_crypto_export::NoWebCryptoExport>(),
        Entry::of::<require_authenticated_encryption::RequireAuthenticatedEncryption>(),
        Entry::of::<require_key_length::RequireKeyLength>(),
        Entry::of::<require_random_iv::RequireRandomIv>(),
        Entry::of::<require_secure_pbkdf2_digest::RequireSecurePbkdf2Digest>(),
        Entry::of::<require_sufficient_length::RequireSufficientLength>(),
    ],
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
