//! AWS Lambda: handlers, events, credentials.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_hardcoded_credentials_sdk::NoHardcodedCredentialsSdk,
    no_permissive_cors_response::NoPermissiveCorsResponse,
    no_permissive_cors_middy::NoPermissiveCorsMiddy,
    no_secrets_in_env::NoSecretsInEnv,
    no_env_logging::NoEnvLogging,
    no_unvalidated_event_body::NoUnvalidatedEventBody,
    no_missing_authorization_check::NoMissingAuthorizationCheck,
    no_overly_permissive_iam_policy::NoOverlyPermissiveIamPolicy,
    no_error_swallowing::NoErrorSwallowing,
    require_timeout_handling::RequireTimeoutHandling,
    no_unbounded_batch_processing::NoUnboundedBatchProcessing,
    no_user_controlled_requests::NoUserControlledRequests,
    no_exposed_error_details::NoExposedErrorDetails,
    no_exposed_debug_endpoints::NoExposedDebugEndpoints,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "lambda-security",
    rules: RULES,
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
