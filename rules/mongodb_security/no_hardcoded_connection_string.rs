use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions},
    estree::{AstType, Node},
};

/// Finds the addresses of MongoDB servers that are written into the code.
///
/// ## Why
///
/// Such an address names the server and mostly the account and its password. Whoever can read the code,
/// its history or an image made from it can log in, and neither can be changed without a release.
///
/// ## What is found
///
/// Strings that hold `mongodb://` or `mongodb+srv://` and something after it are found wherever they
/// stand, with credentials or without, and so are templates whose first part does.
///
/// ## Example
///
/// ```js
/// mongoose.connect('mongodb://app:hunter2@db.internal/app');     // found
/// mongoose.connect(process.env.MONGODB_URI);                     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHardcodedConnectionString(TestOptions<true>);

static ADDRESS: Pattern = Pattern::ignoring_case(r"mongodb(\+srv)?:\/\/.").holding(&["mongodb"]);

impl StatelessRule for NoHardcodedConnectionString {
    const META: Meta = Meta {
        id: "mongodb-security/no-hardcoded-connection-string",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.5,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { required_words: &[&["mongodb"]], ..Filters::NONE },
        messages: &["hardcodedConnectionString"],
    };

    fn check<'a>(&self, text: Node<'a>, ctx: &mut Context<'a, '_>) {
        let address = text.string().or_else(|| text.quasis().first().and_then(Node::raw));
        if !address.is_some_and(|address| ADDRESS.is_match(address)) || self.0.allow(ctx.path()) {
            return;
        }
        // The message leaves the address out: logs of findings are read by more people than the code.
        let what = "The address of a MongoDB server is written into the code";
        let fix = "Read it from process.env.MONGODB_URI, and change the password if one was written here";
        ctx.report(text, "hardcodedConnectionString", Level::High, what, fix);
    }
}
