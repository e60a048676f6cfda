//! Pieces of the labelled corpus, spliced and mutated.

use std::{fs, path::Path, sync::LazyLock};

use arbitrary::{Result, Unstructured};

use super::{CORPUS, analysis::hold};

/// A file of the corpus: its name, and its text cut into words, runs of white space and single characters.
struct Piece {
    name: String,
    tokens: Vec<String>,
}

static PIECES: LazyLock<Vec<Piece>> = LazyLock::new(|| {
    let mut pieces = Vec::new();
    collect(Path::new(CORPUS), &mut pieces);
    pieces.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!pieces.is_empty(), "there is nothing in {CORPUS}");
    pieces
});

fn collect(folder: &Path, pieces: &mut Vec<Piece>) {
    for entry in fs::read_dir(folder).expect("the corpus can be read") {
        let path = entry.expect("the corpus can be read").path();
        if path.is_dir() {
            collect(&path, pieces);
        } else if path.extension().is_none_or(|extension| extension != "json") {
            let text = fs::read_to_string(&path).expect("the corpus can be read");
            pieces.push(Piece { name: path.display().to_string(), tokens: tokens(&text) });
        }
    }
}

fn tokens(text: &str) -> Vec<String> {
    let class = |character: char| match character {
        character if character.is_alphanumeric() || "_$".contains(character) => 1,
        character if character.is_whitespace() => 2,
        _ => 0,
    };
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunk_by(|&one, &other| class(one) == class(other) && class(one) != 0)
        .map(|token| token.iter().collect())
        .collect()
}

/// The texts that are put between tokens, because lexers and rules stumble over them.
const ODDITIES: [&str; 32] = [
    "`", "${", "}", "/", "/*", "*/", "//", "\n", "\r", "\u{2028}", "\u{FEFF}", "\u{0}", "😀", "é", "\\", "?.", "...",
    "await ", "async ", "yield ", "#x", "=>", "<a>", "</a>", "'", "\"", "0n", "1_0", "(", ")", "[", ";",
];

/// Checks a file of the corpus with changes that the bytes choose.
pub fn mutate_corpus(data: &[u8]) {
    // Running out of bytes is not an error of `Unstructured`: it then always gives the first choice.
    if let Ok((path, source)) = mutated(&mut Unstructured::new(data)) {
        hold(path, &source);
    }
}

fn mutated(u: &mut Unstructured<'_>) -> Result<(&'static str, String)> {
    let piece = piece(u)?;
    let mut tokens = piece.tokens.clone();
    while !u.is_empty() && tokens.len() < 4000 {
        let (from, to) = range(u, tokens.len())?;
        match u.int_in_range(0..=7)? {
            0 => drop(tokens.drain(from..to)),
            1 => {
                let part = tokens[from..to].to_vec();
                tokens.splice(from..from, part);
            }
            2 => tokens[from..to].reverse(),
            3 => {
                let odd = u.choose(&ODDITIES)?.to_string();
                tokens.insert(from, odd);
            }
            4 => {
                let other = &self::piece(u)?.tokens;
                let (first, last) = range(u, other.len())?;
                tokens.splice(from..from, other[first..last].iter().cloned());
            }
            5 => {
                let other = &self::piece(u)?.tokens;
                let (first, last) = range(u, other.len())?;
                tokens.splice(from..to, other[first..last].iter().cloned());
            }
            6 => {
                tokens.insert(to, "}".into());
                tokens.insert(from, "function zz() {".into());
            }
            _ => {
                let other = &self::piece(u)?.tokens;
                tokens.push("\n".into());
                tokens.extend_from_slice(other);
            }
        }
    }
    Ok((&piece.name, tokens.concat()))
}

fn piece(u: &mut Unstructured<'_>) -> Result<&'static Piece> {
    u.choose(&PIECES)
}

/// Returns a range of tokens, mostly a short one; `length` is the number of tokens.
fn range(u: &mut Unstructured<'_>, length: usize) -> Result<(usize, usize)> {
    let from = u.int_in_range(0..=length)?;
    let longest = (length - from).min(if u.ratio(1, 4)? { 256 } else { 4 });
    Ok((from, from + u.int_in_range(0..=longest)?))
}
