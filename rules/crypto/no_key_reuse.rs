use documented::Documented;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashSet;

use super::helpers::{CIPHER_MAKERS, calls_one_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Node},
};

/// Finds keys that more than one cipher is made with.
///
/// ## Why
///
/// A key that serves several purposes ties their fate together: one purpose can be used to attack the
/// other, and with a repeated initialization vector both plaintexts can be read.
///
/// ## What is found
///
/// The second argument of `createCipheriv` and `createDecipheriv` is looked at where it is a variable.
///
/// ## Example
///
/// ```js
/// const seal = (iv) => createCipheriv('aes-256-gcm', key, iv);
/// const sealLog = (iv) => createCipheriv('aes-256-gcm', key, iv);       // found
/// const sealLog = (iv) => createCipheriv('aes-256-gcm', logKey, iv);    // fine
/// ```
///
/// ## Limits
///
/// Variables are told apart by their names alone, throughout the file; each use after the first is found, so that a
/// function that encrypts and one that decrypts are found together.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoKeyReuse(TestOptions<false>);

#[derive(Default)]
pub(super) struct State {
    /// The names of the keys so far.
    used: FxHashSet<String>,
    /// The arguments that name one again.
    reused: Vec<NodeId>,
}

impl Rule for NoKeyReuse {
    const META: Meta = Meta {
        id: "crypto/no-key-reuse",
        cwe: 323,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CIPHER_MAKERS, required_words: &[CIPHER_MAKERS], ..Filters::NONE },
        messages: &["keyReuse"],
    };

    type Options = TestOptions<false>;
    type State = State;

    fn new(options: TestOptions<false>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !calls_one_of(call, CIPHER_MAKERS) || self.0.allow(ctx.path()) {
            return;
        }
        if let Some(key) = call.argument_at(1)
            && let Some(name) = key.identifier()
            && !ctx.state.used.insert(name.to_string())
        {
            ctx.state.reused.push(key.id());
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        for id in std::mem::take(&mut ctx.state.reused) {
            let key = ctx.node_of(id);
            let name = shorten(key.name().unwrap_or_default());
            let what = format_args!("The key {name} is used for another cipher already");
            let fix =
                format_args!("Derive a key for each purpose: crypto.hkdfSync('sha256', {name}, salt, purpose, 32)");
            ctx.report(key, "keyReuse", Level::Medium, what, fix);
        }
    }
}
