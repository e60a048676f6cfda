//! Tables as a separate page: in the report's style, without a script.

use maud::{DOCTYPE, html};

use super::behind::{Behind, views};
use super::{anchor, head};
use crate::report::table::{Table, Target};
use crate::text::visible_line;

/// Renders the statements, every table, and the code behind their cells. The page loads nothing and runs nothing.
pub fn tables(title: &str, statements: &[String], tables: &[Table], behind: &[Behind]) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(title, None))
            body {
                header.top { div.page { h1 { (title) } } }
                main #main { div.page {
                    ul { @for statement in statements { li { (visible_line(statement)) } } }
                    nav aria-label="Contents" {
                        @for table in tables { a href={ "#" (table.id) } { (table.title) } " " }
                    }
                    @for shown in tables {
                        section id=(shown.id) {
                            h2 { (shown.title) }
                            @for note in &shown.notes { p.note { (visible_line(note)) } }
                            div.scroll { table {
                                thead { tr {
                                    @for column in &shown.columns {
                                        th.n[column.kind.is_numeric()] scope="col" {
                                            @if let Some(group) = column.group { small { (group) } " " }
                                            (visible_line(&column.label))
                                        }
                                    }
                                } }
                                tbody { @for row in &shown.rows { tr {
                                    @for (place, (cell, column)) in row.iter().zip(&shown.columns).enumerate() {
                                        @let value = visible_line(&column.kind.show(&cell.value));
                                        @let text = html! {
                                            @match cell.target {
                                                Some(target @ Target::Behind { .. }) => {
                                                    a href={ "#" (anchor(target)) } { (value) }
                                                },
                                                _ => (value),
                                            }
                                        };
                                        @if place < shown.keys {
                                            th scope="row" { (text) }
                                        } @else {
                                            td.n[column.kind.is_numeric()] { (text) }
                                        }
                                    }
                                } } }
                            } }
                        }
                    }
                } }
                (views(behind))
            }
        }
    };
    page.into_string()
}
