use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::connection_config;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule},
    estree::{AstType, Kind, Node},
};

/// Finds passwords and connection strings written into the set-up of a database connection.
///
/// ## Why
///
/// Whoever can read the code, its history or an image made from it can log in to the database, and the
/// password cannot be changed without a release.
///
/// ## What is found
///
/// The first argument of `new Client(…)` and `new Pool(…)` is looked at: a string with a PostgreSQL
/// address in it, and, in an object, `password` and `connectionString` that are literals.
///
/// ## Example
///
/// ```js
/// new Pool({ host: 'db', password: 'hunter2' });                     // found
/// new Client('postgres://app:hunter2@db.internal/app');              // found
/// new Pool({ host: 'db', password: process.env.PGPASSWORD });        // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHardcodedCredentials;

/// The beginnings of the address of a PostgreSQL server, as libpq and `pg` take it.
const PROTOCOLS: &[&str] = &["postgres://", "postgresql://"];

impl StatelessRule for NoHardcodedCredentials {
    const META: Meta = Meta {
        id: "pg/no-hardcoded-credentials",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.8,
        on: &[AstType::NewExpression],
        filters: Filters { calls: &["Client", "Pool"], ..Filters::NONE },
        messages: &["noHardcodedCredentials"],
    };

    fn check<'a>(&self, construction: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(config) = connection_config(construction) else { return };
        let class = construction.callee_name().unwrap_or_default();
        if let Some(address) = config.string()
            && PROTOCOLS.iter().any(|protocol| address.contains(protocol))
        {
            report(config, class, "connection string", "DATABASE_URL", ctx);
        }
        if !config.is(Kind::ObjectExpression) {
            return;
        }
        for property in config.properties().iter() {
            let Some(value) = property.value().filter(|value| value.is(Kind::Literal)) else { continue };
            match property.key_identifier() {
                Some("password") => report(value, class, "password", "PGPASSWORD", ctx),
                Some("connectionString") => report(value, class, "connection string", "DATABASE_URL", ctx),
                _ => {}
            }
        }
    }
}

/// The message leaves the credential out: logs of findings are read by more people than the code.
fn report<'a>(value: Node<'a>, class: &str, credential: &str, variable: &str, ctx: &mut Context<'a, '_>) {
    ctx.report(
        value,
        "noHardcodedCredentials",
        Level::Critical,
        format!("The {credential} that new {class}(…) logs in with is written into the code"),
        format!("Read it from process.env.{variable}, and change the one that was written here"),
    );
}
