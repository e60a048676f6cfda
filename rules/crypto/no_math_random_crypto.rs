use documented::Documented;
use oxc_syntax::node::NodeId;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Pattern, Rule, TestOptions},
    estree::{Around, AstType, Kind, Node},
};

/// Finds `Math.random()` where something secret is made.
///
/// ## Why
///
/// Its next numbers follow from a few that it gave before, so that whoever has seen one token can tell
/// the others.
///
/// ## What is found
///
/// A call is found in whatever goes to a variable, a property or a member whose name speaks of a secret
/// (`token`, `key`, `salt`, `iv`, `session`, `code` and others, as a part of the name), in a function
/// declaration named like `generateToken` or `getRandom…`, and in what a function with such a name returns.
/// Everything around the call counts, other functions included.
///
/// ## Example
///
/// ```js
/// const token = Math.random().toString(36);                  // found
/// const token = crypto.randomBytes(32).toString('hex');      // fine
/// const delay = Math.random() * 1000;                        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMathRandomCrypto(TestOptions<false>);

/// The words that the name of a secret holds.
static SECRETS: Needles = Needles::ignoring_case(&[
    "auth", "cipher", "code", "csrf", "encrypt", "hash", "iv", "key", "nonce", "otp", "password", "pin", "random",
    "salt", "secret", "seed", "session", "token", "verify",
]);

/// The names of functions that make one.
static MAKERS: Pattern = Pattern::ignoring_case(
    "generate.*(?:token|key|id)|create.*(?:secret|token)|random.*string|get.*random|make.*salt|gen.*password",
)
.holding(&["gen", "create", "random", "make"]);

#[derive(Default)]
pub(super) struct State {
    /// The memo of whether code around a node makes a secret.
    secrets: Around,
    /// The innermost function around a node.
    functions: Around<NodeId>,
}

impl Rule for NoMathRandomCrypto {
    const META: Meta = Meta {
        id: "crypto/no-math-random-crypto",
        cwe: 338,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["random"], required_words: &[&["Math"], &["random"]], ..Filters::NONE },
        messages: &["mathRandomCrypto"],
    };

    type Options = TestOptions<false>;
    type State = State;

    fn new(options: TestOptions<false>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let is_random = call.callee().is_some_and(|callee| {
            callee.property_identifier() == Some("random")
                && callee.object().is_some_and(|object| object.is_identifier("Math"))
        });
        if !is_random || self.0.allow(ctx.path()) {
            return;
        }
        let Some(parent) = call.parent() else { return };
        let State { secrets, functions } = &mut *ctx.state;
        if secrets.any(parent, |node| makes_secret(node, functions)) {
            let what = "Math.random() makes a secret here, and its next numbers can be told from those before";
            let fix = "Use crypto.randomBytes(32).toString('hex'), crypto.randomUUID() or crypto.randomInt(max)";
            ctx.report(call, "mathRandomCrypto", Level::Critical, what, fix);
        }
    }
}

/// Returns whether what goes to, or comes out of, a node is a secret by its name.
fn makes_secret(node: Node<'_>, functions: &mut Around<NodeId>) -> bool {
    let is_secret = |name: Option<&str>| name.is_some_and(|name| SECRETS.is_in(name));
    match node.kind() {
        Kind::VariableDeclarator => is_secret(node.declared().and_then(Node::identifier)),
        Kind::FunctionDeclaration => name_of(node).is_some_and(|name| MAKERS.is_match(name)),
        Kind::AssignmentExpression => is_secret(node.left().and_then(Node::property_identifier)),
        Kind::Property => is_secret(node.key_identifier()),
        Kind::ReturnStatement => {
            let function = functions.nearest(node, |node| node.is_function().then(|| node.id()));
            let name = function.and_then(|function| name_of(node.tree().node_of(function)));
            name.is_some_and(|name| SECRETS.is_in(name) || MAKERS.is_match(name))
        }
        _ => false,
    }
}

fn name_of(function: Node<'_>) -> Option<&str> {
    function.declared()?.name()
}
