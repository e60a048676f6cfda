//! Tables on a terminal, as wide as it is.

use comfy_table::{Cell as TerminalCell, CellAlignment, LineStyle, TableStyle};
use unicode_width::UnicodeWidthStr;

use super::table::Table;
use crate::text::visible_line;

/// A line below the header, and nothing else.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// The cells between two columns.
const GAP_CELLS: usize = 2;

/// The cells above which a text is broken into lines.
const MAX_TEXT_CELLS: usize = 48;

const BOLD: u8 = 1;
const FAINT: u8 = 2;
const ITALIC: u8 = 3;

/// The style of a report on a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The width in terminal cells.
    pub width: usize,
    /// Headings are bold and notes faint.
    pub styled: bool,
}

/// Renders the statements, then every table.
///
/// A table that is wider than the terminal is split into several blocks, one below the other, that repeat the columns
/// which name the row.
pub fn render(statements: &[String], tables: &[Table], style: Style) -> String {
    let mut out = String::new();
    for statement in statements {
        push_wrapped(&mut out, statement, wrapping(style.width).initial_indent("• ").subsequent_indent("  "));
    }
    for table in tables {
        if !out.is_empty() {
            out.push('\n');
        }
        push_table(&mut out, table, style);
    }
    out
}

/// Breaks a text into lines that fit.
pub fn wrapped(text: &str, style: Style) -> String {
    let mut lines = String::new();
    push_wrapped(&mut lines, text, wrapping(style.width));
    lines
}

fn push_table(out: &mut String, table: &Table, style: Style) {
    push_styled(out, table.title, BOLD, style);
    for note in &table.notes {
        let mut lines = String::new();
        push_wrapped(&mut lines, note, wrapping(style.width));
        push_styled(out, lines.trim_end(), FAINT, style);
    }
    let shown: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            row.iter().zip(&table.columns).map(|(cell, column)| visible_line(&column.kind.show(&cell.value))).collect()
        })
        .collect();
    let settings = settings(table, &shown, style.width);
    for (group, columns) in blocks(table, &settings, style.width) {
        out.push('\n');
        if let Some(group) = group {
            push_styled(out, group, ITALIC, style);
        }
        push_block(out, table, &settings, &shown, &columns);
    }
}

/// The setting of a column.
struct Setting {
    header: String,
    width: usize,
}

/// Returns the settings of the columns. Headers are broken into lines only as far as that saves a block.
fn settings(table: &Table, shown: &[Vec<String>], width: usize) -> Vec<Setting> {
    let set = |widest_header: usize| -> Vec<Setting> {
        (table.columns.iter().enumerate())
            .map(|(index, column)| {
                Setting::new(&column.label, shown.iter().map(|row| row[index].as_str()), widest_header)
            })
            .collect()
    };
    [MAX_TEXT_CELLS, 24, 20, 16, 12, 10, 8]
        .into_iter()
        .map(set)
        .min_by_key(|settings| blocks(table, settings, width).len())
        .expect("there are some widths to choose from")
}

impl Setting {
    fn new<'v>(label: &str, values: impl Iterator<Item = &'v str>, widest_header: usize) -> Self {
        let widest = values.map(UnicodeWidthStr::width).max().unwrap_or(0).min(MAX_TEXT_CELLS);
        let label = visible_line(label);
        let pieces: Vec<&str> = label.split_inclusive([' ', '-', '_', '/', ':']).collect();
        let longest = pieces.iter().map(|piece| piece.trim_end().width()).max().unwrap_or(0);
        let room = widest.max(longest).max(label.width().min(widest_header)).min(MAX_TEXT_CELLS);
        let mut lines = vec![String::new()];
        for piece in pieces {
            let line = lines.last_mut().expect("there is a first line");
            if !line.is_empty() && line.width() + piece.trim_end().width() > room {
                lines.push(piece.to_owned());
            } else {
                line.push_str(piece);
            }
        }
        let width = lines.iter().map(|line| line.trim_end().width()).max().unwrap_or(0).min(MAX_TEXT_CELLS).max(widest);
        Self { header: lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n"), width }
    }
}

