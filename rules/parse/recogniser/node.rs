//! The nodes that the recogniser keeps: no tree, only as much as is needed to turn an expression into a pattern.
//!
//! `({a, b: [c]} = d)` is an object literal until the `=` is seen. So the parts of object and array literals, of
//! assignments, properties and spreads are kept; of everything else, its kind and span.

/// A half-open range of nodes in the recogniser's store: the parts of a list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List {
    pub start: u32,
    pub end: u32,
}

impl List {
    pub(super) fn len(self) -> u32 {
        self.end - self.start
    }

    pub(super) fn iter(self) -> impl Iterator<Item = NodeId> {
        (self.start..self.end).map(NodeId)
    }
}

/// A node's index in the recogniser's store.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeId(pub u32);

#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    pub kind: Kind<'a>,
    /// The byte offset of its start, without any parentheses around it.
    pub start: u32,
    pub end: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    Identifier(&'a str),
    /// The value of a string that names an import or export.
    String(&'a str),
    Member {
        is_private: bool,
    },
    Chain {
        is_private_member: bool,
    },
    Arrow,
    Super,
    PrivateName,
    Object(List),
    Array(List),
    Assignment {
        is_plain: bool,
        left: NodeId,
    },
    Property {
        is_accessor: bool,
        key_start: u32,
        value: NodeId,
    },
    Spread(NodeId),
    ObjectPattern(List),
    ArrayPattern(List),
    AssignmentPattern {
        left: NodeId,
    },
    Rest(NodeId),
    Other,
}

/// A string literal's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StringValue<'a> {
    /// The value, each lone surrogate replaced by U+FFFD.
    pub text: &'a str,
    pub has_lone_surrogate: bool,
}
