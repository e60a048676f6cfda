//! The recogniser: decides whether a text is ECMAScript 2024 module code, and if not, where and why, in espree's words.
//!
//! oxc builds the tree, but its verdicts, and above all the places and the order of its errors, are its own. So a text
//! that does not parse, or that holds something that a later edition or a looser grammar may have let pass, is read
//! once more here. The recogniser builds no tree. It reads tokens and checks early errors in the order in which acorn,
//! the parser in espree, does, and stops at the first error; that order gives ESLint's place and message.
//!
//! Module code is always strict, so nothing here knows sloppy mode.

mod expression;
mod function;
mod lexer;
mod module;
mod node;
mod pattern;
mod regexp;
mod scope;
mod statement;
mod token;
mod unicode_properties;

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use oxc_allocator::Allocator;

pub(super) use self::lexer::skip_trivia;
pub(crate) use self::regexp::validate as validate_pattern;
use self::{
    function::PrivateNames,
    lexer::{Context, end_of_line},
    node::{Kind, List, Node, NodeId, StringValue},
    scope::Scope,
    statement::Label,
    token::Token,
};
use super::SyntaxError;

/// The message of espree for code nested deeper than its stack allows.
pub(super) const NOT_ENOUGH_STACK: &str = "Not enough stack space to parse input";

/// The nesting that is accepted, in units of [`Cost`]: what acorn's recursion has room for on Node's default stack.
const NESTING_BUDGET: u32 = 12_000;

/// The cost of a level of nesting, chosen so that the budget ends about where espree's stack does.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Cost {
    Operand = 3,
    Statement = 4,
    Function = 5,
    Expression = 14,
}

/// Reads `source` as an ECMAScript 2024 module.
///
/// # Errors
///
/// The error at which espree stops.
pub(super) fn recognise(source: &str) -> Result<(), SyntaxError> {
    read(source).map(|_| ())
}

/// Returns how many bytes of a text oxc's parser may read again, counted each time: the contents of parentheses that
/// may be parameters, and words in a row, which may be modifiers. `None` where espree refuses the text.
pub(crate) fn reread_bytes(source: &str) -> Option<usize> {
    /// The bytes of stack for the nesting that the recogniser accepts.
    const STACK_BYTES: usize = 64 << 20;
    stacker::maybe_grow(STACK_BYTES, STACK_BYTES, || read(source).ok())
}

/// The cost of starting to read a parenthesis again, in bytes read.
///
/// The parser reads a parenthesis as the parameters of an arrow function first, and once more where they are none;
/// likewise a possible list of type arguments. Nested, that takes quadratic time.
pub(crate) const RETRY_BYTES: usize = 256;

/// The cost of looking one token ahead, in bytes read.
pub(crate) const LOOK_AHEAD_BYTES: usize = 16;

fn read(source: &str) -> Result<usize, SyntaxError> {
    let allocator = Allocator::default();
    let mut recogniser = Recogniser::new(source, &allocator);
    match recogniser.module() {
        Ok(()) => Ok(recogniser.reread_bytes),
        Err(Halt) => Err(recogniser.error.unwrap_or_else(|| unreachable!("the recogniser halts only at an error"))),
    }
}

/// The recogniser stopped; the error itself is in [`Recogniser::error`], so that results stay small.
#[derive(Debug)]
struct Halt;

type Step<T = ()> = Result<T, Halt>;

/// The offsets at which `yield` and `await` were first seen in possible parameters. Zero means nowhere.
#[derive(Clone, Copy, Default)]
struct Seen {
    yield_at: usize,
    await_at: usize,
}

impl Seen {
    /// Returns the sightings to keep where no parameter list followed: the earlier ones first.
    fn or(self, later: Self) -> Self {
        let first = |earlier, later| if earlier == 0 { later } else { earlier };
        Self { yield_at: first(self.yield_at, later.yield_at), await_at: first(self.await_at, later.await_at) }
    }
}

/// The first parts of a literal that are valid only if it turns out to be a pattern, and the first that are valid only
/// if it does not.
#[derive(Clone, Copy, Default)]
struct Doubts {
    shorthand_default: Option<u32>,
    comma_after_rest: Option<u32>,
    parenthesised_target: Option<u32>,
    parenthesised_binding: Option<u32>,
    second_proto: Option<u32>,
}

impl Doubts {
    fn spoil_expression(&self) -> bool {
        self.shorthand_default.is_some() || self.second_proto.is_some()
    }
}

struct Recogniser<'a> {
    source: &'a str,
    allocator: &'a Allocator,
    error: Option<SyntaxError>,

    /// The offset at which the next token is read.
    position: usize,
    /// The current token, its text, and its value.
    token: Token,
    start: usize,
    end: usize,
    word: &'a str,
    string: StringValue<'a>,
    /// The last word read was written with an escape. Other tokens leave it unchanged.
    word_has_escape: bool,
    /// A line ended between the previous token and this one.
    line_ended: bool,
    previous_start: usize,
    previous_end: usize,
    contexts: Vec<Context>,
    expression_allowed: bool,

    nodes: Vec<Node<'a>>,
    /// The elements of the lists that are being read, the innermost list last.
    pending: Vec<Node<'a>>,
    /// The nesting budget spent so far.
    nesting: u32,
    /// The number of words directly before the current token.
    words: usize,
    /// The number of open parentheses that the parser may read twice.
    tries: usize,
    /// The number of bytes that the parser may read again.
    reread_bytes: usize,

    seen: Seen,
    /// The offset at which an arrow function's parameters may begin.
    arrow_may_start_at: usize,
    arrow_is_in_for_await: bool,
    scopes: Vec<Scope<'a>>,
    /// The number of scopes that variables were recorded in so far.
    hoisted: usize,
    labels: Vec<Label<'a>>,
    private_names: Vec<PrivateNames<'a>>,
    exports: HashSet<&'a str>,
    /// Exported names that are not declared so far: the order of the first export, and the offset of the last.
    undefined_exports: HashMap<&'a str, (usize, u32)>,
    /// The number of names that were exported before they were declared.
    early_exports: usize,
}

