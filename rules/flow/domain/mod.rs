//! Abstract domains: an upper bound of the characters that an attacker can bring into a value, which shows why no input
//! does damage.
//!
//! The witness search proves that an input does damage; that it finds none proves nothing. Here terms are evaluated to
//! sets of characters that no input can leave. A value that is not understood may be any character.

mod chars;
mod limits;

pub(super) use chars::Chars;
use limits::Limit;

use std::cell::Cell;

use oxc_syntax::node::NodeId;

use super::{Condition, Const, Flow, Logic, Shape, Term, TermKind, term::EachMethod};

/// The maximum number of terms that are evaluated and compared for one sink.
pub(super) const MAX_TERMS: usize = 6_000;

/// The maximum nesting of terms that are evaluated.
const MAX_DEPTH: usize = 100;

/// The characters that an attacker can bring into a value, and the place that keeps others out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub chars: Chars,
    /// The check or call that leaves no more.
    pub by: Option<NodeId>,
}

impl Reach {
    const NONE: Self = Self { chars: Chars::NONE, by: None };
    const ALL: Self = Self { chars: Chars::ALL, by: None };

    fn or(self, other: Self) -> Self {
        Self { chars: self.chars.or(other.chars), by: self.by.or(other.by) }
    }

    /// Returns the reach of the text that the value is converted to: no longer an object or an array.
    fn text(mut self) -> Self {
        self.chars.structured = false;
        self
    }
}

/// Returns the characters that an attacker can bring into a term where these conditions hold, and the number of terms
/// that were examined.
pub(super) fn reach(flow: &Flow<'_>, term: Term, conditions: &[Condition]) -> (Reach, usize) {
    let left = Cell::new(MAX_TERMS);
    let mut domains = Domains { flow, limits: Vec::new(), bound: Vec::new(), left, depth: 0 };
    for &condition in conditions {
        domains.hold(condition);
    }
    let reach = domains.eval(term);
    (reach, MAX_TERMS - domains.left.get())
}

struct Domains<'f, 'a> {
    flow: &'f Flow<'a>,
    /// The limits that the conditions put on terms.
    limits: Vec<Limit>,
    /// The values of the elements that functions are applied to, by the number of their [`TermKind::Bound`].
    bound: Vec<(u32, Reach)>,
    left: Cell<usize>,
    depth: usize,
}

impl Domains<'_, '_> {
    fn eval(&mut self, term: Term) -> Reach {
        if !self.spend() || self.depth >= MAX_DEPTH {
            return Reach::ALL;
        }
        self.depth += 1;
        let mut reach = self.structure(term);
        self.depth -= 1;
        if reach.chars.is_some() {
            for limit in self.limits_of(term) {
                let chars = reach.chars.and(limit.chars);
                if chars != reach.chars {
                    reach = Reach { chars, by: Some(limit.at) };
                }
            }
        }
        reach
    }

