use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::connection_config;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds database connections that take any certificate.
///
/// ## Why
///
/// With `rejectUnauthorized: false` the traffic is encrypted, but to whoever answers: somebody on the
/// way can pose as the server and read queries, results and the password.
///
/// ## What is found
///
/// The object that `new Client(…)` or `new Pool(…)` gets is looked at, and in it `ssl`, where that is an
/// object written in place.
///
/// ## Example
///
/// ```js
/// new Pool({ ssl: { rejectUnauthorized: false } });    // found
/// new Pool({ ssl: { ca: authority } });                // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoInsecureSsl;

impl StatelessRule for NoInsecureSsl {
    const META: Meta = Meta {
        id: "pg/no-insecure-ssl",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[AstType::NewExpression],
        filters: Filters { calls: &["Client", "Pool"], ..Filters::NONE },
        messages: &["noInsecureSsl"],
    };

    fn check<'a>(&self, construction: Node<'a>, ctx: &mut Context<'a, '_>) {
        let setting = connection_config(construction)
            .filter(|config| config.is(Kind::ObjectExpression))
            .and_then(|config| config.property_named(&["ssl"])?.value())
            .filter(|ssl| ssl.is(Kind::ObjectExpression))
            .and_then(|ssl| ssl.property_named(&["rejectUnauthorized"]));
        if let Some(setting) = setting
            && setting.value().and_then(Node::literal) == Some(Literal::Boolean(false))
        {
            let what = "rejectUnauthorized: false lets any server pose as the database";
            let fix = "Leave it out, and give the authority that signed the server's certificate as ssl.ca";
            ctx.report(setting, "noInsecureSsl", Level::High, what, fix);
        }
    }
}