impl<'a> Recogniser<'a> {
    fn new(source: &'a str, allocator: &'a Allocator) -> Self {
        let position = if source.starts_with("#!") { end_of_line(source, 0) } else { 0 };
        Self {
            source,
            allocator,
            error: None,
            position,
            token: Token::Eof,
            start: 0,
            end: 0,
            word: "",
            string: StringValue { text: "", has_lone_surrogate: false },
            word_has_escape: false,
            line_ended: false,
            previous_start: 0,
            previous_end: 0,
            contexts: vec![Context::BlockBrace],
            expression_allowed: true,
            nodes: Vec::new(),
            pending: Vec::new(),
            nesting: 0,
            words: 0,
            tries: 0,
            reread_bytes: 0,
            seen: Seen::default(),
            arrow_may_start_at: usize::MAX,
            arrow_is_in_for_await: false,
            scopes: Vec::new(),
            hoisted: 0,
            labels: Vec::new(),
            private_names: Vec::new(),
            exports: HashSet::new(),
            undefined_exports: HashMap::new(),
            early_exports: 0,
        }
    }

    fn module(&mut self) -> Step {
        self.enter_scope(scope::TOP);
        self.read_token()?;
        while self.token != Token::Eof {
            self.top_level_statement()?;
        }
        if let Some((name, &(_, start))) = self.undefined_exports.iter().min_by_key(|(_, (order, _))| order) {
            return self.raise(start as usize, format!("Export '{name}' is not defined"));
        }
        Ok(())
    }

    fn raise<T>(&mut self, offset: usize, message: impl Into<Cow<'static, str>>) -> Step<T> {
        self.error = Some(SyntaxError { offset: offset as u32, message: message.into() });
        Err(Halt)
    }

    /// Raises an error about the current token, which is not allowed here.
    fn unexpected<T>(&mut self) -> Step<T> {
        let message = if self.end > self.start {
            format!("Unexpected token {}", &self.source[self.start..self.end])
        } else {
            "Unexpected token".to_owned()
        };
        self.raise(self.start, message)
    }

    /// Reads the token at `offset` once more, and raises an error about it.
    fn unexpected_at<T>(&mut self, offset: usize) -> Step<T> {
        self.position = offset;
        self.read_token()?;
        self.unexpected()
    }

    /// Runs `read` one level deeper.
    fn nested<T>(&mut self, cost: Cost, read: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        self.spend(cost)?;
        let result = read(self);
        self.nesting -= cost as u32;
        result
    }

    fn spend(&mut self, cost: Cost) -> Step {
        self.nesting += cost as u32;
        if self.nesting > NESTING_BUDGET { self.raise(self.start, NOT_ENOUGH_STACK) } else { Ok(()) }
    }

    /// Begins a parenthesis whose first token is read and which the parser may read twice. Returns it for
    /// [`end_try`](Self::end_try).
    fn begin_try(&mut self) -> Option<usize> {
        if matches!(self.token, Token::ParenR | Token::Function) {
            return None;
        }
        self.tries += 1;
        Some(self.start + RETRY_BYTES * self.tries)
    }

    fn end_try(&mut self, begun: Option<usize>) {
        self.reread_bytes += begun.map_or(0, |begun| RETRY_BYTES + self.end + RETRY_BYTES * self.tries - begun);
    }

    fn eat(&mut self, token: Token) -> Step<bool> {
        if self.token != token {
            return Ok(false);
        }
        self.next()?;
        Ok(true)
    }

    fn expect(&mut self, token: Token) -> Step {
        if self.eat(token)? { Ok(()) } else { self.unexpected() }
    }

    fn is_contextual(&self, word: &str) -> bool {
        self.token == Token::Name && self.word == word && !self.word_has_escape
    }

    fn eat_contextual(&mut self, word: &str) -> Step<bool> {
        if !self.is_contextual(word) {
            return Ok(false);
        }
        self.next()?;
        Ok(true)
    }

    fn expect_contextual(&mut self, word: &str) -> Step {
        if self.eat_contextual(word)? { Ok(()) } else { self.unexpected() }
    }

    fn can_insert_semicolon(&self) -> bool {
        matches!(self.token, Token::Eof | Token::BraceR) || self.line_ended
    }

    fn semicolon(&mut self) -> Step {
        if self.eat(Token::Semi)? || self.can_insert_semicolon() { Ok(()) } else { self.unexpected() }
    }

    /// Makes a node from `start` to the end of the previous token.
    fn node(&self, start: usize, kind: Kind<'a>) -> Node<'a> {
        Node { kind, start: start as u32, end: self.previous_end as u32 }
    }

    fn store(&mut self, node: Node<'a>) -> NodeId {
        self.nodes.push(node);
        NodeId(self.nodes.len() as u32 - 1)
    }

    fn get(&self, id: NodeId) -> Node<'a> {
        self.nodes[id.0 as usize]
    }

    /// Moves the elements that are pending since `base` into the store.
    fn close_list(&mut self, base: usize) -> List {
        let start = self.nodes.len() as u32;
        self.nodes.extend(self.pending.drain(base..));
        List { start, end: self.nodes.len() as u32 }
    }
}
