//! The code behind the cells of a page of tables.

use maud::{Markup, html};

use super::view;
use crate::report::table::{Table, Target};
use crate::text::{visible, visible_line};

/// The pieces of code behind one cell at most.
const MAX_PIECES_PER_CELL: usize = 25;
/// The pieces of code in a whole page at most.
const MAX_PIECES_PER_PAGE: usize = 4_000;

/// The code that a cell counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    pub title: String,
    pub pieces: Vec<Piece>,
    /// The number of pieces that are left out.
    pub left_out: usize,
}

/// A few lines of code around a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub title: String,
    /// The text about the place.
    pub note: String,
    /// The number of the first line.
    pub first: usize,
    pub lines: Vec<String>,
    /// The numbers of the marked lines, the first and the last.
    pub marked: (usize, usize),
}

/// The lines that are shown before and after a marked place.
const LINES_AROUND: usize = 3;

/// The lines of a marked place that are shown at most.
const MAX_MARKED_LINES: usize = 12;

/// The characters of a line that are shown at most.
const MAX_LINE_CHARS: usize = 300;

impl Piece {
    /// Cuts some lines out of a text: those of 1-based numbers, and some around them.
    pub fn cut(title: String, note: String, text: &str, (from, to): (u32, u32)) -> Self {
        let (from, to) = (from.max(1) as usize, to.max(from).max(1) as usize);
        let to = to.min(from + MAX_MARKED_LINES);
        let first = from.saturating_sub(LINES_AROUND).max(1);
        let shorten = |line: &str| match line.char_indices().nth(MAX_LINE_CHARS) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line.to_owned(),
        };
        let lines = text.lines().skip(first - 1).take(to + LINES_AROUND + 1 - first).map(shorten).collect();
        Self { title, note, first, lines, marked: (from, to) }
    }
}

/// Collects the code behind cells, and links the cells to it.
#[derive(Debug, Default)]
pub struct Collector {
    lists: Vec<Behind>,
    pieces: usize,
}

impl Collector {
    /// Adds pieces behind a cell of a table. Fewer are kept where a page has many.
    pub fn add(
        &mut self,
        table: &mut Table,
        row: usize,
        column: usize,
        title: String,
        pieces: impl Iterator<Item = Piece>,
    ) {
        let room = MAX_PIECES_PER_CELL.min(MAX_PIECES_PER_PAGE.saturating_sub(self.pieces));
        let mut pieces = pieces.peekable();
        if pieces.peek().is_none() {
            return;
        }
        let taken: Vec<Piece> = pieces.by_ref().take(room).collect();
        self.pieces += taken.len();
        table.rows[row][column].target = Some(Target::Behind { list: self.lists.len() });
        self.lists.push(Behind { title, pieces: taken, left_out: pieces.count() });
    }

    pub fn finish(self) -> Vec<Behind> {
        self.lists
    }
}

/// Renders one view per list.
pub fn views(behind: &[Behind]) -> Markup {
    html! {
        @for (list, Behind { title, pieces, left_out }) in behind.iter().enumerate() {
            (view(Target::Behind { list }, title, html! {}, html! {
                @for piece in pieces {
                    section.answer {
                        h3 {
                            (visible_line(&piece.title))
                            @if !piece.note.is_empty() { span { (visible_line(&piece.note)) } }
                        }
                        ol.code.numbered {
                            @for (index, line) in piece.lines.iter().enumerate() {
                                @let number = piece.first + index;
                                li value=(number) {
                                    @if (piece.marked.0..=piece.marked.1).contains(&number) { mark { (visible(line)) } }
                                    @else { (visible(line)) }
                                }
                            }
                        }
                    }
                }
                @if *left_out > 0 { p.note { (left_out) " more are not on this page." } }
            }))
        }
    }
}
