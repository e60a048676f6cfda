use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct DetectEvalWithExpression;

impl Rule for DetectEvalWithExpression {
    const META: Meta = Meta {
        id: "node-security/detect-eval-with-expression",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "evalWithExpression",
            "useJsonParse",
            "useObjectAccess",
            "useTemplateLiteral",
            "useFunctionConstructor",
            "useSaferAlternative",
            "strategyRemove",
            "strategyRefactor",
            "strategyValidate",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
