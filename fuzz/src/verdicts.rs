//! Programs that are nearly right: what espree refuses and oxc may let pass, in every combination.
//!
//! The parser has the recogniser read only what looks as if espree might refuse it. That nothing else is wrong is a
//! debug assertion of its own, which this tries to break.

use arbitrary::{Error, Result, Unstructured};
use oxc_allocator::Allocator;
use oxsec_rules::parse::{Language, parse};

/// One kind of code: its forms, in which `@` and a letter are replaced by code of another kind. The first few forms
/// contain no more of their own kind.
struct Kind {
    leaves: usize,
    forms: &'static [&'static str],
}

const fn kind(leaves: usize, forms: &'static [&'static str]) -> Kind {
    Kind { leaves, forms }
}

const NAME: Kind = kind(4, &["a", "b", "c", "arguments", "await", "async", "eval", "let", "of", "static", "yield"]);

const LABEL: Kind = kind(2, &["l", "m", "await", "eval", "let", "yield"]);

const PRIVATE: Kind = kind(2, &["#p", "#q", "#constructor"]);

const KEYWORD: Kind = kind(
    4,
    &["default", "delete", "return", "catch", "class", "function", "if", "in", "new", "null", "of", "while", "yield"],
);

const EXPRESSION: Kind = kind(
    16,
    &[
        "@n",
        "arguments",
        "this.@h",
        "a?.@k",
        "1",
        "010",
        "08.5",
        "1_0",
        "'\\\\1'",
        "'\\1'",
        "/=a/",
        "/a/g",
        "/[\\cA]/",
        "/(?<a>b)(?<c>d)/",
        "/(?<a>b)|(?<a>c)/",
        "/\\\\c/",
        "(@e)",
        "(@e) = @e",
        "@e = @e",
        "@e ??= @e",
        "[@e] = @e",
        "({a: @e} = @e)",
        "@n++",
        "--@e",
        "@e.@h",
        "@e?.@h",
        "super.@h",
        "super.a",
        "super(@e)",
        "new.target",
        "@h in @e",
        "delete @e",
        "a?.@k / @e / @e",
        "a?.@k(@e)",
        "a?.@k\n@e",
        "@e / @e",
        "@e\n/a/g",
        "@e && @e",
        "@e ?? @e",
        "@e || @e",
        "@e ** @e",
        "-@e",
        "typeof @e",
        "@e in @e",
        "@e ? @e : @e",
        "(@e, @e)",
        "[@e, ...@e]",
        "f(@e, ...@e)",
        "new @e(@e)",
        "new a?.b()",
        "@e`a`",
        "@e?.`a`",
        "`a${@e}`",
        "`\\1`",
        "await @e",
        "yield",
        "yield @e",
        "({@o, @o})",
        "({@o, @o} = @e)",
        "(@p) => @e",
        "(@p, @p) => @b",
        "async (@p) => @b",
        "async @n => @e",
        "(@n)\n=> @e",
        "((@n)) => @e",
        "(function @n(@p) @b)",
        "(function* (@p) @b)",
        "(class @x)",
        "import.meta",
        "import(@e)",
        "import(@e, @e)",
        "import.meta = @e",
    ],
);

const PROPERTY: Kind = kind(
    6,
    &[
        "@n",
        "__proto__",
        "__proto__() {}",
        "a: 1",
        "get a() {}",
        "get a(...b) {}",
        "__proto__: @e",
        "'__proto__': @e",
        "['__proto__']: @e",
        "@n = @e",
        "@n: @e",
        "...@e",
        "set a(@p) @b",
        "async *a(@p) @b",
        "a() { super.b }",
    ],
);

const PATTERN: Kind = kind(1, &["@n", "@p = @e", "{a: @p}", "{@n}", "{@n = @e}", "[@p, @p]", "[...@p]", "...@p"]);

const BLOCK: Kind = kind(1, &["{}", "{ @s }", "{ @s\n@s }", "{ @s; @s; @s }", "{ 'use strict'; @s }"]);

