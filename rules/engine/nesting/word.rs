//! What words do to the nesting around them.

/// What a word does to the nesting around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Operand,
    /// It joins what stands before it to what stands behind.
    Infix,
    /// An infix or a name.
    DubiousInfix,
    /// An operand stands behind it within the same level.
    Prefix,
    /// A prefix or a name, or a slash behind it divides.
    DubiousPrefix,
    /// A parenthesis and a statement stand behind it.
    Head,
    /// The same, or the end of a `do` statement.
    While,
    /// A statement stands behind it.
    Do,
    /// The same, and it goes on with the statement before it.
    Else,
    /// A block stands behind it, and it goes on with the statement before it.
    Handler,
    /// A statement ends behind it, with its line at the latest.
    Jump,
}

const WORDS: &[(Word, &[&[u8]])] = &[
    (Word::Infix, &[b"extends", b"in", b"instanceof"]),
    (Word::DubiousInfix, &[b"as", b"is", b"of", b"satisfies"]),
    (Word::Prefix, &[b"case", b"default", b"delete", b"new", b"return", b"throw", b"typeof", b"void"]),
    (
        Word::DubiousPrefix,
        &[
            b"abstract",
            b"accessor",
            b"asserts",
            b"async",
            b"await",
            b"class",
            b"declare",
            b"export",
            b"function",
            b"infer",
            b"keyof",
            b"override",
            b"private",
            b"protected",
            b"public",
            b"readonly",
            b"static",
            b"unique",
            b"yield",
        ],
    ),
    (Word::Head, &[b"for", b"if", b"with"]),
    (Word::While, &[b"while"]),
    (Word::Do, &[b"do"]),
    (Word::Else, &[b"else"]),
    (Word::Handler, &[b"catch", b"finally"]),
    (Word::Jump, &[b"break", b"continue", b"debugger"]),
];

impl Word {
    pub fn of(word: &[u8]) -> Self {
        /// By first letter: a bit for each length of these words, which tells most others.
        static LENGTHS: [u16; 256] = {
            let mut lengths = [0; 256];
            let mut sort = 0;
            while sort < WORDS.len() {
                let words = WORDS[sort].1;
                let mut at = 0;
                while at < words.len() {
                    lengths[words[at][0] as usize] |= 1 << words[at].len();
                    at += 1;
                }
                sort += 1;
            }
            lengths
        };
        let may_be_one = word.len() < 16 && LENGTHS[usize::from(word[0])] >> word.len() & 1 != 0;
        let sort = || WORDS.iter().find(|(_, words)| words.contains(&word));
        may_be_one.then(sort).flatten().map_or(Self::Operand, |&(sort, _)| sort)
    }
}

/// Whether a byte is a part of ASCII names and numbers, told without a branch: many bytes at a time.
pub const fn is_word(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit | (byte == b'_')
}

/// The bytes of names, keywords and numbers.
pub static WORD_BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = match byte as u8 {
            b'$' | b'#' | b'\\' => PART,
            byte if is_word(byte) => PART,
            // U+0085 and U+00A0; U+1680; U+2000 and others up to U+205F; U+3000; U+FEFF.
            0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF => MAY_BEGIN_SPACE,
            0x80.. => PART,
            _ => 0,
        };
        byte += 1;
    }
    table
};
const PART: u8 = 1;
/// Where a character may begin that is white space.
pub const MAY_BEGIN_SPACE: u8 = 2;