/// Returns the columns that are set side by side: those with a common heading, as far as the width allows, after those
/// that name the row.
fn blocks(table: &Table, settings: &[Setting], width: usize) -> Vec<(Option<&'static str>, Vec<usize>)> {
    let keys: Vec<usize> = (0..table.keys.min(settings.len())).collect();
    let taken = |columns: &[usize]| columns.iter().map(|column| settings[*column].width + GAP_CELLS).sum::<usize>();
    let mut blocks: Vec<(Option<&'static str>, Vec<usize>)> = Vec::new();
    for (group, columns) in table.groups() {
        let mut block = keys.clone();
        for column in columns {
            if block.len() > keys.len() && taken(&block) + settings[column].width > width {
                blocks.push((group, std::mem::replace(&mut block, keys.clone())));
            }
            block.push(column);
        }
        blocks.push((group, block));
    }
    blocks
}

fn push_block(out: &mut String, table: &Table, settings: &[Setting], rows: &[Vec<String>], block: &[usize]) {
    let mut set = comfy_table::Table::new();
    set.load_style(STYLE);
    let cell = |index: usize, text: &str| {
        let is_numeric = table.columns[index].kind.is_numeric();
        TerminalCell::new(text).set_alignment(if is_numeric { CellAlignment::Right } else { CellAlignment::Left })
    };
    set.set_header(block.iter().map(|index| cell(*index, &settings[*index].header)));
    for row in rows {
        set.add_row(
            block.iter().map(|index| cell(*index, &textwrap::wrap(&row[*index], wrapping(MAX_TEXT_CELLS)).join("\n"))),
        );
    }
    for (place, column) in set.column_iter_mut().enumerate() {
        column.set_padding((0, if place + 1 < block.len() { GAP_CELLS as u16 } else { 0 }));
    }
    for line in set.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Returns the options for wrapping, without breaking names at their hyphens.
fn wrapping(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

fn push_wrapped(out: &mut String, text: &str, options: textwrap::Options) {
    for line in textwrap::wrap(&visible_line(text), options) {
        out.push_str(&line);
        out.push('\n');
    }
}

/// Appends a text in one of the terminal's renditions (ECMA-48, Select Graphic Rendition).
fn push_styled(out: &mut String, text: &str, rendition: u8, style: Style) {
    if style.styled {
        out.push_str(&format!("\x1b[{rendition}m{text}\x1b[0m\n"));
    } else {
        out.push_str(text);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{Column, Kind, Value};
    use super::*;
    use crate::statistics::Proportion;

    const STYLE: Style = Style { width: 40, styled: false };

    /// Makes a table of ten models, side by side.
    fn wide() -> Table {
        let mut columns = vec![Column::new("prompt", "Prompt", Kind::Text)];
        columns.extend((0..10).map(|model| Column::new("m", format!("model-{model}-large"), Kind::Share)));
        let mut table = Table::new("t", "A table", columns).note("A note that is longer than one line of forty is.");
        let shares = (0..10).map(|model| Proportion::new(model, 10).into());
        table.rows.push(std::iter::once("a-prompt".into()).chain(shares).collect());
        table
    }

    #[test]
    fn a_wide_table_is_set_in_blocks_that_repeat_the_key() {
        assert_eq!(
            render(&["In words.".to_owned()], &[wide()], STYLE).split("\n\n").nth(2),
            Some(
                "Prompt    model-0-  model-1-  model-2-\n\
                 \u{20}            large     large     large\n\
                 ──────────────────────────────────────\n\
                 a-prompt   0 of 10   1 of 10   2 of 10"
            )
        );
    }

    #[test]
    fn nothing_is_wider_than_the_terminal() {
        let mut table = wide();
        let long = "word ".repeat(30_000);
        table.rows[0][0] = Value::Text("x".repeat(200)).into();
        let text = render(&[long], &[table], Style { width: 80, styled: false });
        assert!(text.lines().all(|line| line.width() <= 80));
        assert_eq!(text.matches("9 of 10").count(), 1);
    }

    #[test]
    fn hostile_text_steers_no_terminal() {
        let mut table = wide();
        table.rows[0][0] = "a\u{1b}[31m\u{202e}\nb".into();
        let text = render(&["\u{7}".to_owned()], &[table], STYLE);
        assert!(text.chars().all(|character| character == '\n' || !character.is_control()));
        assert!(text.contains("a⟨U+001B⟩[31m⟨U+202E⟩ b") && text.contains("⟨U+0007⟩"));
    }
}
