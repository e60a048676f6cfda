//! The effect of words on the nesting around them.

/// The effect of a word on the nesting around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Operand,
    /// It joins the text before it to the text after it.
    Infix,
    /// An infix or a name.
    DubiousInfix,
    /// An operand follows on the same level.
    Prefix,
    /// A prefix or a name, or a word after which a slash divides.
    DubiousPrefix,
    /// A parenthesis and a statement follow.
    Head,
    /// A head, or the end of a `do` statement.
    While,
    /// A statement follows.
    Do,
    /// A statement follows, and the word continues the statement before it.
    Else,
    /// A block follows, and the word continues the statement before it.
    Handler,
    /// The statement ends after it, at the end of its line at the latest.
    Jump,
}

impl Word {
    pub(super) fn of(word: &[u8]) -> Self {
        match word {
            b"extends" | b"in" | b"instanceof" => Self::Infix,
            b"as" | b"is" | b"of" | b"satisfies" => Self::DubiousInfix,
            b"case" | b"default" | b"delete" | b"new" | b"return" | b"throw" | b"typeof" | b"void" => Self::Prefix,
            b"abstract" | b"accessor" | b"asserts" | b"async" | b"await" | b"class" | b"declare" | b"export"
            | b"function" | b"infer" | b"keyof" | b"override" | b"private" | b"protected" | b"public" | b"readonly"
            | b"static" | b"unique" | b"yield" => Self::DubiousPrefix,
            b"for" | b"if" | b"with" => Self::Head,
            b"while" => Self::While,
            b"do" => Self::Do,
            b"else" => Self::Else,
            b"catch" | b"finally" => Self::Handler,
            b"break" | b"continue" | b"debugger" => Self::Jump,
            _ => Self::Operand,
        }
    }
}

/// Returns whether a byte belongs to ASCII names and numbers. It has no branch: many bytes are tested at a time.
pub(super) const fn is_word(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit | (byte == b'_')
}

/// The class of each byte: one of [`PLAIN`], [`PART`], [`MAY_BEGIN_SPACE`], or 0 for other bytes.
pub(super) static WORD_BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = match byte as u8 {
            byte if is_word(byte) || byte == b'$' => PLAIN,
            b'#' | b'\\' => PART,
            // U+0085 and U+00A0; U+1680; U+2000 and others up to U+205F; U+3000; U+FEFF.
            0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF => MAY_BEGIN_SPACE,
            0x80.. => PART,
            _ => 0,
        };
        byte += 1;
    }
    table
};
/// A byte that occurs in any word: most words have no other.
pub(super) const PLAIN: u8 = 1;
const PART: u8 = 2;
/// The lead byte of a multi-byte white-space character.
pub(super) const MAY_BEGIN_SPACE: u8 = 3;
