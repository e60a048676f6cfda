//! Helpers that several rules of the plugin share.

use crate::estree::{Kind, Node};

/// The functions that make a cipher with a key and an initialization vector.
pub(super) const CIPHER_MAKERS: &[&str] = &["createCipheriv", "createDecipheriv"];

/// The functions that derive a key from a password by PBKDF2.
pub(super) const PBKDF2: &[&str] = &["pbkdf2", "pbkdf2Sync"];

/// The name that a call calls: `scrypt` in `scrypt(…)` and in `crypto.scrypt(…)`.
pub(super) fn called_name(call: Node<'_>) -> Option<&str> {
    call.callee_name().or_else(|| call.callee_method())
}

/// Returns whether a call calls one of these functions, bare or as a method of anything.
pub(super) fn calls_one_of(call: Node<'_>, names: &[&str]) -> bool {
    called_name(call).is_some_and(|name| names.contains(&name))
}

/// Returns the method that a node calls on `Buffer`.
pub(super) fn buffer_method(node: Node<'_>) -> Option<&str> {
    let callee = node.callee().filter(|_| node.is(Kind::CallExpression))?;
    callee.property_identifier().filter(|_| callee.object().is_some_and(|object| object.is_identifier("Buffer")))
}

/// Returns whether a node is an array whose items all satisfy a condition, which no hole does.
pub(super) fn is_array_of<'a>(node: Node<'a>, is_one: impl Fn(Node<'a>) -> bool) -> bool {
    let elements = node.elements();
    node.is(Kind::ArrayExpression) && (0..elements.len()).all(|index| elements.get(index).is_some_and(&is_one))
}

/// The imports from `crypto-random-string` so far.
#[derive(Default)]
pub(super) struct RandomStrings {
    imported: bool,
    /// The name of the default import; without one the package's usual name counts.
    name: Option<String>,
}

impl RandomStrings {
    /// Notes an import declaration.
    pub(super) fn note(&mut self, import: Node<'_>) {
        if import.source().and_then(Node::string) != Some("crypto-random-string") {
            return;
        }
        self.imported = true;
        for specifier in import.specifiers().iter().filter(|specifier| specifier.is(Kind::ImportDefaultSpecifier)) {
            self.name = specifier.local().and_then(Node::name).map(String::from);
        }
    }

    /// The options of a call of the import or of a method of it, where they are written out as an object.
    pub(super) fn options_of<'a>(&self, call: Node<'a>) -> Option<Node<'a>> {
        let called = call.callee_name().or_else(|| {
            let callee = call.callee().filter(|callee| callee.is(Kind::MemberExpression))?;
            callee.object().and_then(Node::identifier)
        });
        if !self.imported || called != Some(self.name.as_deref().unwrap_or("cryptoRandomString")) {
            return None;
        }
        call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression))
    }
}

/// The values of the properties of an object whose key is an identifier of this name.
pub(super) fn values_of<'a>(object: Node<'a>, name: &'static str) -> impl Iterator<Item = Node<'a>> {
    object
        .properties()
        .iter()
        .filter(move |property| property.is(Kind::Property) && property.key_identifier() == Some(name))
        .filter_map(Node::value)
}
