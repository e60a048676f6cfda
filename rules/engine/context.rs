//! The context of a rule at a node: the tree, the file, the rule's state, and reporting.

use std::{
    any::Any,
    borrow::Cow,
    fmt::{self, Write},
    rc::Rc,
    sync::Arc,
};

use oxc_span::Span;
use oxc_syntax::node::NodeId;

use super::{Globals, Level, Meta, Needles, Proof, Severity, needles::NeedleIndex};
use crate::{
    estree::{Kind, Node, Tree},
    flow::Settings,
};

/// The surroundings of a file, for the few rules that look beyond its text.
pub trait Surroundings {
    /// Returns whether an entry of this name is in the folder of the analyzed file or in one of its ancestors;
    /// `folders` is the number of folders to search.
    fn has_entry(&self, name: &str, folders: usize) -> bool;
}

/// A change to the text; offsets are in bytes until it is reported.
#[derive(Clone, Debug)]
pub struct Edit {
    pub(super) span: Span,
    pub(super) text: String,
}

impl Edit {
    /// Replaces a node's text by `text`.
    pub fn replace(node: Node<'_>, text: impl Into<String>) -> Self {
        Self { span: node.span(), text: text.into() }
    }

    /// Inserts `text` directly after a node.
    pub fn insert_after(node: Node<'_>, text: impl Into<String>) -> Self {
        Self { span: Span::empty(node.span().end), text: text.into() }
    }
}

/// A finding before its lines and columns are known.
#[derive(Debug)]
pub struct Finding {
    /// The index of the rule among the active ones.
    pub(super) rule: usize,
    /// The node that the rule was called for.
    pub(super) at: NodeId,
    /// The node that is reported.
    pub(super) node: NodeId,
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) message_id: &'static str,
    pub(super) message: String,
    pub(super) fix: Option<Edit>,
    pub(super) suggestions: Vec<(&'static str, String, Edit)>,
    pub(super) severity: Option<Severity>,
    pub(super) is_note: bool,
    pub(super) cwe: Option<u16>,
    pub(super) proof: Option<Box<Proof>>,
}

impl Finding {
    /// Sets the node used for tie-breaking order: of the findings at one position, those of outer nodes come first.
    pub fn found_at(&mut self, node: Node<'_>) -> &mut Self {
        self.at = node.id();
        self
    }

    /// Reports the type of another node than the one whose position the finding has.
    pub fn of_type(&mut self, node: Node<'_>) -> &mut Self {
        self.kind = node.kind();
        self
    }

    /// Adds the proof. `severity` caps the configured severity.
    pub fn prove(&mut self, severity: Severity, proof: Proof) -> &mut Self {
        self.severity = Some(severity);
        self.proof = Some(Box::new(proof));
        self
    }

    /// Makes it a note, which counts nowhere: a warning at most, whatever is configured.
    pub fn note(&mut self) -> &mut Self {
        self.severity = Some(Severity::Warn);
        self.is_note = true;
        self
    }

    /// Adds a fix, which leaves everything else that the code does unchanged.
    pub fn fix(&mut self, edit: Edit) -> &mut Self {
        self.fix = Some(edit);
        self
    }

    /// Adds a change that a person may choose.
    pub fn suggest(&mut self, message_id: &'static str, description: impl Into<String>, edit: Edit) -> &mut Self {
        self.suggestions.push((message_id, description.into(), edit));
        self
    }
}

/// The state that all rules share while one text is walked.
pub(super) struct Shared<'a> {
    pub tree: &'a Tree<'a>,
    pub path: &'a str,
    pub surroundings: Option<&'a dyn Surroundings>,
    pub globals: Arc<Globals>,
    pub findings: Vec<Finding>,
    pub needles: NeedleIndex,
    /// The library models and the source kinds that count.
    pub settings: Settings,
    /// The value that the rules of this text compute once and share.
    pub computed: Option<Rc<dyn Any>>,
}

/// The context of a rule at a node: the tree, the file's name, the rule's own state, and [`report`](Self::report).
pub struct Context<'a, 's, S = ()> {
    pub(super) shared: &'s mut Shared<'a>,
    pub(super) meta: &'static Meta,
    pub(super) rule: usize,
    pub(super) at: NodeId,
    /// The rule's state for this text.
    pub state: &'s mut S,
}

