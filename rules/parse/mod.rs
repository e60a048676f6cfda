//! Parsing, with ESLint's verdicts.
//!
//! oxc parses; whether a text *counts* as parsed, and where and why it does not, is decided as ESLint 9 with espree
//! decides it for an ECMAScript 2024 module. An ordinary file costs one walk over its tree besides oxc's work, which
//! also numbers the nodes: only a file that oxc refuses, or one with something that espree may refuse, is read again by
//! the recogniser, whose verdict is final. Scopes are not analyzed here: few rules need them, on few texts.

mod declared;
mod doubts;
mod early_errors;
mod jsx;
mod recogniser;
mod typescript;

use std::borrow::Cow;

use oxc_allocator::Allocator;
use oxc_ast::{
    AstKind,
    ast::{Program, RegExpLiteral},
};
use oxc_ast_visit::Visit;
use oxc_diagnostics::OxcDiagnostic;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{SourceType, Span};

pub(crate) use self::recogniser::{LOOK_AHEAD_BYTES, RETRY_BYTES, reread_bytes, validate_pattern};
use self::{doubts::Doubts, early_errors::early_errors};
use crate::estree::{NodeTableBuilder, Tree};

/// The reason why a text does not parse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte offset into the source as it was passed.
    pub offset: u32,
    /// ESLint's message without its prefix "Parsing error: ".
    pub message: Cow<'static, str>,
}

/// The language that a text is read as. All are modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// ECMAScript 2024, judged as espree does.
    JavaScript,
    /// JavaScript with JSX.
    Jsx,
    TypeScript,
    /// TypeScript with JSX.
    Tsx,
    /// A `.d.ts` file: declarations without bodies.
    TypeScriptDefinition,
}

impl Language {
    /// Returns the language of a file's name; JavaScript where the name tells nothing.
    pub fn from_path(path: &str) -> Self {
        // Nearly all files have this extension; the general case is slower.
        if path.ends_with(".js") {
            return Self::JavaScript;
        }
        match SourceType::from_path(path) {
            Ok(source_type) if source_type.is_typescript_definition() => Self::TypeScriptDefinition,
            Ok(source_type) if source_type.is_typescript() && source_type.is_jsx() => Self::Tsx,
            Ok(source_type) if source_type.is_typescript() => Self::TypeScript,
            // oxc allows JSX in `.js` too, espree does not.
            _ if path.ends_with(".jsx") => Self::Jsx,
            _ => Self::JavaScript,
        }
    }

    /// Returns whether it is TypeScript, which is judged as typescript-eslint judges it: redeclarations and their like
    /// are left to the type checker.
    pub fn is_typescript(self) -> bool {
        matches!(self, Self::TypeScript | Self::Tsx | Self::TypeScriptDefinition)
    }

    /// Returns whether tags are expressions.
    pub fn has_jsx(self) -> bool {
        matches!(self, Self::Jsx | Self::Tsx)
    }

    pub(crate) fn source_type(self) -> SourceType {
        match self {
            Self::JavaScript => SourceType::mjs(),
            Self::Jsx => SourceType::jsx().with_module(true),
            Self::TypeScript => SourceType::ts(),
            Self::Tsx => SourceType::tsx(),
            Self::TypeScriptDefinition => SourceType::d_ts(),
        }
    }
}

