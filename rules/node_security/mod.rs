//! Node.js: files, processes, networks, cryptography.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    detect_child_process::DetectChildProcess,
    detect_eval_with_expression::DetectEvalWithExpression,
    detect_non_literal_fs_filename::DetectNonLiteralFsFilename,
    no_unsafe_dynamic_require::NoUnsafeDynamicRequire,
    no_buffer_overread::NoBufferOverread,
    no_toctou_vulnerability::NoToctouVulnerability,
    no_zip_slip::NoZipSlip,
    no_arbitrary_file_access::NoArbitraryFileAccess,
    no_data_in_temp_storage::NoDataInTempStorage,
    no_ssrf::NoSsrf,
    detect_suspicious_dependencies::DetectSuspiciousDependencies,
    lock_file::LockFile,
    no_dynamic_dependency_loading::NoDynamicDependencyLoading,
    require_dependency_integrity::RequireDependencyIntegrity,
    require_secure_credential_storage::RequireSecureCredentialStorage,
    require_secure_deletion::RequireSecureDeletion,
    require_storage_encryption::RequireStorageEncryption,
    no_dynamic_require::NoDynamicRequire,
    no_cryptojs::NoCryptojs,
    no_cryptojs_weak_random::NoCryptojsWeakRandom,
    no_deprecated_cipher_method::NoDeprecatedCipherMethod,
    no_ecb_mode::NoEcbMode,
    no_insecure_key_derivation::NoInsecureKeyDerivation,
    no_insecure_rsa_padding::NoInsecureRsaPadding,
    no_self_signed_certs::NoSelfSignedCerts,
    no_sha1_hash::NoSha1Hash,
    no_static_iv::NoStaticIv,
    no_timing_unsafe_compare::NoTimingUnsafeCompare,
    no_weak_cipher_algorithm::NoWeakCipherAlgorithm,
    no_weak_hash_algorithm::NoWeakHashAlgorithm,
    prefer_native_crypto::PreferNativeCrypto,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "node-security",
    rules: RULES,
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
