//! node-postgres: queries, pools, connections.

mod check_query_params;
mod helpers;
mod no_batch_insert_loop;
mod no_floating_query;
mod no_hardcoded_credentials;
mod no_insecure_ssl;
mod no_missing_client_release;
mod no_select_all;
mod no_transaction_on_pool;
mod no_unsafe_copy_from;
mod no_unsafe_query;
mod no_unsafe_search_path;
mod prefer_pool_query;
mod prevent_double_release;

use crate::engine::{
    Entry, Plugin, PluginPreset, Selection,
    Severity::{Error, Warn},
};

/// The plugin: its rules in the order in which it lists them, and the presets that it publishes.
pub(crate) static PLUGIN: Plugin = Plugin {
    name: "pg",
    rules: &[
        Entry::of::<no_unsafe_query::NoUnsafeQuery>(),
        Entry::of::<no_insecure_ssl::NoInsecureSsl>(),
        Entry::of::<no_hardcoded_credentials::NoHardcodedCredentials>(),
        Entry::of::<check_query_params::CheckQueryParams>(),
        Entry::of::<no_missing_client_release::NoMissingClientRelease>(),
        Entry::of::<no_transaction_on_pool::NoTransactionOnPool>(),
        Entry::of::<no_floating_query::NoFloatingQuery>(),
        Entry::of::<no_select_all::NoSelectAll>(),
        Entry::of::<prefer_pool_query::PreferPoolQuery>(),
        Entry::of::<no_batch_insert_loop::NoBatchInsertLoop>(),
        Entry::of::<no_unsafe_search_path::NoUnsafeSearchPath>(),
        Entry::of::<no_unsafe_copy_from::NoUnsafeCopyFrom>(),
        Entry::of::<prevent_double_release::PreventDoubleRelease>(),
    ],
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
