//! Text to tree, with ESLint's verdicts.
//!
//! oxc parses; whether a text *counts* as parsed, and where and why it does not, is what ESLint 9 with espree says of an
//! ECMAScript 2024 module. The ordinary file costs one look at its text on top of oxc's work: only a file that oxc
//! refuses, or one that holds something of which the two parsers may think differently, is read again by the
//! [recogniser](recogniser::recognise), whose word is final.

mod es2024;
mod jsx;
mod recogniser;

use std::borrow::Cow;

use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_diagnostics::OxcDiagnostic;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::{Semantic, SemanticBuilder, Stats};
use oxc_span::SourceType;

/// A text that parses.
pub struct Parsed<'a> {
    pub program: &'a Program<'a>,
    pub semantic: Semantic<'a>,
}

/// Why a text does not parse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset into the source as it was passed.
    pub offset: u32,
    /// ESLint's message without its prefix "Parsing error: ".
    pub message: Cow<'static, str>,
}

/// What a text is read as. All are modules.
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
    /// The language that a file's name stands for; JavaScript where the name says nothing.
    pub fn from_path(path: &str) -> Self {
        // Nearly all are: the rest takes longer.
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

    /// TypeScript is judged as typescript-eslint judges it, which leaves redeclarations and their like
    /// to the type checker.
    fn is_typescript(self) -> bool {
        matches!(self, Self::TypeScript | Self::Tsx | Self::TypeScriptDefinition)
    }

    /// Whether tags are expressions.
    pub fn has_jsx(self) -> bool {
        matches!(self, Self::Jsx | Self::Tsx)
    }

    fn source_type(self) -> SourceType {
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
pub fn parse<'a>(allocator: &'a Allocator, source: &'a str, language: Language) -> Result<Parsed<'a>, SyntaxError> {
    let options = ParseOptions {
        preserve_parens: false,
        parse_regular_expression: true,
        allow_return_outside_function: language.is_typescript(),
        ..ParseOptions::default()
    };
    let parsed = Parser::new(allocator, source, language.source_type()).with_options(options).parse();
    let program = allocator.alloc(parsed.program);
    if language.has_jsx() && source.contains('&') {
        jsx::decode_entities(allocator, program);
    }
    let analysed = SemanticBuilder::new()
        .with_build_nodes(true)
        .with_check_syntax_error(!language.is_typescript())
        .with_stats(expected_stats(source))
        .build(program);
    let accepted = Parsed { program, semantic: analysed.semantic };

    if language == Language::JavaScript {
        let is_clean = !parsed.diagnostics.has_errors() && !analysed.diagnostics.has_errors();
        // oxc's irregular white space includes characters that are none to JavaScript, such as U+200B.
        let has_odd_space = !parsed.irregular_whitespaces.is_empty();
        if !is_clean || has_odd_space || es2024::may_refuse(source, accepted.semantic.nodes()) {
            recogniser::recognise(source)?;
        }
        // Of the little that oxc alone cannot read (an `in` in the body of an arrow function in a `for` head) there is
        // an empty tree: espree's verdict stands, and no rule finds anything.
        return Ok(accepted);
    }
    let of_the_tree = analysed.diagnostics.errors().filter(|_| !language.is_typescript());
    match parsed.diagnostics.errors().chain(of_the_tree).min_by_key(|diagnostic| offset_of(diagnostic)) {
        Some(first) => Err(SyntaxError { offset: offset_of(first), message: Cow::Owned(first.message.to_string()) }),
        None => Ok(accepted),
    }
}

/// How much room the semantic analysis makes before it begins. Counting exactly would take a walk of its own; where
/// this is too little, the tables grow.
fn expected_stats(source: &str) -> Stats {
    // Ordinary code has a node every 5 bytes, a reference every 20, a name every 50, a scope every 100.
    let one_in = |bytes: usize| (source.len() / bytes) as u32 + 8;
    Stats::new(one_in(4), one_in(64), one_in(32), one_in(12))
}

fn offset_of(diagnostic: &OxcDiagnostic) -> u32 {
    diagnostic.labels.first().map_or(0, |label| label.offset())
}
