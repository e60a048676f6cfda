//! Tables in Markdown, as GitHub renders it.

use std::fmt::Write;

use super::table::Table;
use crate::text::visible_line;

/// Renders the statements, then every table.
pub fn render(statements: &[String], tables: &[Table]) -> String {
    let mut out = String::new();
    for statement in statements {
        push_line(&mut out, format_args!("- {}", escape(statement)));
    }
    for table in tables {
        push_table(&mut out, table);
    }
    out
}

fn push_table(out: &mut String, table: &Table) {
    if !out.is_empty() {
        out.push('\n');
    }
    push_line(out, format_args!("## {}\n", table.title));
    for note in &table.notes {
        push_line(out, format_args!("{}\n", escape(note)));
    }
    let labels = table.columns.iter().map(|column| match column.group {
        Some(group) => format!("{}, {group}", escape(&column.label)),
        None => escape(&column.label),
    });
    push_row(out, labels);
    push_row(out, table.columns.iter().map(|column| if column.kind.is_numeric() { "--:" } else { "---" }.to_owned()));
    for row in &table.rows {
        push_row(out, row.iter().zip(&table.columns).map(|(cell, column)| escape(&column.kind.show(&cell.value))));
    }
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        push(out, format_args!(" {cell} |"));
    }
    out.push('\n');
}

fn push_line(out: &mut String, text: std::fmt::Arguments) {
    push(out, text);
    out.push('\n');
}

fn push(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("a string takes everything");
}

/// Escapes a text: one line, without effect of Markdown's or HTML's marks.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in visible_line(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '!' | '#' => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::table::{Cell, Column, Kind};
    use super::*;

    #[test]
    fn hostile_text_means_itself() {
        assert_eq!(escape("<script>|\n[a](b)`\u{202e}`_x_"), r"&lt;script>\| \[a\](b)\`⟨U+202E⟩\`\_x\_");
    }

    #[test]
    fn numbers_stand_at_the_right() {
        let columns =
            vec![Column::new("model", "Model", Kind::Text), Column::new("n", "Answers", Kind::Count).group("all")];
        let mut table = Table::new("t", "A table", columns).note("A note.");
        table.rows.push(vec![Cell::from("a|b"), Cell::from(7_u32)]);
        assert_eq!(
            render(&["In words.".to_owned()], &[table]),
            "- In words.\n\n## A table\n\nA note.\n\n| Model | Answers, all |\n| --- | --: |\n| a\\|b | 7 |\n"
        );
    }
}
