//! Nested repetition: a few tokens, some of them many times, and all of them again and again.
//!
//! The analysis must not overflow its stack, whatever they are, nor take time that grows faster than the text, which
//! the fuzzer's timeout detects.

use arbitrary::{Result, Unstructured};
use oxsec_rules::{Analyzer, RuleSet};

/// The pieces that open, close, end or hide something, or join the text on both sides.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "`",
    "${",
    "'",
    "\"",
    "/",
    "*/",
    "//",
    "/*",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{a0}",
    "\u{85}",
    "\u{200b}",
    "\u{2028}",
    "function",
    "typeof",
    "<T,",
    "<A",
    "\\",
    "\\u{61}",
    "a",
    "1",
    "1.",
    "0x1",
    "0in ",
    "#a",
    "é",
    ".",
    "...",
    "?.",
    ",",
    ";",
    ":",
    "?",
    "<",
    ">",
    "=",
    "=>",
    "+",
    "++",
    "-",
    "--",
    "!",
    "~",
    "**",
    "&&",
    "??",
    "@a",
    "@a(b)\n",
    "#!",
    "<!--",
    "-->",
    "else ",
    "do ",
    "in ",
    "of ",
    "new ",
    "async ",
    "await ",
    "typeof ",
    "void ",
    "delete ",
    "instanceof ",
    "yield ",
    "return ",
    "return\n",
    "default ",
    "case 1:",
    "break\n",
    "continue;",
    "debugger\n",
    "let x=",
    "const ",
    "export ",
    "import ",
    "import(",
    "from ",
    "get ",
    "static ",
    "if(a)",
    "for(;;)",
    "for",
    "while(a)",
    "with(a)",
    "switch(a){",
    "try{",
    "}catch{",
    "}finally{",
    "}else{",
    ";else ",
    "\nelse ",
    ",b",
    "class{",
    "class a extends ",
    "static{",
    "function(){",
    "function f(){",
    "function()\n{",
    "async()=>{",
    "a=>",
    "()=>",
    "a:",
    "a?b:",
    "x=",
    "a.b",
    "a[0]",
    "a()",
    "a`${",
    "({a:",
    "[{",
    "({a(){",
    "(x=",
    "([a=",
    "(a=function(){",
    "x\n(a=",
    "x<(a=",
    "x<{get[",
    "x<(@a(",
    "x<import('a',{with:",
    "a!",
    "<<",
    "/a/",
    "/]/",
    "/)/",
    "/[/]]/",
    "/}/g",
    "'a'",
    "`c`",
    "//]\n",
    "/*)*/",
    "'\\\r\n]'",
    "<a>",
    "</a>",
    "<a b={",
    "let x:",
    "a<b,",
    "as ",
    "readonly ",
    "keyof ",
    "infer ",
    "extends ",
];

/// The beginnings of texts, in which the layers are.
const BEGINNINGS: &[&str] = &["", "x=", "(", "{", "async function f(){", "function*g(){", "#!a`\n", "x=<a>", "type A="];

const EXTENSIONS: &[&str] = &["js", "jsx", "ts", "tsx", "d.ts"];

/// The size of a text in bytes: more tokens than fit on a stack of ordinary size.
const TEXT_BYTES: usize = 200_000;

pub fn nesting(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let Ok((extension, text)) = layers(&mut bytes) else { return };
    let mut analyzer = Analyzer::new(&RuleSet::new());
    let analysis = analyzer.analyze(&format!("a.{extension}"), &text);
    let failed = analysis.messages.iter().find(|message| message.message.starts_with("oxsec failed"));
    assert!(failed.is_none(), "{failed:?}");
}

fn layers(bytes: &mut Unstructured) -> Result<(&'static str, String)> {
    let extension = bytes.choose(EXTENSIONS)?;
    let mut text = (*bytes.choose(BEGINNINGS)?).to_string();
    let mut layer = String::new();
    for _ in 0..bytes.int_in_range(1..=10)? {
        let piece = bytes.choose(PIECES)?;
        layer.push_str(&piece.repeat(*bytes.choose(&[1, 1, 1, 1, 3, 100])?));
    }
    text.push_str(&layer.repeat(TEXT_BYTES / layer.len()));
    Ok((extension, text))
}
