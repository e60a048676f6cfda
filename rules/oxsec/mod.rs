//! Rules whose findings carry a proof: data of an attacker that reaches a sink, with an input that does the damage, or
//! a fact that is a weakness by itself.

mod header_secrets;
mod helpers;
mod literals;
mod names;

use std::sync::LazyLock;

use crate::{
    engine::{Plugin, PluginPreset, Selection, Severity, rules},
    flow::Facts,
};

/// Lists the rules as [`rules`] does; `FACTS` has the facts that are named beside them.
macro_rules! rules_and_facts {
    ($($module:ident::$($rule:ident)? $({$rule_of_fact:ident, $($fact:ident),+})?,)*) => {
        rules! { $($module::$($rule)? $($rule_of_fact)?,)* }

        /// The facts that rules look for.
        pub(crate) static FACTS: LazyLock<Facts> = LazyLock::new(|| Facts::of(&[$($($($module::$fact,)+)?)*]));
    };
}

rules_and_facts! {
    argument_injection::ArgumentInjection,
    clear_text_exposure::{ClearTextExposure, FACT},
    code_injection::CodeInjection,
    command_injection::CommandInjection,
    cookie_flags::{CookieFlags, FACT},
    cors::{Cors, FACT},
    cross_site_scripting::CrossSiteScripting,
    exponential_regex::{ExponentialRegex, FACT},
    format_string::FormatString,
    hardcoded_secret::{HardcodedSecret, FACT},
    insecure_randomness::{InsecureRandomness, FACT},
    insecure_temporary_file::{InsecureTemporaryFile, FACT},
    log_injection::LogInjection,
    mass_assignment::MassAssignment,
    nosql_injection::NosqlInjection,
    open_redirect::OpenRedirect,
    path_traversal::PathTraversal,
    personal_data_exposure::{PersonalDataExposure, LOGGED, SENT},
    prototype_pollution::PrototypePollution,
    regex_injection::RegexInjection,
    resource_exhaustion::ResourceExhaustion,
    server_side_request_forgery::ServerSideRequestForgery,
    sql_injection::SqlInjection,
    stack_trace_exposure::{StackTraceExposure, FACT},
    static_iv::{StaticIv, FACT},
    template_injection::TemplateInjection,
    timing_comparison::{TimingComparison, FACT},
    tls_verification::{TlsVerification, FACT},
    token_expiry::{TokenExpiry, FACT},
    token_payload::{TokenPayload, FACT},
    token_verification::{TokenVerification, FACT},
    unsafe_deserialization::UnsafeDeserialization,
    weak_cipher::{WeakCipher, FACT},
    weak_hash::{WeakHash, FACT},
    xxe::Xxe,
}

/// The plugin: its rules in alphabetical order.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "oxsec",
    rules: RULES,
    presets: &[PluginPreset { name: "recommended", rules: Selection::Every(Severity::Error) }],
};
