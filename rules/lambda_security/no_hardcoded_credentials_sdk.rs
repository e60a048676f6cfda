use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions, shorten},
    estree::{AstType, Kind, Node, contains_ignoring_case, to_lower_case, utf16_length},
};

/// Finds keys for AWS that are written into the code.
///
/// ## Why
///
/// Whoever can read the code, its history or the deployed archive acts as the account. A function has a
/// role that gives it short-lived keys by itself.
///
/// ## What is found
///
/// The first argument of `new …Client(…)` is looked at where the name begins like an AWS service (`S3`,
/// `DynamoDB`, `Lambda`, `SQS`, `Secrets`, `KMS` and others): a string as `accessKeyId`, `secretAccessKey`,
/// `sessionToken`, `awsAccessKeyId` or `awsSecretAccessKey`, upper or lower case, is found. In its
/// `credentials`, and in an object that a variable with `credential` in its name is declared with, an
/// `accessKeyId` is found that looks like one (`AKIA…`), a `secretAccessKey` of 20 characters or more, a
/// `sessionToken` of 15 or more, and any of them that is a template.
///
/// ## Example
///
/// ```js
/// new S3Client({ credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey } });    // found
/// new S3Client({ region: 'eu-central-1' });                                                   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHardcodedCredentialsSdk(TestOptions<true>);

/// The keys of a user, of a session, and the id of a user.
static ACCESS_KEY: Pattern = Pattern::new("^(?:AKIA|ASIA|AIDA)[0-9A-Z]{16}$").holding(&["AKIA", "ASIA", "AIDA"]);

/// The words that the name of a client begins with, in lower case.
const SERVICES: &[&str] = &[
    "apigateway",
    "athena",
    "aws",
    "bedrock",
    "cloudwatch",
    "cognito",
    "comprehend",
    "custom",
    "dynamodb",
    "ec2",
    "ecs",
    "elasticache",
    "eventbridge",
    "firehose",
    "glue",
    "iam",
    "kinesis",
    "kms",
    "lambda",
    "lex",
    "my",
    "polly",
    "rds",
    "rekognition",
    "s3",
    "secrets",
    "sns",
    "sqs",
    "ssm",
    "stepfunctions",
    "sts",
    "textract",
];

/// The credentials, in lower case.
const CREDENTIALS: &[&str] =
    &["accesskeyid", "awsaccesskeyid", "awssecretaccesskey", "secretaccesskey", "sessiontoken"];

impl StatelessRule for NoHardcodedCredentialsSdk {
    const META: Meta = Meta {
        id: "lambda-security/no-hardcoded-credentials-sdk",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.8,
        on: &[AstType::NewExpression, AstType::VariableDeclarator],
        filters: Filters {
            callee_words: &["client"],
            inits: &[AstType::ObjectExpression],
            required_words: &[&["accessKeyId", "secretAccessKey", "sessionToken"]],
            ..Filters::NONE
        },
        messages: &["hardcodedCredentials"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        if node.is(Kind::VariableDeclarator) {
            let Some(name) = node.declared().and_then(Node::identifier) else { return };
            let Some(credentials) = node.init().filter(|init| init.is(Kind::ObjectExpression)) else { return };
            if contains_ignoring_case(name, "credential") && !self.0.allow(ctx.path()) {
                check_credentials(credentials, name, ctx);
            }
            return;
        }
        let Some(client) = node.callee_name().filter(|name| is_client(name)) else { return };
        let Some(config) = node.argument_at(0).filter(|config| config.is(Kind::ObjectExpression)) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        for (name, property) in config.named_properties() {
            let Some(value) = property.value() else { continue };
            if name == "credentials" && value.is(Kind::ObjectExpression) {
                check_credentials(value, client, ctx);
            } else if is_credential(&to_lower_case(name)) && value.string().is_some() {
                report(property, name, client, ctx);
            }
        }
    }
}

fn is_client(class: &str) -> bool {
    let begins_with = |service: &&str| {
        class.as_bytes().get(..service.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(service.as_bytes()))
    };
    class.ends_with("Client") && SERVICES.iter().any(begins_with)
}

fn is_credential(lower_case: &str) -> bool {
    CREDENTIALS.contains(&lower_case)
}

fn check_credentials<'a>(credentials: Node<'a>, whose: &str, ctx: &mut Context<'a, '_, ()>) {
    for (name, property) in credentials.named_properties() {
        let Some(value) = property.value() else { continue };
        let lower_case = to_lower_case(name);
        let is_written_out = match value.string() {
            Some(text) => match &*lower_case {
                "accesskeyid" => ACCESS_KEY.is_match(text),
                "secretaccesskey" => utf16_length(text) >= 20,
                "sessiontoken" => utf16_length(text) >= 15,
                _ => false,
            },
            None => value.is(Kind::TemplateLiteral) && is_credential(&lower_case),
        };
        if is_written_out {
            report(property, name, whose, ctx);
        }
    }
}

/// The message leaves the credential out: logs of findings are read by more people than the code.
fn report<'a>(property: Node<'a>, name: &str, whose: &str, ctx: &mut Context<'a, '_, ()>) {
    let what = format_args!("{} of {} is written into the code", shorten(name), shorten(whose));
    let fix = "Leave the credentials out, so that the function's role gives them, and revoke the ones written here";
    ctx.report(property, "hardcodedCredentials", Level::Critical, what, fix);
}
