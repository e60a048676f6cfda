//! Secure coding: injection, credentials, validation, access control.

mod detect_non_literal_regexp;
mod detect_object_injection;
mod helpers;
mod no_directive_injection;
mod no_format_string_injection;
mod no_graphql_injection;
mod no_hardcoded_credentials;
mod no_improper_sanitization;
mod no_improper_type_validation;
mod no_insecure_comparison;
mod no_ldap_injection;
mod no_missing_authentication;
mod no_pii_in_logs;
mod no_privilege_escalation;
mod no_redos_vulnerable_regex;
mod no_sensitive_data_exposure;
mod no_unchecked_loop_condition;
mod no_unlimited_resource_allocation;
mod no_unsafe_deserialization;
mod no_unsafe_regex_construction;
mod no_weak_password_recovery;
mod no_xpath_injection;
mod no_xxe_injection;
mod require_backend_authorization;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "secure-coding",
    rules: &[
        Entry::of::<no_graphql_injection::NoGraphqlInjection>(),
        Entry::of::<no_xxe_injection::NoXxeInjection>(),
        Entry::of::<no_xpath_injection::NoXpathInjection>(),
        Entry::of::<no_ldap_injection::NoLdapInjection>(),
        Entry::of::<no_directive_injection::NoDirectiveInjection>(),
        Entry::of::<no_format_string_injection::NoFormatStringInjection>(),
        Entry::of::<detect_non_literal_regexp::DetectNonLiteralRegexp>(),
        Entry::of::<no_redos_vulnerable_regex::NoRedosVulnerableRegex>(),
        Entry::of::<no_unsafe_regex_construction::NoUnsafeRegexConstruction>(),
        Entry::of::<detect_object_injection::DetectObjectInjection>(),
        Entry::of::<no_unsafe_deserialization::NoUnsafeDeserialization>(),
        Entry::of::<no_insecure_comparison::NoInsecureComparison>(),
        Entry::of::<no_improper_sanitization::NoImproperSanitization>(),
        Entry::of::<no_improper_type_validation::NoImproperTypeValidation>(),
        Entry::of::<no_missing_authentication::NoMissingAuthentication>(),
        Entry::of::<no_privilege_escalation::NoPrivilegeEscalation>(),
        Entry::of::<no_weak_password_recovery::NoWeakPasswordRecovery>(),
        Entry::of::<require_backend_authorization::RequireBackendAuthorization>(),
        Entry::of::<no_hardcoded_credentials::NoHardcodedCredentials>(),
        Entry::of::<no_sensitive_data_exposure::NoSensitiveDataExposure>(),
        Entry::of::<no_pii_in_logs::NoPiiInLogs>(),
        Entry::of::<no_unlimited_resource_allocation::NoUnlimitedResourceAllocation>(),
        Entry::of::<no_unchecked_loop_condition::NoUncheckedLoopCondition>(),
    ],
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
