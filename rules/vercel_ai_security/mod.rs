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

use crate::engine::Entry;

/// The rules, in the order in which the plugin lists them.
pub const RULES: &[Entry] = &[
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
];
