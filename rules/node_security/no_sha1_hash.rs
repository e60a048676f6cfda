use documented::Documented;

use crate::{
    engine::{Context, Edit, Filters, Finding, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds `sha1` of the package crypto-hash.
///
/// ## Why
///
/// Two texts with the same SHA-1 can be made for the price of a car, so that it proves nothing about what
/// was signed or stored.
///
/// ## What is found
///
/// `import { sha1 } from 'crypto-hash'`, under whatever name, and the calls of `sha1(…)` after it are
/// looked at.
///
/// ## Example
///
/// ```js
/// import { sha1 } from 'crypto-hash';      // found
/// const digest = await sha1(file);         // found
/// import { sha256 } from 'crypto-hash';    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSha1Hash(TestOptions<false>);

impl Rule for NoSha1Hash {
    const META: Meta = Meta {
        id: "node-security/no-sha1-hash",
        cwe: 328,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { calls: &["sha1"], required_words: &[&["crypto-hash"]], ..Filters::NONE },
        messages: &["sha1Deprecated", "useSha256", "useSha512"],
    };

    type Options = TestOptions<false>;
    /// The flag that `sha1` was imported.
    type State = bool;

    fn new(options: TestOptions<false>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::CallExpression) {
            if *ctx.state
                && let Some(callee) = node.callee().filter(|callee| callee.is_identifier("sha1"))
            {
                report(node, ctx).suggest("useSha256", "Call sha256", Edit::replace(callee, "sha256"));
            }
        } else if node.source().and_then(Node::string) == Some("crypto-hash") && !self.0.allow(ctx.path()) {
            for specifier in node.specifiers().iter() {
                let Some(imported) = specifier.imported().filter(|name| name.is_identifier("sha1")) else { continue };
                *ctx.state = true;
                report(specifier, ctx)
                    .suggest("useSha256", "Import sha256", Edit::replace(imported, "sha256"))
                    .suggest("useSha512", "Import sha512", Edit::replace(imported, "sha512"));
            }
        }
    }
}

fn report<'a, 's>(node: Node<'a>, ctx: &'s mut Context<'a, '_, bool>) -> &'s mut Finding {
    let what = format_args!("{} hashes with SHA-1, for which collisions are made at will", snippet(node));
    ctx.report(node, "sha1Deprecated", Level::High, what, "Use sha256 or sha512 of the same package")
}