/// Parses `source`, from which a leading byte order mark must be gone. The tree lives in `allocator`.
///
/// oxc recurses as deep as the text nests: the caller provides the stack. The recogniser stops by itself, where espree
/// would.
///
/// # Errors
///
/// The error that ESLint reports for a text that is not in the language.
pub fn parse<'a>(allocator: &'a Allocator, source: &'a str, language: Language) -> Result<Tree<'a>, SyntaxError> {
    let options = ParseOptions {
        preserve_parens: false,
        // They are checked as espree does, in time that is not quadratic in their groups.
        parse_regular_expression: false,
        allow_return_outside_function: language.is_typescript(),
        ..ParseOptions::default()
    };
    let parse_as = |source_type| Parser::new(allocator, source, source_type).with_options(options).parse();
    let mut parsed = parse_as(language.source_type());
    if language.is_typescript() && parsed.diagnostics.has_errors() && source.contains("await") {
        // oxc recognizes a module by its imports and exports: without them it refuses a `for await` at the top level.
        let module = parse_as(language.source_type().with_module(true));
        if !module.diagnostics.has_errors() {
            parsed = module;
        }
    }
    let program = allocator.alloc(parsed.program);
    if language.has_jsx() && source.contains('&') {
        jsx::decode_entities(allocator, program);
    }
    let program = &*program;

    if language == Language::JavaScript {
        // oxc's irregular white space includes characters that JavaScript does not count, such as U+200B.
        let has_odd_space = !parsed.irregular_whitespaces.is_empty();
        let Walk { nodes, doubts, .. } = walk(allocator, program, Some(Doubts::new(source, allocator)));
        if parsed.diagnostics.has_errors() || has_odd_space || doubts.is_some_and(Doubts::any) {
            recogniser::recognise(source)?;
        } else {
            debug_assert!(
                !recogniser::recognise(source).is_err_and(|error| error.message != recogniser::NOT_ENOUGH_STACK),
                "espree refuses what nothing made doubtful"
            );
        }
        // The few texts that only oxc cannot read (an `in` in the body of an arrow function in a `for` head) get an
        // empty tree: espree's verdict holds, and no rule finds anything.
        return Ok(Tree::new(program, nodes.build()));
    }
    let Walk { nodes, bad_pattern, .. } = walk(allocator, program, None);
    let nodes = nodes.build();
    let of = |(offset, diagnostic): (u32, &OxcDiagnostic)| (offset, Cow::Owned(diagnostic.message.to_string()));
    let error = if language.is_typescript() {
        typescript::first_error(&parsed.diagnostics, parsed.panicked, source).map(of)
    } else {
        let early_errors = early_errors(program, nodes.0);
        let errors = parsed.diagnostics.errors().chain(early_errors.errors());
        errors.map(|diagnostic| (offset_of(diagnostic), diagnostic)).min_by_key(|&(offset, _)| offset).map(of)
    };
    match error.into_iter().chain(bad_pattern).min_by_key(|&(offset, _)| offset) {
        Some((offset, message)) => Err(SyntaxError { offset, message }),
        None => Ok(Tree::new(program, nodes)),
    }
}

/// Checks a regular expression. The error is in espree's words.
fn check_pattern(source: &str, literal: &RegExpLiteral) -> Result<(), Cow<'static, str>> {
    let Span { start, end, .. } = literal.span;
    let (_, flags) = source[start as usize..end as usize].rsplit_once('/').unwrap_or_default();
    validate_pattern(&literal.regex.pattern.text, flags)
}

/// Visits every node of a program once: gives it its id, and examines it for doubts or, without those, for invalid
/// regular expressions.
fn walk<'a>(allocator: &'a Allocator, program: &'a Program<'a>, doubts: Option<Doubts<'a>>) -> Walk<'a> {
    // Ordinary code has a node every 5 bytes.
    let nodes = NodeTableBuilder::with_capacity(program.source_text.len() / 4 + 8, allocator);
    let mut walk = Walk { source: program.source_text, nodes, doubts, bad_pattern: None };
    walk.visit_program(program);
    walk
}

struct Walk<'a> {
    source: &'a str,
    nodes: NodeTableBuilder<'a>,
    doubts: Option<Doubts<'a>>,
    /// The offset of the first invalid regular expression, and its error: only without doubts.
    bad_pattern: Option<(u32, Cow<'static, str>)>,
}

impl<'a> Visit<'a> for Walk<'a> {
    #[inline(always)]
    fn enter_node(&mut self, kind: AstKind<'a>) {
        self.nodes.enter(kind);
        if let Some(doubts) = &mut self.doubts {
            doubts.examine(self.nodes.so_far(), self.nodes.current(), kind);
        } else if let AstKind::RegExpLiteral(literal) = kind
            && self.bad_pattern.is_none()
            && let Err(message) = check_pattern(self.source, literal)
        {
            self.bad_pattern = Some((literal.span.start + 1, message));
        }
    }

    #[inline(always)]
    fn leave_node(&mut self, _: AstKind<'a>) {
        self.nodes.leave();
    }
}

fn offset_of(diagnostic: &OxcDiagnostic) -> u32 {
    diagnostic.labels.first().map_or(0, |label| label.offset())
}
