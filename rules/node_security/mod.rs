//! Node.js: files, processes, networks, cryptography.

mod detect_child_process;
mod detect_eval_with_expression;
mod detect_non_literal_fs_filename;
mod detect_suspicious_dependencies;
mod helpers;
mod lock_file;
mod no_arbitrary_file_access;
mod no_buffer_overread;
mod no_cryptojs;
mod no_cryptojs_weak_random;
mod no_data_in_temp_storage;
mod no_deprecated_cipher_method;
mod no_dynamic_dependency_loading;
mod no_dynamic_require;
mod no_ecb_mode;
mod no_insecure_key_derivation;
mod no_insecure_rsa_padding;
mod no_self_signed_certs;
mod no_sha1_hash;
mod no_ssrf;
mod no_static_iv;
mod no_timing_unsafe_compare;
mod no_toctou_vulnerability;
mod no_unsafe_dynamic_require;
mod no_weak_cipher_algorithm;
mod no_weak_hash_algorithm;
mod no_zip_slip;
mod prefer_native_crypto;
mod require_dependency_integrity;
mod require_secure_credential_storage;
mod require_secure_deletion;
mod require_storage_encryption;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "node-security",
    rules: &[
        Entry::of::<detect_child_process::DetectChildProcess>(),
        Entry::of::<detect_eval_with_expression::DetectEvalWithExpression>(),
        Entry::of::<detect_non_literal_fs_filename::DetectNonLiteralFsFilename>(),
        Entry::of::<no_unsafe_dynamic_require::NoUnsafeDynamicRequire>(),
        Entry::of::<no_buffer_overread::NoBufferOverread>(),
        Entry::of::<no_toctou_vulnerability::NoToctouVulnerability>(),
        Entry::of::<no_zip_slip::NoZipSlip>(),
        Entry::of::<no_arbitrary_file_access::NoArbitraryFileAccess>(),
        Entry::of::<no_data_in_temp_storage::NoDataInTempStorage>(),
        Entry::of::<no_ssrf::NoSsrf>(),
        Entry::of::<detect_suspicious_dependencies::DetectSuspiciousDependencies>(),
        Entry::of::<lock_file::LockFile>(),
        Entry::of::<no_dynamic_dependency_loading::NoDynamicDependencyLoading>(),
        Entry::of::<require_dependency_integrity::RequireDependencyIntegrity>(),
        Entry::of::<require_secure_credential_storage::RequireSecureCredentialStorage>(),
        Entry::of::<require_secure_deletion::RequireSecureDeletion>(),
        Entry::of::<require_storage_encryption::RequireStorageEncryption>(),
        Entry::of::<no_dynamic_require::NoDynamicRequire>(),
        Entry::of::<no_cryptojs::NoCryptojs>(),
        Entry::of::<no_cryptojs_weak_random::NoCryptojsWeakRandom>(),
        Entry::of::<no_deprecated_cipher_method::NoDeprecatedCipherMethod>(),
        Entry::of::<no_ecb_mode::NoEcbMode>(),
        Entry::of::<no_insecure_key_derivation::NoInsecureKeyDerivation>(),
        Entry::of::<no_insecure_rsa_padding::NoInsecureRsaPadding>(),
        Entry::of::<no_self_signed_certs::NoSelfSignedCerts>(),
        Entry::of::<no_sha1_hash::NoSha1Hash>(),
        Entry::of::<no_static_iv::NoStaticIv>(),
        Entry::of::<no_timing_unsafe_compare::NoTimingUnsafeCompare>(),
        Entry::of::<no_weak_cipher_algorithm::NoWeakCipherAlgorithm>(),
        Entry::of::<no_weak_hash_algorithm::NoWeakHashAlgorithm>(),
        Entry::of::<prefer_native_crypto::PreferNativeCrypto>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("node-security/detect-child-process", Error),
                ("node-security/detect-eval-with-expression", Error),
                ("node-security/detect-non-literal-fs-filename", Error),
                ("node-security/no-unsafe-dynamic-require", Error),
                ("node-security/no-buffer-overread", Error),
                ("node-security/no-toctou-vulnerability", Error),
                ("node-security/no-zip-slip", Error),
                ("node-security/no-arbitrary-file-access", Error),
                ("node-security/no-data-in-temp-storage", Error),
                ("node-security/no-ssrf", Error),
                ("node-security/detect-suspicious-dependencies", Warn),
                ("node-security/lock-file", Error),
                ("node-security/require-dependency-integrity", Error),
                ("node-security/no-weak-hash-algorithm", Error),
                ("node-security/no-weak-cipher-algorithm", Error),
                ("node-security/no-static-iv", Error),
                ("node-security/no-ecb-mode", Error),
                ("node-security/no-cryptojs", Warn),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
    ],
};