    /// Counts a term that is examined; returns whether the budget allows it.
    fn spend(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    fn any_of(&mut self, terms: impl IntoIterator<Item = Term>) -> Reach {
        terms.into_iter().fold(Reach::NONE, |all, term| all.or(self.eval(term)))
    }

    /// Evaluates a term where further conditions hold.
    fn eval_where(&mut self, term: Term, conditions: &[Condition]) -> Reach {
        let before = self.limits.len();
        for &condition in conditions {
            self.hold(condition);
        }
        let reach = self.eval(term);
        self.limits.truncate(before);
        reach
    }

    fn structure(&mut self, term: Term) -> Reach {
        let flow = self.flow;
        let kind = flow.kind_of(term);
        match kind {
            TermKind::None | TermKind::Const(_) | TermKind::Function(..) | TermKind::Class(_) | TermKind::AnyOf(_) => {
                Reach::NONE
            }
            TermKind::Api(path) if is_of_the_program(path) => Reach::NONE,
            &TermKind::Source(source) => {
                let structured = flow.source(source).shape != Shape::Text;
                Reach { chars: Chars { structured, ..Chars::ALL }, by: None }
            }
            TermKind::Unknown | TermKind::Api(_) | TermKind::Instance(..) | TermKind::Call { .. } => Reach::ALL,
            TermKind::Concat(parts) => self.any_of(parts.iter().copied()).text(),
            TermKind::Union(_) | TermKind::Array { .. } | TermKind::Object { .. } => {
                let mut all = Reach::NONE;
                kind.each_part(|part| all = all.or(self.eval(part)));
                all
            }
            &TermKind::Spread(value) => self.eval(value),
            TermKind::Guarded(value, conditions) => self.eval_where(*value, conditions),
            &TermKind::Choice(test, yes, no) => {
                let yes = self.eval_where(yes, &[Condition { term: test, holds: true }]);
                yes.or(self.eval_where(no, &[Condition { term: test, holds: false }]))
            }
            &TermKind::Logic(Logic::And, left, right) => {
                let right = self.eval_where(right, &[Condition { term: left, holds: true }]);
                right.or(self.eval(left))
            }
            &TermKind::Logic(_, left, right) => self.any_of([left, right]),
            TermKind::Property(_, name) if &**name == "length" => Reach { chars: Chars::number(), by: None },
            &TermKind::Property(object, _) => self.eval(object),
            &TermKind::Bound(number, _) => {
                self.bound.iter().rev().find(|(known, _)| *known == number).map_or(Reach::ALL, |&(_, reach)| reach)
            }
            &TermKind::Each { method, list, bound, body } => self.each(method, list, bound, body),
            TermKind::Op(name, arguments) => self.operation(term, name, arguments),
        }
    }

    fn each(&mut self, method: EachMethod, list: Term, bound: u32, body: Term) -> Reach {
        let elements = self.eval(list);
        match method {
            EachMethod::Every | EachMethod::Some => Reach::NONE,
            EachMethod::Map => {
                self.bound.push((bound, elements));
                let mapped = self.eval(body);
                self.bound.pop();
                mapped
            }
            EachMethod::Filter | EachMethod::Find => {
                let limit = self.limit_of_bound(bound, body);
                match limit {
                    Some(limit) => Reach { chars: elements.chars.and(limit.chars), by: Some(limit.at) },
                    None => elements,
                }
            }
        }
    }

    fn operation(&mut self, term: Term, name: &str, arguments: &[Term]) -> Reach {
        if is_number(name) {
            let any = self.any_of(arguments.iter().copied());
            let by = Some(self.flow.place(term));
            // A number that the program alone decides stays its own.
            return if any.chars.is_some() { Reach { chars: Chars::number(), by } } else { Reach::NONE };
        }
        if gives_truth(name) {
            return Reach::NONE;
        }
        let Some(&first) = arguments.first() else { return Reach::ALL };
        let mut all = self.any_of(arguments.iter().copied());
        if !all.chars.is_some() {
            return Reach::NONE;
        }
        let by = Some(self.flow.place(term));
        match name {
            "path.basename" => {
                let chars = self.eval(first).chars.without(Chars::of("/"));
                Reach { chars, by }
            }
            "path.extname" => {
                Reach { chars: Chars { dots: false, ..self.eval(first).chars.without(Chars::of("/")) }, by }
            }
            "path.resolve" => {
                // An absolute name leads anywhere, without a dot.
                let later = self.any_of(arguments.iter().skip(1).copied());
                all.chars.dots |= later.chars.has('/') && later.chars.outside;
                all.text()
            }
            "encodeURIComponent" | "querystring.escape" => {
                let plain = |unit: u32| char::from_u32(unit).is_some_and(|it| it.is_ascii_alphanumeric());
                Reach { chars: all.chars.and(Chars::that(plain).or(Chars::of("-_.!~*'()"))).or(Chars::of("%")), by }
            }
            ".toLowerCase" | ".toUpperCase" => {
                let first = self.eval(first);
                Reach { chars: first.chars.in_any_case(), ..first }.text()
            }
            ".substring" | ".substr" | ".trim" | ".trimStart" | ".trimEnd" | ".toString" | ".charAt" | "String" => {
                self.eval(first).text()
            }
            ".slice" | ".at" | ".split" | ".pop" | ".shift" | ".reverse" | ".sort" | ".valueOf" => self.eval(first),
            ".replace" | ".replaceAll" => self.replaced(term, name, arguments).unwrap_or(Reach::ALL).text(),
            ".join" | ".padStart" | ".padEnd" | "path.join" | "path.normalize" | "path.dirname" => all.text(),
            "+" | ".concat" | "Array.from" | "Array.of" | "Set" | "Object.freeze" | "Object.values" | "Object.keys"
            | "[…]" | "rest" => all,
            _ => Reach::ALL,
        }
    }

    /// Returns the reach of `text.replace(what, new)`. If every character of a set is replaced, none of the set is left
    /// but those of `new`.
    fn replaced(&mut self, term: Term, name: &str, arguments: &[Term]) -> Option<Reach> {
        let &[text, what, new] = arguments else { return None };
        let before = self.eval(text);
        let new = self.flow.constant_text(new)?;
        if new.contains('$') {
            return None;
        }
        let removed = match self.flow.kind_of(what) {
            TermKind::Const(Const::RegExp { pattern, flags }) => {
                let regexp = self.flow.patterns.get(pattern, flags)?;
                if regexp.global || name == ".replaceAll" { regexp.single_characters() } else { None }
            }
            TermKind::Const(Const::String(what)) if name == ".replaceAll" && what.chars().count() == 1 => {
                Some(Chars::of(what))
            }
            _ => None,
        };
        // Removing text from the middle may join characters that were apart.
        let glued = |chars: Chars| Chars { dots: chars.has('.'), ..chars };
        Some(match removed {
            Some(removed) => Reach {
                chars: glued(before.chars.without(removed).or(Chars::of(&new))),
                by: Some(self.flow.place(term)),
            },
            None => Reach { chars: glued(before.chars.or(Chars::of(&new))), by: before.by },
        })
    }
}

/// Returns whether the program alone decides a value of a module or a global.
fn is_of_the_program(path: &str) -> bool {
    const VALUES: &[&str] = &[
        "Date.now()",
        "Math.random()",
        "__dirname",
        "__filename",
        "crypto.randomUUID()",
        "import.meta.dirname",
        "import.meta.filename",
        "import.meta.url",
        "os.EOL",
        "os.homedir()",
        "os.tmpdir()",
        "path.delimiter",
        "path.sep",
        "process.cwd()",
        "process.pid",
        "process.platform",
    ];
    VALUES.contains(&path)
}

/// Returns whether an operation gives a number, or NaN.
fn is_number(name: &str) -> bool {
    matches!(
        name,
        "-" | "*"
            | "/"
            | "%"
            | "**"
            | "|"
            | "&"
            | "^"
            | "<<"
            | ">>"
            | ">>>"
            | "~"
            | "negate"
            | "number"
            | "Number"
            | "BigInt"
            | "parseInt"
            | "Number.parseInt"
            | "parseFloat"
            | "Number.parseFloat"
            | ".indexOf"
            | ".lastIndexOf"
            | ".search"
            | ".localeCompare"
    ) || name.starts_with("Math.")
}

/// Returns whether an operation gives one of a few values of the language: true or false, the name of a type.
fn gives_truth(name: &str) -> bool {
    matches!(
        name,
        "==="
            | "!=="
            | "=="
            | "!="
            | "<"
            | ">"
            | "<="
            | ">="
            | "!"
            | "typeof"
            | "in"
            | "instanceof"
            | "delete"
            | "isNaN"
            | "isFinite"
            | "Boolean"
            | "Array.isArray"
            | "Object.hasOwn"
            | "path.isAbsolute"
            | ".test"
            | ".includes"
            | ".startsWith"
            | ".endsWith"
            | ".has"
            | ".every"
            | ".some"
            | ".hasOwnProperty"
    ) || name.starts_with("Number.is")
}
