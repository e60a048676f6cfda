//! Secure coding: injection, credentials, validation, access control.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_graphql_injection::NoGraphqlInjection,
    no_xxe_injection::NoXxeInjection,
    no_xpath_injection::NoXpathInjection,
    no_ldap_injection::NoLdapInjection,
    no_directive_injection::NoDirectiveInjection,
    no_format_string_injection::NoFormatStringInjection,
    detect_non_literal_regexp::DetectNonLiteralRegexp,
    no_redos_vulnerable_regex::NoRedosVulnerableRegex,
    no_unsafe_regex_construction::NoUnsafeRegexConstruction,
    detect_object_injection::DetectObjectInjection,
    no_unsafe_deserialization::NoUnsafeDeserialization,
    no_insecure_comparison::NoInsecureComparison,
    no_improper_sanitization::NoImproperSanitization,
    no_improper_type_validation::NoImproperTypeValidation,
    no_missing_authentication::NoMissingAuthentication,
    no_privilege_escalation::NoPrivilegeEscalation,
    no_weak_password_recovery::NoWeakPasswordRecovery,
    require_backend_authorization::RequireBackendAuthorization,
    no_hardcoded_credentials::NoHardcodedCredentials,
    no_sensitive_data_exposure::NoSensitiveDataExposure,
    no_pii_in_logs::NoPiiInLogs,
    no_unlimited_resource_allocation::NoUnlimitedResourceAllocation,
    no_unchecked_loop_condition::NoUncheckedLoopCondition,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "secure-coding",
    rules: RULES,
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("secure-coding/no-graphql-injection", Error),
                ("secure-coding/no-xxe-injection", Error),
                ("secure-coding/no-xpath-injection", Error),
                ("secure-coding/no-ldap-injection", Error),
                ("secure-coding/no-unsafe-deserialization", Error),
                ("secure-coding/detect-non-literal-regexp", Warn),
                ("secure-coding/no-redos-vulnerable-regex", Error),
                ("secure-coding/no-unsafe-regex-construction", Warn),
                ("secure-coding/detect-object-injection", Warn),
                ("secure-coding/no-hardcoded-credentials", Error),
                ("secure-coding/no-insecure-comparison", Warn),
                ("secure-coding/no-improper-sanitization", Error),
                ("secure-coding/no-missing-authentication", Warn),
                ("secure-coding/no-privilege-escalation", Warn),
                ("secure-coding/no-weak-password-recovery", Error),
                ("secure-coding/no-sensitive-data-exposure", Warn),
                ("secure-coding/no-unlimited-resource-allocation", Error),
                ("secure-coding/no-unchecked-loop-condition", Error),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
        PluginPreset {
            name: "owasp-top-10",
            rules: Selection::Listed(&[
                ("secure-coding/no-missing-authentication", Error),
                ("secure-coding/no-privilege-escalation", Error),
                ("secure-coding/no-hardcoded-credentials", Error),
                ("secure-coding/no-sensitive-data-exposure", Error),
                ("secure-coding/no-graphql-injection", Error),
                ("secure-coding/no-xxe-injection", Error),
                ("secure-coding/no-xpath-injection", Error),
                ("secure-coding/no-ldap-injection", Error),
                ("secure-coding/no-weak-password-recovery", Error),
                ("secure-coding/no-improper-type-validation", Error),
                ("secure-coding/no-insecure-comparison", Error),
                ("secure-coding/no-unsafe-deserialization", Error),
            ]),
        },
    ],
};