const MEMBER: Kind = kind(
    4,
    &[
        "@h;",
        "a;",
        "get @h() {}",
        "set @h(a) {}",
        "@h = @e;",
        "a = @e;",
        "[@e] = @e;",
        "@h() @b",
        "a(@p) @b",
        "constructor(@p) @b",
        "static prototype() @b",
        "static a = @e;",
        "static { @s }",
        "async *@h(@p) @b",
        "default a() @b",
    ],
);

const CLASS: Kind = kind(1, &["{}", "{ @m }", "{ @m @m }", "{ @m @m @m }", "extends @e { @m @m }"]);

const STATEMENT: Kind = kind(
    8,
    &[
        "@e",
        "break",
        "break @l",
        "continue",
        "continue @l",
        "debugger",
        "return",
        "import @n from 'a'",
        "return @e",
        "throw @e",
        "var @p = @e",
        "let @p = @e",
        "const @p = @e",
        "let @n",
        "const @n",
        "@b",
        "@l: @s",
        "@l: for (;;) @s",
        "if (@e) @s",
        "if (@e) @s; else @s",
        "for (@n of @e) @s",
        "for (var @n in @e) @s",
        "for (let @p of @e) @s",
        "for (const @n = @e in @e) @s",
        "for (@e of @e) @s",
        "for await (@p of @e) @s",
        "for (let @n = @e;;) @s",
        "while (@e) @s",
        "do @s\nwhile (@e) @s",
        "switch (@e) { case @e: @s; default: @s }",
        "try @b catch (@p) @b",
        "try @b finally @b",
        "with (@e) @s",
        "function @n(@p, @p) @b",
        "async function @n(@p) @b",
        "function* @n(@p) @b",
        "class A @x",
        "class @n @x",
        "import {@n, a as @n} from 'a'",
        "import * as @n from 'a'",
        "import a from 'a' with {}",
        "export {@n}",
        "export {@n as @k, @n}",
        "export {@n} from 'a'",
        "export {a as 'b'}",
        "export * as @k from 'a'",
        "export default @e",
        "export default class @x",
        "export const @p = @e",
        "export function @n(@p) @b",
    ],
);

/// The depth to which code is within code.
const MAX_DEPTH: usize = 4;

/// Checks programs made from the bytes, read as ESLint reads them. They are short, for one mistake is enough to refuse
/// one.
pub fn verdicts(data: &[u8]) {
    let mut allocator = Allocator::default();
    let mut program = Program { bytes: Unstructured::new(data), text: String::new() };
    while program.make().is_ok() {
        // Its verdict does not matter, only that its own assertions hold.
        let _ = parse(&allocator, &program.text, Language::JavaScript);
        allocator.reset();
    }
}

struct Program<'u> {
    bytes: Unstructured<'u>,
    text: String,
}

impl Program<'_> {
    /// Makes the next one.
    fn make(&mut self) -> Result<()> {
        self.text.clear();
        if self.bytes.is_empty() {
            return Err(Error::NotEnoughData);
        }
        for _ in 0..self.bytes.int_in_range(1..=3)? {
            self.put("@s;\n", MAX_DEPTH)?;
        }
        Ok(())
    }

    /// Writes a form, with code for each `@`.
    fn put(&mut self, form: &str, depth: usize) -> Result<()> {
        let mut parts = form.split('@');
        self.text += parts.next().unwrap_or_default();
        for part in parts {
            let (letter, rest) = part.split_at(1);
            self.put_one(letter, depth)?;
            self.text += rest;
        }
        Ok(())
    }

    fn put_one(&mut self, letter: &str, depth: usize) -> Result<()> {
        let Kind { leaves, forms } = match letter {
            "b" => BLOCK,
            "e" => EXPRESSION,
            "h" => PRIVATE,
            "k" => KEYWORD,
            "l" => LABEL,
            "m" => MEMBER,
            "n" => NAME,
            "o" => PROPERTY,
            "p" => PATTERN,
            "s" => STATEMENT,
            "x" => CLASS,
            _ => unreachable!("no kind of code has the letter {letter}"),
        };
        let forms = if depth == 0 { &forms[..leaves] } else { forms };
        let form = *self.bytes.choose(forms)?;
        self.put(form, depth.saturating_sub(1))
    }
}
