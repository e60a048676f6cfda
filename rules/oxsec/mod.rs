//! Rules whose findings carry a proof: data of an attacker that reaches a sink, with an input that does the damage, or a
//! fact that is the weakness.

mod argument_injection;
mod clear_text_exposure;
mod code_injection;
mod command_injection;
mod cookie_flags;
mod cors;
mod cross_site_scripting;
mod format_string;
mod hardcoded_secret;
mod helpers;
mod insecure_randomness;
mod insecure_temporary_file;
mod literals;
mod log_injection;
mod mass_assignment;
mod names;
mod nosql_injection;
mod open_redirect;
mod path_traversal;
mod prototype_pollution;
mod regex_injection;
mod resource_exhaustion;
mod server_side_request_forgery;
mod sql_injection;
mod stack_trace_exposure;
mod static_iv;
mod template_injection;
mod timing_comparison;
mod tls_verification;
mod token_expiry;
mod token_payload;
mod token_verification;
mod unsafe_deserialization;
mod weak_cipher;
mod weak_hash;
mod xxe;

use crate::{
    engine::{Entry, Plugin, PluginPreset, Selection, Severity},
    flow::Fact,
};

/// The plugin: its rules in the order of the alphabet.
pub static PLUGIN: Plugin = Plugin {
    name: "oxsec",
    rules: &[
        Entry::of::<argument_injection::ArgumentInjection>(),
        Entry::of::<clear_text_exposure::ClearTextExposure>(),
        Entry::of::<code_injection::CodeInjection>(),
        Entry::of::<command_injection::CommandInjection>(),
        Entry::of::<cookie_flags::CookieFlags>(),
        Entry::of::<cors::Cors>(),
        Entry::of::<cross_site_scripting::CrossSiteScripting>(),
        Entry::of::<format_string::FormatString>(),
        Entry::of::<hardcoded_secret::HardcodedSecret>(),
        Entry::of::<insecure_randomness::InsecureRandomness>(),
        Entry::of::<insecure_temporary_file::InsecureTemporaryFile>(),
        Entry::of::<log_injection::LogInjection>(),
        Entry::of::<mass_assignment::MassAssignment>(),
        Entry::of::<nosql_injection::NosqlInjection>(),
        Entry::of::<open_redirect::OpenRedirect>(),
        Entry::of::<path_traversal::PathTraversal>(),
        Entry::of::<prototype_pollution::PrototypePollution>(),
        Entry::of::<regex_injection::RegexInjection>(),
        Entry::of::<resource_exhaustion::ResourceExhaustion>(),
        Entry::of::<server_side_request_forgery::ServerSideRequestForgery>(),
        Entry::of::<sql_injection::SqlInjection>(),
        Entry::of::<stack_trace_exposure::StackTraceExposure>(),
        Entry::of::<static_iv::StaticIv>(),
        Entry::of::<template_injection::TemplateInjection>(),
        Entry::of::<timing_comparison::TimingComparison>(),
        Entry::of::<tls_verification::TlsVerification>(),
        Entry::of::<token_expiry::TokenExpiry>(),
        Entry::of::<token_payload::TokenPayload>(),
        Entry::of::<token_verification::TokenVerification>(),
        Entry::of::<unsafe_deserialization::UnsafeDeserialization>(),
        Entry::of::<weak_cipher::WeakCipher>(),
        Entry::of::<weak_hash::WeakHash>(),
        Entry::of::<xxe::Xxe>(),
    ],
    presets: &[PluginPreset { name: "recommended", rules: Selection::Every(Severity::Error) }],
};

/// What the rules about facts look for.
pub(crate) const FACTS: &[Fact] = &[
    clear_text_exposure::FACT,
    cookie_flags::FACT,
    cors::FACT,
    hardcoded_secret::FACT,
    insecure_randomness::FACT,
    insecure_temporary_file::FACT,
    stack_trace_exposure::FACT,
    static_iv::FACT,
    timing_comparison::FACT,
    tls_verification::FACT,
    token_expiry::FACT,
    token_payload::FACT,
    token_verification::FACT,
    weak_cipher::FACT,
    weak_hash::FACT,
];
