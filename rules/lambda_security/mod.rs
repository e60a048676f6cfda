//! AWS Lambda: handlers, events, credentials.

mod helpers;
mod no_env_logging;
mod no_error_swallowing;
mod no_exposed_debug_endpoints;
mod no_exposed_error_details;
mod no_hardcoded_credentials_sdk;
mod no_missing_authorization_check;
mod no_overly_permissive_iam_policy;
mod no_permissive_cors_middy;
mod no_permissive_cors_response;
mod no_secrets_in_env;
mod no_unbounded_batch_processing;
mod no_unvalidated_event_body;
mod no_user_controlled_requests;
mod require_timeout_handling;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "lambda-security",
    rules: &[
        Entry::of::<no_hardcoded_credentials_sdk::NoHardcodedCredentialsSdk>(),
        Entry::of::<no_permissive_cors_response::NoPermissiveCorsResponse>(),
        Entry::of::<no_permissive_cors_middy::NoPermissiveCorsMiddy>(),
        Entry::of::<no_secrets_in_env::NoSecretsInEnv>(),
        Entry::of::<no_env_logging::NoEnvLogging>(),
        Entry::of::<no_unvalidated_event_body::NoUnvalidatedEventBody>(),
        Entry::of::<no_missing_authorization_check::NoMissingAuthorizationCheck>(),
        Entry::of::<no_overly_permissive_iam_policy::NoOverlyPermissiveIamPolicy>(),
        Entry::of::<no_error_swallowing::NoErrorSwallowing>(),
        Entry::of::<require_timeout_handling::RequireTimeoutHandling>(),
        Entry::of::<no_unbounded_batch_processing::NoUnboundedBatchProcessing>(),
        Entry::of::<no_user_controlled_requests::NoUserControlledRequests>(),
        Entry::of::<no_exposed_error_details::NoExposedErrorDetails>(),
        Entry::of::<no_exposed_debug_endpoints::NoExposedDebugEndpoints>(),
    ],
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("lambda-security/no-hardcoded-credentials-sdk", Error),
                ("lambda-security/no-permissive-cors-response", Error),
                ("lambda-security/no-permissive-cors-middy", Error),
                ("lambda-security/no-secrets-in-env", Error),
                ("lambda-security/no-user-controlled-requests", Error),
                ("lambda-security/no-overly-permissive-iam-policy", Error),
                ("lambda-security/no-unvalidated-event-body", Warn),
                ("lambda-security/no-missing-authorization-check", Warn),
                ("lambda-security/no-exposed-error-details", Warn),
                ("lambda-security/no-exposed-debug-endpoints", Error),
                ("lambda-security/no-env-logging", Warn),
                ("lambda-security/no-error-swallowing", Warn),
                ("lambda-security/require-timeout-handling", Warn),
                ("lambda-security/no-unbounded-batch-processing", Warn),
            ]),
        },
        PluginPreset { name: "strict", rules: Selection::Every(Error) },
    ],
};
