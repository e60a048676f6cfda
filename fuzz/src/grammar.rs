//! JavaScript made from bytes: programs that parse, with the names that the rules look for.
//!
//! Over 600 lines: one grammar, whose productions call one another.

use arbitrary::{Result, Unstructured};

use super::analysis::hold;

/// Functions, objects and modules that rules know, and some that no rule knows.
const NAMES: [&str; 56] = [
    "a",
    "b",
    "pool",
    "client",
    "req",
    "res",
    "fs",
    "child_process",
    "exec",
    "spawn",
    "eval",
    "jwt",
    "crypto",
    "Buffer",
    "buffer",
    "JSON",
    "Math",
    "process",
    "console",
    "path",
    "os",
    "axios",
    "fetch",
    "XMLHttpRequest",
    "DOMParser",
    "RegExp",
    "Function",
    "setTimeout",
    "require",
    "document",
    "window",
    "localStorage",
    "password",
    "secret",
    "token",
    "user",
    "userInput",
    "email",
    "isAdmin",
    "role",
    "key",
    "index",
    "options",
    "data",
    "ldap",
    "xpath",
    "yaml",
    "vm",
    "unzip",
    "archive",
    "entry",
    "graphql",
    "app",
    "router",
    "Pool",
    "öé",
];

const PROPERTIES: [&str; 64] = [
    "query",
    "connect",
    "release",
    "end",
    "exec",
    "execSync",
    "spawn",
    "readFile",
    "readFileSync",
    "writeFile",
    "unlink",
    "existsSync",
    "stat",
    "open",
    "join",
    "resolve",
    "startsWith",
    "includes",
    "sign",
    "verify",
    "decode",
    "createHash",
    "createCipheriv",
    "createCipher",
    "pbkdf2",
    "randomBytes",
    "random",
    "timingSafeEqual",
    "parse",
    "stringify",
    "load",
    "body",
    "params",
    "headers",
    "user",
    "password",
    "secret",
    "token",
    "role",
    "isAdmin",
    "send",
    "json",
    "log",
    "error",
    "get",
    "post",
    "use",
    "test",
    "match",
    "replace",
    "split",
    "push",
    "length",
    "slice",
    "readUInt8",
    "alloc",
    "search",
    "evaluate",
    "extractAllTo",
    "innerHTML",
    "setItem",
    "then",
    "env",
    "constructor",
];

const STRINGS: [&str; 40] = [
    "'a'",
    "''",
    "'SELECT * FROM users'",
    "'INSERT INTO t (a) VALUES ($1, $2)'",
    "'BEGIN'",
    "'COMMIT'",
    "'SET search_path TO x'",
    "'COPY t FROM stdin'",
    "'pg'",
    "'fs'",
    "'child_process'",
    "'node:crypto'",
    "'jsonwebtoken'",
    "'md5'",
    "'sha1'",
    "'des-ecb'",
    "'aes-256-cbc'",
    "'none'",
    "'HS256'",
    "'RS256'",
    "'password123'",
    "'sk_live_0123456789abcdefghij'",
    "'-----BEGIN PUBLIC KEY-----'",
    "'../../etc/passwd'",
    "'/tmp/x'",
    "'__proto__'",
    "'(uid='",
    "'//user[@name=\"'",
    "'<!DOCTYPE a [<!ENTITY b SYSTEM \"c\">]>'",
    "'<script>'",
    "'javascript:'",
    "'*'",
    "'%s %d'",
    "'postgres://u:p@h/d'",
    "\"use strict\"",
    "'\\u{1F600}'",
    "'😀'",
    "'\\\n'",
    "'lodahs'",
    "'query { a }'",
];

const REGULAR_EXPRESSIONS: [&str; 12] = [
    "/a/",
    "/(a+)+$/",
    "/(a|a)*b/g",
    "/^.*.*$/u",
    "/[^]/",
    "/\\bé\\w/iu",
    "/(?:a*)*/",
    "/(?<n>a)\\k<n>/",
    "/😀+/u",
    "/[\\p{L}--a]/v",
    "/(.*)+x/s",
    "/(?<!a)b{2,}/",
];

const OPERATORS: [&str; 22] = [
    "+",
    "===",
    "==",
    "!=",
    "!==",
    "&&",
    "||",
    "??",
    "<",
    ">=",
    "-",
    "*",
    "/",
    "%",
    "|",
    "^",
    "&",
    "<<",
    ">>>",
    "instanceof",
    "in",
    ",",
];

