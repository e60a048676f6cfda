//! The flows that are found in a text.

use oxc_syntax::node::NodeId;

use super::sink_kind::SinkKind;
use crate::engine::{Proof, SourceKind};

/// A flow with its proof.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub kind: SinkKind,
    /// The call or assignment that is reported.
    pub node: NodeId,
    pub source: SourceKind,
    /// The name of the data where it enters.
    pub source_name: String,
    /// The name of the sink: the callee's text.
    pub sink_name: String,
    /// The position of the value in the sink, in the words of the context's reader.
    pub context: String,
    /// The weakness where the context makes it another one than the rule's.
    pub weakness: Weakness,
    pub proof: Proof,
}

/// The weakness of a flow, which the context at the sink decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Weakness {
    /// The one of the sink's kind.
    Ordinary,
    /// The name of a column or table.
    Identifier,
    /// Options of a program.
    Argument,
    /// A folder whose name begins with the root's.
    SiblingFolder,
    /// The function is made for it: a parameter names the whole path. It is reported as a remark, not as a weakness.
    ByDesign,
}
