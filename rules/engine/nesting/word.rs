//! What words do to the nesting around them.

/// The effect of a word on the nesting around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Operand,
    /// It joins what stands before it to what stands after.
    Infix,
    /// An infix or a name.
    DubiousInfix,
    /// An operand stands after it within the same level.
    Prefix,
    /// A prefix or a name, or a slash after it divides.
    DubiousPrefix,
    /// A parenthesis and a statement stand after it.
    Head,
    /// The same, or the end of a `do` statement.
    While,
    /// A statement stands after it.
    Do,
    /// The same, and it goes on with the statement before it.
    Else,
    /// A block stands after it, and it goes on with the statement before it.
    Handler,
    /// A statement ends after it, with its line at the latest.
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

/// Returns whether a byte is a part of ASCII names and numbers, told without a branch: many bytes at a time.
pub(super) const fn is_word(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit | (byte == b'_')
}

/// The bytes of names, keywords and numbers.
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
/// Most words have no other.
pub(super) const PLAIN: u8 = 1;
const PART: u8 = 2;
/// The lead byte of a multi-byte white-space character.
pub(super) const MAY_BEGIN_SPACE: u8 = 3;
