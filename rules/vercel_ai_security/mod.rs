//! Vercel's AI SDK: prompts, answers, tools, limits.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    require_validated_prompt::RequireValidatedPrompt,
    no_sensitive_in_prompt::NoSensitiveInPrompt,
    no_training_data_exposure::NoTrainingDataExposure,
    require_request_timeout::RequireRequestTimeout,
    no_unsafe_output_handling::NoUnsafeOutputHandling,
    require_tool_confirmation::RequireToolConfirmation,
    no_system_prompt_leak::NoSystemPromptLeak,
    require_embedding_validation::RequireEmbeddingValidation,
    require_output_validation::RequireOutputValidation,
    require_max_tokens::RequireMaxTokens,
    require_max_steps::RequireMaxSteps,
    require_abort_signal::RequireAbortSignal,
    no_dynamic_system_prompt::NoDynamicSystemPrompt,
    require_tool_schema::RequireToolSchema,
    no_hardcoded_api_keys::NoHardcodedApiKeys,
    require_output_filtering::RequireOutputFiltering,
    require_rag_content_validation::RequireRagContentValidation,
    require_error_handling::RequireErrorHandling,
    require_audit_logging::RequireAuditLogging,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) const PLUGIN: Plugin = Plugin {
    name: "vercel-ai-security",
    rules: RULES,
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
