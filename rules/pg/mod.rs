//! node-postgres: queries, pools, connections.

mod helpers;

use crate::engine::{
    Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
    rules,
};

rules! {
    no_unsafe_query::NoUnsafeQuery,
    no_insecure_ssl::NoInsecureSsl,
    no_hardcoded_credentials::NoHardcodedCredentials,
    check_query_params::CheckQueryParams,
    no_missing_client_release::NoMissingClientRelease,
    no_transaction_on_pool::NoTransactionOnPool,
    no_floating_query::NoFloatingQuery,
    no_select_all::NoSelectAll,
    prefer_pool_query::PreferPoolQuery,
    no_batch_insert_loop::NoBatchInsertLoop,
    no_unsafe_search_path::NoUnsafeSearchPath,
    no_unsafe_copy_from::NoUnsafeCopyFrom,
    prevent_double_release::PreventDoubleRelease,
}

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "pg",
    rules: RULES,
    presets: &[
        PluginPreset {
            name: "recommended",
            rules: Selection::Listed(&[
                ("pg/no-unsafe-query", Error),
                ("pg/no-insecure-ssl", Error),
                ("pg/no-hardcoded-credentials", Error),
                ("pg/no-unsafe-search-path", Error),
                ("pg/no-unsafe-copy-from", Error),
                ("pg/no-transaction-on-pool", Error),
                ("pg/no-missing-client-release", Error),
                ("pg/prevent-double-release", Error),
                ("pg/no-floating-query", Error),
                ("pg/check-query-params", Warn),
                ("pg/no-select-all", Warn),
                ("pg/prefer-pool-query", Warn),
                ("pg/no-batch-insert-loop", Warn),
            ]),
        },
        PluginPreset {
            name: "strict",
            rules: Selection::Listed(&[
                ("pg/no-unsafe-query", Error),
                ("pg/no-insecure-ssl", Error),
                ("pg/no-hardcoded-credentials", Error),
                ("pg/no-unsafe-search-path", Error),
                ("pg/no-unsafe-copy-from", Error),
                ("pg/no-transaction-on-pool", Error),
                ("pg/no-missing-client-release", Error),
                ("pg/prevent-double-release", Error),
                ("pg/no-floating-query", Error),
                ("pg/check-query-params", Error),
                ("pg/no-select-all", Error),
                ("pg/prefer-pool-query", Error),
                ("pg/no-batch-insert-loop", Error),
            ]),
        },
    ],
};