impl<'a, S> Context<'a, '_, S> {
    pub fn tree(&self) -> &'a Tree<'a> {
        self.shared.tree
    }

    /// Returns the whole text.
    pub fn source(&self) -> &'a str {
        self.shared.tree.source()
    }

    /// Returns the file's name as it was given.
    pub fn path(&self) -> &'a str {
        self.shared.path
    }

    /// Returns the surroundings of the file; `None` where the text does not come from a file.
    pub fn surroundings(&self) -> Option<&'a dyn Surroundings> {
        self.shared.surroundings
    }

    /// Returns the library models, the user's among them, and the source kinds that count.
    pub fn settings(&self) -> Settings {
        self.shared.settings.clone()
    }

    /// Returns whether a global variable of this name exists: one of the language's, or one that the configuration or a
    /// comment declares.
    pub fn has_global(&self, name: &str) -> bool {
        self.shared.globals.has(name)
    }

    /// Returns a value that several rules share; the first call for each text computes it. A text has one such value,
    /// so all callers must ask for the same type.
    pub fn compute_once<T: 'static>(&mut self, compute: impl FnOnce(&'a Tree<'a>, &'a str) -> T) -> Rc<T> {
        let known = self.shared.computed.clone().and_then(|any| any.downcast::<T>().ok());
        known.unwrap_or_else(|| {
            let value = Rc::new(compute(self.shared.tree, self.shared.path));
            self.shared.computed = Some(value.clone());
            value
        })
    }

    /// Returns the node that the rule was called for.
    pub fn current(&self) -> Node<'a> {
        self.node_of(self.at)
    }

    /// Returns the node with this id.
    pub fn node_of(&self, id: NodeId) -> Node<'a> {
        self.shared.tree.node_of(id)
    }

    /// Returns whether a node's text contains one of the needles.
    ///
    /// Use this to search the text of any node that can be large (a function, an ancestor, the program): a large text
    /// is searched once for all its nodes, so that nested functions do not cost their depth times their size.
    pub fn contains(&mut self, node: Node<'a>, needles: &Needles) -> bool {
        let span = node.span();
        self.shared.needles.contains(self.shared.tree.source(), span, needles)
    }

    /// Reports a node.
    ///
    /// `what` says what is wrong, naming the code's own identifiers ([`snippet`]); `fix` says what to do, concretely
    /// enough for a model to do it. Neither ends in a full stop.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::Steps`](crate::estree::TooMuch::Steps) where there is too much to report.
    #[cold]
    pub fn report(
        &mut self,
        node: Node<'a>,
        message_id: &'static str,
        level: Level,
        what: impl fmt::Display,
        fix: impl fmt::Display,
    ) -> &mut Finding {
        self.push(self.meta.cwe, node, message_id, level, &what, &fix)
    }

    /// Reports a node like [`report`](Self::report), with a weakness that may be another one than the rule's.
    #[cold]
    pub fn report_as(
        &mut self,
        cwe: u16,
        node: Node<'a>,
        message_id: &'static str,
        level: Level,
        what: impl fmt::Display,
        fix: impl fmt::Display,
    ) -> &mut Finding {
        let finding = self.push(cwe, node, message_id, level, &what, &fix);
        finding.cwe = Some(cwe);
        finding
    }

    fn push(
        &mut self,
        cwe: u16,
        node: Node<'a>,
        message_id: &'static str,
        level: Level,
        what: &dyn fmt::Display,
        fix: &dyn fmt::Display,
    ) -> &mut Finding {
        debug_assert!(self.meta.messages.contains(&message_id), "{} does not declare {message_id}", self.meta.id);
        self.shared.tree.count_steps(STEPS_PER_FINDING);
        let message = message(cwe, level, what, fix);
        self.shared.findings.push(Finding {
            rule: self.rule,
            at: self.at,
            node: node.id(),
            span: node.span(),
            kind: node.kind(),
            message_id,
            message,
            fix: None,
            suggestions: Vec::new(),
            severity: None,
            is_note: false,
            cwe: None,
            proof: None,
        });
        self.shared.findings.last_mut().expect("a finding was just pushed")
    }
}

/// The steps that a finding counts for: it takes as long as 20, and half a kilobyte.
const STEPS_PER_FINDING: usize = 20;

/// The initial capacity of a message in bytes: nearly all fit, so that they are written without reallocation.
const MESSAGE_CAPACITY_BYTES: usize = 320;

/// Formats the message: what is wrong and what to do.
fn message(cwe: u16, level: Level, what: &dyn fmt::Display, fix: &dyn fmt::Display) -> String {
    let mut message = String::with_capacity(MESSAGE_CAPACITY_BYTES);
    // Writing to a `String` cannot fail.
    let _ = write!(message, "CWE-{cwe} | {what} | {}\n   Fix: {fix}", level.name());
    message
}

/// The characters of code that a message quotes at most.
const MAX_SNIPPET_CHARS: usize = 60;

/// Returns a node's text for a message: on one line, shortened, with control characters escaped.
#[cold]
pub fn snippet(node: Node<'_>) -> Cow<'_, str> {
    shorten(node.text())
}

/// Returns a text for a message: on one line, shortened, with control characters escaped.
pub fn shorten(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_SNIPPET_CHARS && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut short = String::new();
    let mut length = 0;
    let mut blank = false;
    for character in text.chars() {
        if character.is_whitespace() {
            blank = true;
            continue;
        }
        if length >= MAX_SNIPPET_CHARS {
            short.push('…');
            break;
        }
        if blank && !short.is_empty() {
            short.push(' ');
            length += 1;
        }
        blank = false;
        if character.is_control() || is_invisible(character) {
            // Writing to a `String` cannot fail.
            let _ = write!(short, "\\u{{{:x}}}", u32::from(character));
        } else {
            short.push(character);
        }
        length += 1;
    }
    Cow::Owned(short)
}

/// Returns whether a character is invisible or changes how the text around it is displayed.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
