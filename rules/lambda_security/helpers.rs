//! Helpers that several rules of the plugin share.

use crate::estree::Node;

/// The name of a function's first parameter that is named like a Lambda event.
pub(super) fn event_parameter(function: Node<'_>) -> Option<&str> {
    function.params().iter().filter_map(Node::identifier).find(|name| is_event(name))
}

/// Returns whether a parameter is named like a Lambda event.
pub(super) fn is_event(name: &str) -> bool {
    matches!(name, "e" | "event" | "evt" | "req" | "request")
}

/// The nodes of a function that takes an event, if no function within it takes one too: with that one the rules begin
/// anew, and they forget both when it ends.
pub(super) fn nodes_of_handler(function: Node<'_>) -> Option<Vec<Node<'_>>> {
    let mut nodes = Vec::new();
    for node in function.descendants() {
        if node.is_function() && event_parameter(node).is_some() {
            return None;
        }
        nodes.push(node);
    }
    Some(nodes)
}

/// The name that a property's key spells, as an identifier or a string.
pub(super) fn key_name(property: Node<'_>) -> Option<&str> {
    let key = property.key()?;
    key.identifier().or_else(|| key.string())
}

/// Returns whether an object has one of these properties, by the name of its key.
pub(super) fn has_property(object: Node<'_>, names: &[&str]) -> bool {
    object.named_properties().any(|(name, _)| names.contains(&name))
}
