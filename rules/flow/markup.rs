//! HTML in properties and attributes: elements of JSX, objects that frameworks read, answers as objects.

use oxc_ast::AstKind;

use super::{Flow, Found, SinkKind};
use crate::estree::{Kind, Node};

/// An attribute or property of an element, by its name.
struct Attribute {
    name: &'static str,
    /// The elements on which it has this meaning. Empty: all.
    elements: &'static [&'static str],
    /// The property of its value that matters.
    part: Option<&'static str>,
    kind: SinkKind,
}

const fn attribute(name: &'static str, kind: SinkKind) -> Attribute {
    Attribute { name, elements: &[], part: None, kind }
}

/// The attributes of JSX whose values are more than text.
#[rustfmt::skip]
const ATTRIBUTES: &[Attribute] = &[
    Attribute { name: "dangerouslySetInnerHTML", elements: &[], part: Some("__html"), kind: SinkKind::Html },
    Attribute { name: "source", elements: &["WebView"], part: Some("html"), kind: SinkKind::Html },
    Attribute { name: "html", elements: &["WebView"], part: None, kind: SinkKind::Html },
    Attribute { name: "src", elements: &["script"], part: None, kind: SinkKind::Redirect },
    Attribute { name: "src", elements: &["iframe"], part: None, kind: SinkKind::Link },
    Attribute { name: "innerHTML", elements: &[], part: None, kind: SinkKind::Html },
    attribute("srcDoc", SinkKind::Html), attribute("href", SinkKind::Redirect), attribute("href", SinkKind::Link),
    attribute("action", SinkKind::Redirect), attribute("action", SinkKind::Link),
    attribute("formAction", SinkKind::Link), attribute("xlinkHref", SinkKind::Link),
];

/// The properties of objects that frameworks make HTML of.
#[rustfmt::skip]
const PROPERTIES: &[Attribute] = &[
    Attribute { name: "dangerouslySetInnerHTML", elements: &[], part: Some("__html"), kind: SinkKind::Html },
    Attribute { name: "domProps", elements: &[], part: Some("innerHTML"), kind: SinkKind::Html },
];

impl<'a> Flow<'a> {
    /// Looks at an attribute of JSX.
    pub(super) fn look_at_attribute(&mut self, attribute: Node<'a>, found: &mut Vec<Found>) {
        let Some(name) = attribute.jsx_name().and_then(Node::name) else { return };
        let Some(value) = attribute.value().and_then(Node::expression) else { return };
        let element = attribute.parent().and_then(Node::jsx_name).and_then(Node::name).unwrap_or_default();
        for known in ATTRIBUTES.iter().filter(|known| known.name == name) {
            if known.elements.is_empty() || known.elements.contains(&element) {
                self.look_at_property_value(attribute, value, known, found);
            }
        }
        if name == "data-tip" && is_set(attribute, "data-html") {
            let operand = self.value(value);
            self.prove(attribute, operand, SinkKind::Html, &[], found);
        }
    }

    /// Looks for sinks in an object: properties that frameworks render as HTML, and the body of an answer whose headers
    /// declare HTML.
    pub(super) fn look_at_object(&mut self, object: Node<'a>, found: &mut Vec<Found>) {
        let property = |name: &str| object.properties().iter().find(|it| it.key_text().is_some_and(|key| key == name));
        for known in PROPERTIES {
            if let Some(property) = property(known.name)
                && let Some(value) = property.value()
            {
                self.look_at_property_value(property, value, known, found);
            }
        }
        // The answer of a cloud function.
        if let (Some(body), Some(headers)) = (property("body"), property("headers"))
            && let (Some(value), Some(headers)) = (body.value(), headers.value())
            && self.says_html(headers)
        {
            let operand = self.value(value);
            self.prove(body, operand, SinkKind::Html, &[], found);
        }
    }

    fn look_at_property_value(&mut self, at: Node<'a>, value: Node<'a>, known: &Attribute, found: &mut Vec<Found>) {
        let value = self.value(value);
        let operand = match known.part {
            Some(part) => self.property(value, part, at),
            None => value,
        };
        self.prove(at, operand, known.kind, &[], found);
    }

    /// Returns whether headers, or options with headers, declare HTML; the last declaration counts.
    pub(super) fn says_html(&mut self, options: Node<'a>) -> bool {
        /// The maximum number of nodes that are searched.
        const MAX_NODES: usize = 60;
        let mut said = type_in(&self.deep_text(options));
        let nodes = std::iter::once(options).chain(options.descendants()).take(MAX_NODES);
        let nodes = nodes.filter(|node| matches!(node.ast(), AstKind::IdentifierReference(_)));
        let variables: Vec<_> = nodes.filter_map(Node::variable).collect();
        for variable in variables {
            for name in variable.names().chain(variable.references()).take(MAX_NODES) {
                let Some(parent) = name.parent() else { continue };
                let init = parent.init().filter(|_| parent.declared() == Some(name));
                let call = parent.parent().filter(|call| call.callee() == Some(parent));
                let set = call.filter(|call| matches!(call.callee_method(), Some("append" | "set")));
                let text = init.or(set).map(Node::text).unwrap_or_default();
                said = type_in(text).or(said);
            }
        }
        said.unwrap_or(false)
    }
}

/// Returns whether an object with a property of this name may hold HTML.
pub(super) fn may_be_html(key: &str) -> bool {
    key == "body" || PROPERTIES.iter().any(|known| known.name == key)
}

/// Returns whether a text names a content type, and whether that is HTML.
fn type_in(text: &str) -> Option<bool> {
    let text = text.to_ascii_lowercase();
    let value = &text[text.find("content-type")?..];
    Some(value.contains("text/html") || value.contains("xhtml") || value.contains("svg"))
}

/// Returns whether an element has an attribute that is not `false`.
fn is_set(beside: Node<'_>, name: &str) -> bool {
    let Some(element) = beside.parent() else { return false };
    element.attributes().iter().any(|attribute| {
        attribute.is(Kind::JSXAttribute)
            && attribute.jsx_name().and_then(Node::name) == Some(name)
            && attribute.value().is_none_or(|value| !value.text().contains("false"))
    })
}
