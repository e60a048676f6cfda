use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoGraphqlInjection;

impl Rule for NoGraphqlInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-graphql-injection",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "graphqlInjection",
            "introspectionQuery",
            "complexQueryDos",
            "unsafeVariableInterpolation",
            "missingInputValidation",
            "useQueryBuilder",
            "disableIntrospection",
            "limitQueryDepth",
            "strategyQueryBuilder",
            "strategyInputValidation",
            "strategyIntrospection",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
