//! Whether a text parses, and where it does not.

use std::borrow::Cow;

use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::{Semantic, SemanticBuilder};
use oxc_span::SourceType;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    JavaScript,
    Jsx,
    TypeScript,
    Tsx,
}

impl Language {
    /// By the extension of a file's name.
    pub fn from_path(path: &str) -> Self {
        match path.rsplit('.').next() {
            Some("jsx") => Language::Jsx,
            Some("ts" | "mts" | "cts") => Language::TypeScript,
            Some("tsx") => Language::Tsx,
            _ => Language::JavaScript,
        }
    }
}

pub struct Parsed<'a> {
    pub program: &'a Program<'a>,
    pub semantic: Semantic<'a>,
}

pub struct SyntaxError {
    /// Byte offset.
    pub offset: u32,
    pub message: Cow<'static, str>,
}

pub fn parse<'a>(allocator: &'a Allocator, source: &'a str, language: Language) -> Result<Parsed<'a>, SyntaxError> {
    let source_type = match language {
        Language::JavaScript => SourceType::mjs(),
        Language::Jsx => SourceType::jsx(),
        Language::TypeScript => SourceType::ts(),
        Language::Tsx => SourceType::tsx(),
    };
    let options = ParseOptions { preserve_parens: false, parse_regular_expression: true, ..ParseOptions::default() };
    let parsed = Parser::new(allocator, source, source_type).with_options(options).parse();
    let error = |diagnostics: oxc_diagnostics::Diagnostics| -> Option<SyntaxError> {
        let first = diagnostics.into_iter().next()?;
        let offset = first.labels.first().map_or(0, |label| label.offset() as u32);
        Some(SyntaxError { offset, message: first.message.to_string().into() })
    };
    if let Some(error) = error(parsed.diagnostics) {
        return Err(error);
    }
    let program = &*allocator.alloc(parsed.program);
    let built = SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true).build(program);
    if let Some(error) = error(built.diagnostics) {
        return Err(error);
    }
    Ok(Parsed { program, semantic: built.semantic })
}
