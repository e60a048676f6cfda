use std::collections::{BTreeMap, HashSet};

use documented::Documented;
use oxc_syntax::node::NodeId;

use super::helpers::last_node;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds addresses of blobs that are made and never given up.
///
/// ## Why
///
/// The browser keeps a blob for as long as its address exists, which is as long as the page: data that should be gone
/// stays in memory and can be fetched by whoever has the address.
///
/// ## What is found
///
/// Looked at are variables that are declared with `URL.createObjectURL(…)`, where the text has no
/// `URL.revokeObjectURL(…)` of a variable of this name anywhere.
///
/// ## Example
///
/// ```js
/// const url = URL.createObjectURL(blob);       // found, if it stays at that
/// link.href = url;
///
/// const url = URL.createObjectURL(blob);       // fine
/// image.onload = () => URL.revokeObjectURL(url);
/// ```
///
/// ## Limits
///
/// The last of several variables with one name is the finding.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireBlobUrlRevocation(TestOptions<true>);

#[derive(Default)]
pub(super) struct State {
    /// The last declarator of each name.
    created: BTreeMap<String, NodeId>,
    revoked: HashSet<String>,
}

impl Rule for RequireBlobUrlRevocation {
    const META: Meta = Meta {
        id: "browser-security/require-blob-url-revocation",
        cwe: 401,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["createObjectURL", "revokeObjectURL"],
            required_words: &[&["createObjectURL"]],
            ..Filters::NONE
        },
        messages: &["missingRevoke"],
    };

    type Options = TestOptions<true>;
    type State = State;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match call.callee_method_of("URL") {
            Some("createObjectURL") => {
                let declarator = call.parent().filter(|parent| parent.is(Kind::VariableDeclarator));
                if let Some(declarator) = declarator
                    && let Some(name) = declarator.declared().and_then(Node::identifier)
                {
                    ctx.state.created.insert(name.to_string(), declarator.id());
                }
            }
            Some("revokeObjectURL") => {
                let name = call.argument_at(0).and_then(Node::identifier);
                ctx.state.revoked.extend(name.map(String::from));
            }
            _ => {}
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        if self.0.allow(ctx.path()) {
            return;
        }
        let State { created, revoked } = std::mem::take(ctx.state);
        for (name, declarator) in created.iter().filter(|(name, _)| !revoked.contains(*name)) {
            let what = format_args!("{} is an object URL that is never revoked", shorten(name));
            let fix = format_args!("Call URL.revokeObjectURL({}) once it is loaded", shorten(name));
            let (declarator, last) = (ctx.node_of(*declarator), last_node(ctx.tree()));
            ctx.report(declarator, "missingRevoke", Level::Medium, what, fix).found_at(last);
        }
    }
}
