//! Vercel's AI SDK: prompts, answers, tools, limits.

mod helpers;
mod no_dynamic_system_prompt;
mod no_hardcoded_api_keys;
mod no_sensitive_in_prompt;
mod no_system_prompt_leak;
mod no_training_data_exposure;
mod no_unsafe_output_handling;
mod require_abort_signal;
mod require_audit_logging;
mod require_embedding_validation;
mod require_error_handling;
mod require_max_steps;
mod require_max_tokens;
mod require_output_filtering;
mod require_output_validation;
mod require_rag_content_validation;
mod require_request_timeout;
mod require_tool_confirmation;
mod require_tool_schema;
mod require_validated_prompt;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) const PLUGIN: Plugin = Plugin {
    name: "vercel-ai-security",
    rules: &[
        Entry::of::<require_validated_prompt::RequireValidatedPrompt>(),
        Entry::of::<no_sensitive_in_prompt::NoSensitiveInPrompt>(),
        Entry::of::<no_training_data_exposure::NoTrainingDataExposure>(),
        Entry::of::<require_request_timeout::RequireRequestTimeout>(),
        Entry::of::<no_unsafe_output_handling::NoUnsafeOutputHandling>(),
        Entry::of::<require_tool_confirmation::RequireToolConfirmation>(),
        Entry::of::<no_system_prompt_leak::NoSystemPromptLeak>(),
        Entry::of::<require_embedding_validation::RequireEmbeddingValidation>(),
        Entry::of::<require_output_validation::RequireOutputValidation>(),
        Entry::of::<require_max_tokens::RequireMaxTokens>(),
        Entry::of::<require_max_steps::RequireMaxSteps>(),
        Entry::of::<require_abort_signal::RequireAbortSignal>(),
        Entry::of::<no_dynamic_system_prompt::NoDynamicSystemPrompt>(),
        Entry::of::<require_tool_schema::RequireToolSchema>(),
        Entry::of::<no_hardcoded_api_keys::NoHardcodedApiKeys>(),
        Entry::of::<require_output_filtering::RequireOutputFiltering>(),
        Entry::of::<require_rag_content_validation::RequireRagContentValidation>(),
        Entry::of::<require_error_handling::RequireErrorHandling>(),
        Entry::of::<require_audit_logging::RequireAuditLogging>(),
    ],
    presets: &[
        PluginPreset {
            name: "minimal",
            rules: Selection::Listed(&[
                ("vercel-ai-security/require-validated-prompt", Error),
                ("vercel-ai-security/no-hardcoded-api-keys", Error),
            ]),
        },
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("vercel-ai-security/require-validated-prompt", Error),
                ("vercel-ai-security/no-hardcoded-api-keys", Error),
                ("vercel-ai-security/no-unsafe-output-handling", Error),
                ("vercel-ai-security/no-sensitive-in-prompt", Error),
                ("vercel-ai-security/no-system-prompt-leak", Error),
                ("vercel-ai-security/no-dynamic-system-prompt", Error),
                ("vercel-ai-security/require-tool-confirmation", Error),
                ("vercel-ai-security/require-tool-schema", Warn),
                ("vercel-ai-security/require-max-tokens", Warn),
                ("vercel-ai-security/require-max-steps", Warn),
                ("vercel-ai-security/require-output-filtering", Warn),
                ("vercel-ai-security/require-rag-content-validation", Warn),
                ("vercel-ai-security/no-training-data-exposure", Warn),
                ("vercel-ai-security/require-request-timeout", Warn),
            ]),
        },
        PluginPreset {
            name: "strict",
            rules: Selection::Listed(&[
                ("vercel-ai-security/require-validated-prompt", Error),
                ("vercel-ai-security/no-hardcoded-api-keys", Error),
                ("vercel-ai-security/no-unsafe-output-handling", Error),
                ("vercel-ai-security/no-sensitive-in-prompt", Error),
                ("vercel-ai-security/no-system-prompt-leak", Error),
                ("vercel-ai-security/no-dynamic-system-prompt", Error),
                ("vercel-ai-security/require-tool-confirmation", Error),
                ("vercel-ai-security/require-tool-schema", Error),
                ("vercel-ai-security/require-max-tokens", Error),
                ("vercel-ai-security/require-max-steps", Error),
                ("vercel-ai-security/require-output-filtering", Error),
                ("vercel-ai-security/require-rag-content-validation", Error),
                ("vercel-ai-security/no-training-data-exposure", Error),
                ("vercel-ai-security/require-request-timeout", Error),
                ("vercel-ai-security/require-embedding-validation", Error),
                ("vercel-ai-security/require-output-validation", Error),
                ("vercel-ai-security/require-error-handling", Error),
                ("vercel-ai-security/require-abort-signal", Warn),
                ("vercel-ai-security/require-audit-logging", Warn),
            ]),
        },
    ],
};
