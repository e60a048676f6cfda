//! The values of JSX attributes: text with entities in it, which oxc leaves as they are written.

use oxc_allocator::Allocator;
use oxc_ast::ast::{JSXAttribute, JSXAttributeValue, Program};
use oxc_ast_visit::{VisitMut, walk_mut::walk_jsx_attribute};
use oxc_syntax::xml_entities::decode_entities as decode;

/// Decodes the entities in attributes' values: `title="&lt;b&gt;"` is `<b>`.
pub(super) fn decode_entities<'a>(allocator: &'a Allocator, program: &mut Program<'a>) {
    Entities { allocator }.visit_program(program);
}

struct Entities<'a> {
    allocator: &'a Allocator,
}

impl<'a> VisitMut<'a> for Entities<'a> {
    fn visit_jsx_attribute(&mut self, attribute: &mut JSXAttribute<'a>) {
        if let Some(JSXAttributeValue::StringLiteral(literal)) = &mut attribute.value {
            let mut decoded = None;
            let text = literal.value.as_str();
            decode(text, &mut decoded, text.len(), self.allocator);
            if let Some(decoded) = decoded {
                literal.value = decoded.into_str().into();
            }
        }
        walk_jsx_attribute(self, attribute);
    }
}