const LITERALS: [&str; 10] = ["1", "0", "10n", "0x7fffffff", "1e999", "true", "null", "undefined", "this", "-1"];

/// The depth to which the code nests.
const MAX_DEPTH: usize = 6;

/// Checks a script made from the bytes.
pub fn analyze_grammar(data: &[u8]) {
    let mut script = Script { u: Unstructured::new(data), text: String::new(), jsx: false, names: 0 };
    if script.program().is_ok() {
        hold(if script.jsx { "answer.jsx" } else { "answer.js" }, &script.text);
    }
}

struct Script<'u> {
    u: Unstructured<'u>,
    text: String,
    jsx: bool,
    /// The number of declared names, so that each is a new one.
    names: usize,
}

impl Script<'_> {
    fn program(&mut self) -> Result<()> {
        self.jsx = self.u.ratio(1, 4)?;
        if self.u.ratio(1, 8)? {
            self.text += "'use strict';\n";
        }
        while !self.u.is_empty() && self.text.len() < 16 << 10 {
            if self.u.ratio(1, 12)? {
                self.import()?;
            } else {
                self.statement(MAX_DEPTH)?;
            }
            self.text += "\n";
        }
        Ok(())
    }

    fn put(&mut self, text: &str) -> &mut Self {
        self.text += text;
        self
    }

    fn pick(&mut self, choices: &[&'static str]) -> Result<()> {
        let choice = self.u.choose(choices)?;
        self.text += choice;
        Ok(())
    }

    fn name(&mut self) -> Result<()> {
        self.pick(&NAMES)
    }

    /// Writes a new name, so that nothing is declared twice.
    fn declared(&mut self) -> Result<()> {
        let stem = self.u.choose(&NAMES)?;
        self.text += &format!("{stem}{}", self.names);
        self.names += 1;
        Ok(())
    }

    fn import(&mut self) -> Result<()> {
        self.put("import ");
        match self.u.int_in_range(0..=3)? {
            0 => self.declared()?,
            1 => {
                self.put("* as ");
                self.declared()?;
            }
            2 => {
                self.put("{ ");
                self.pick(&PROPERTIES)?;
                self.put(" as ");
                self.declared()?;
                self.put(" }");
            }
            _ => {
                self.put("'fs';");
                return Ok(());
            }
        }
        self.put(" from ");
        self.pick(&[
            "'fs'",
            "'pg'",
            "'child_process'",
            "'lodahs'",
            "'jsonwebtoken'",
            "'./a.js'",
            "\"crypto-js\"",
            "'xml2js'",
        ])?;
        self.put(";");
        Ok(())
    }

    fn block(&mut self, depth: usize) -> Result<()> {
        self.put("{ ");
        for _ in 0..self.u.int_in_range(0..=3)? {
            self.statement(depth)?;
            self.put(" ");
        }
        self.put("}");
        Ok(())
    }

    fn parameters(&mut self, depth: usize) -> Result<()> {
        self.put("(");
        for _ in 0..self.u.int_in_range(0..=2)? {
            match self.u.int_in_range(0..=3)? {
                0 => self.declared()?,
                1 => {
                    self.declared()?;
                    self.put(" = ");
                    self.operand(depth)?;
                }
                2 => {
                    self.put("{ ");
                    self.pick(&PROPERTIES)?;
                    self.put(": ");
                    self.declared()?;
                    self.put(" }");
                }
                _ => {
                    self.put("[");
                    self.declared()?;
                    self.put("]");
                }
            }
            self.put(", ");
        }
        self.put(")");
        Ok(())
    }

    fn statement(&mut self, depth: usize) -> Result<()> {
        let Some(below) = depth.checked_sub(1) else {
            self.operand(0)?;
            self.put(";");
            return Ok(());
        };
        match self.u.int_in_range(0..=19)? {
            0..=4 => {
                // An expression that cannot begin a declaration or a block.
                self.put("(");
                self.expression(below)?;
                self.put(");");
            }
            5..=7 => {
                self.pick(&["const ", "let ", "var "])?;
                match self.u.int_in_range(0..=2)? {
                    0 => self.declared()?,
                    1 => {
                        self.put("{ ");
                        self.pick(&PROPERTIES)?;
                        self.put(": ");
                        self.declared()?;
                        self.put(", ...");
                        self.declared()?;
                        self.put(" }");
                    }
                    _ => {
                        self.put("[, ");
                        self.declared()?;
                        self.put("]");
                    }
                }
                self.put(" = ");
                self.operand(below)?;
                self.put(";");
            }
            8 => {
                self.put("if (");
                self.expression(below)?;
                self.put(") ");
                self.block(below)?;
                if self.u.ratio(1, 3)? {
                    self.put(" else ");
                    self.block(below)?;
                }
            }
            9 => {
                self.put("for (");
                self.pick(&["const ", "let ", "var "])?;
                self.declared()?;
                self.pick(&[" of ", " in "])?;
                self.operand(below)?;
                self.put(") ");
                self.block(below)?;
            }
            10 => {
                self.put("for (let i = 0; ");
                self.expression(below)?;
                self.put("; i++) ");
                self.block(below)?;
            }
            11 => {
                self.put("while (");
                self.expression(below)?;
                self.put(") ");
                self.block(below)?;
            }
            12 => {
                self.put("do ");
                self.block(below)?;
                self.put(" while (");
                self.expression(below)?;
                self.put(");");
            }
            13 => {
                self.pick(&["function ", "async function ", "function* ", "async function* "])?;
                self.declared()?;
                self.parameters(below)?;
                self.put(" ");
                self.block(below)?;
            }
            14 => {
                self.put("class ");
                self.declared()?;
                self.class(below)?;
            }
            15 => {
                self.put("try ");
                self.block(below)?;
                self.pick(&[" catch { } finally ", " catch (e) ", " finally "])?;
                self.block(below)?;
            }
            16 => {
                self.put("switch (");
                self.expression(below)?;
                self.put(") { case ");
                self.operand(below)?;
                self.put(": ");
                self.statement(below)?;
                self.pick(&[" break; ", " "])?;
                self.put("default: ");
                self.block(below)?;
                self.put(" }");
            }
            17 => {
                self.put("label: ");
                self.block(below)?;
            }
            18 => self.comment()?,
            _ => {
                self.put("throw ");
                self.operand(below)?;
                self.put(";");
            }
        }
        Ok(())
    }

    fn class(&mut self, depth: usize) -> Result<()> {
        if self.u.ratio(1, 3)? {
            self.put(" extends ");
            self.operand(depth)?;
        }
        self.put(" { ");
        for _ in 0..self.u.int_in_range(0..=3)? {
            match self.u.int_in_range(0..=4)? {
                0 => {
                    self.pick(&["async ", "static ", "*", "static async *", ""])?;
                    self.pick(&["find", "query", "'login'", "#hidden", "[computed]", "0"])?;
                    self.names += 1;
                    let number = self.names;
                    if self.text.ends_with("#hidden") {
                        self.put(&number.to_string());
                    }
                    self.parameters(depth)?;
                    self.put(" ");
                    self.block(depth)?;
                }
                1 => {
                    self.pick(&["password", "static secret", "['key']"])?;
                    self.put(" = ");
                    self.operand(depth)?;
                    self.put(";");
                }
                2 => {
                    self.put("static ");
                    self.block(depth)?;
                }
                3 => {
                    self.put("get role() { return ");
                    self.operand(depth)?;
                    self.put("; }");
                }
                _ => self.comment()?,
            }
            self.put(" ");
        }
        self.put("}");
        Ok(())
    }

    fn comment(&mut self) -> Result<()> {
        self.pick(&[
            "// eslint-disable-line",
            "/* eslint-disable */",
            "/* eslint-enable */",
            "// eslint-disable-next-line pg/no-select-all -- why not",
            "/* eslint secure-coding/detect-object-injection: 0 */",
            "/* @validated */",
            "/** @param {string} password */",
            "// nosec",
            "/* 😀 */",
        ])?;
        self.put("\n");
        Ok(())
    }

    fn expression(&mut self, depth: usize) -> Result<()> {
        self.operand(depth)?;
        let Some(below) = depth.checked_sub(1) else { return Ok(()) };
        if self.u.ratio(1, 3)? {
            self.put(" ");
            self.pick(&OPERATORS)?;
            self.put(" (");
            self.expression(below)?;
            self.put(")");
        }
        Ok(())
    }

    fn arguments(&mut self, depth: usize) -> Result<()> {
        self.put("(");
        for _ in 0..self.u.int_in_range(0..=3)? {
            if self.u.ratio(1, 10)? {
                self.put("...");
            }
            self.operand(depth)?;
            self.put(", ");
        }
        self.put(")");
        Ok(())
    }

    /// Writes an operand, which may be anywhere in an expression without parentheses of its own.
    fn operand(&mut self, depth: usize) -> Result<()> {
        let Some(below) = depth.checked_sub(1) else {
            return match self.u.int_in_range(0..=3)? {
                0 => self.name(),
                1 => self.pick(&STRINGS),
                2 => self.pick(&LITERALS),
                _ => self.pick(&REGULAR_EXPRESSIONS),
            };
        };
        match self.u.int_in_range(0..=19)? {
            0 => self.operand(0)?,
            1..=5 => {
                self.name()?;
                for _ in 0..self.u.int_in_range(0..=2)? {
                    self.member(below)?;
                }
                self.pick(&["", "", "?."])?;
                self.arguments(below)?;
            }
            6..=7 => {
                self.name()?;
                self.member(below)?;
                self.member(below)?;
            }
            8 => {
                self.put("new ");
                self.name()?;
                self.arguments(below)?;
            }
            9..=10 => {
                self.pick(&["`", "String.raw`"])?;
                for _ in 0..self.u.int_in_range(0..=2)? {
                    self.pick(&[
                        "SELECT * FROM ",
                        "(uid=",
                        "rm -rf ",
                        "<a href=",
                        "\\n",
                        "\r\n",
                        "😀",
                        "//user[",
                        "query { ",
                    ])?;
                    self.put("${");
                    self.expression(below)?;
                    self.put("}");
                }
                self.put("`");
            }
            11 => {
                self.put("({ ");
                for _ in 0..self.u.int_in_range(0..=3)? {
                    match self.u.int_in_range(0..=3)? {
                        0 => self.name()?,
                        1 => {
                            self.put("...");
                            self.operand(below)?;
                        }
                        2 => {
                            self.put("[");
                            self.operand(below)?;
                            self.put("]: ");
                            self.operand(below)?;
                        }
                        _ => {
                            self.pick(&PROPERTIES)?;
                            self.put(": ");
                            self.operand(below)?;
                        }
                    }
                    self.put(", ");
                }
                self.put("})");
            }
            12 => {
                self.put("[");
                for _ in 0..self.u.int_in_range(0..=3)? {
                    self.pick(&["", ", ", "..."])?;
                    self.operand(below)?;
                    self.put(", ");
                }
                self.put("]");
            }
            13..=14 => {
                self.pick(&["(", "(async "])?;
                self.parameters(below)?;
                self.put(" => ");
                self.block(below)?;
                self.put(")");
            }
            15 => {
                self.pick(&["!", "typeof ", "void ", "-", "delete a."])?;
                self.name()?;
                self.member(below)?;
            }
            16 => {
                self.put("(");
                self.expression(below)?;
                self.put(" ? ");
                self.operand(below)?;
                self.put(" : ");
                self.operand(below)?;
                self.put(")");
            }
            17 => {
                self.put("(");
                self.name()?;
                self.member(below)?;
                self.pick(&[" = ", " += ", " ??= "])?;
                self.operand(below)?;
                self.put(")");
            }
            18 => {
                self.pick(&["(await ", "import("])?;
                self.operand(below)?;
                self.put(")");
            }
            _ if self.jsx => {
                self.put("<a href=");
                self.pick(&["\"x&amp;\"", "'😀'"])?;
                self.put(" dangerouslySetInnerHTML={{ __html: ");
                self.operand(below)?;
                self.put(" }}>text &lt; {");
                self.operand(below)?;
                self.put("}</a>");
            }
            _ => {
                self.put("(class");
                self.class(below)?;
                self.put(")");
            }
        }
        Ok(())
    }

    fn member(&mut self, depth: usize) -> Result<()> {
        match self.u.int_in_range(0..=5)? {
            0 => {
                self.put("[");
                self.operand(depth)?;
                self.put("]");
            }
            1 => {
                self.put(".");
                self.pick(&PROPERTIES)?;
                self.arguments(depth)?;
            }
            _ => {
                self.put(".");
                self.pick(&PROPERTIES)?;
            }
        }
        Ok(())
    }
}
