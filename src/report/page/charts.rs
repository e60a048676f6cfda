//! The report's pictures. Each is drawn from the values of its table.

use crate::experiment::Basis;
use crate::statistics::{CONFIDENCE, Proportion, wilson};

use super::super::Report;
use super::super::domains::Domain;
use super::super::table::{Target, percent};
use super::canvas::{Canvas, Hit, Ink, Picture, Side, fit, lines, picture, width_of};

/// The models that are drawn at most; the tables hold them all.
pub const MAX_DRAWN_MODELS: usize = 24;

/// The prompts that are drawn at most.
pub const MAX_DRAWN_PROMPTS: usize = 60;

/// The width of pictures for narrow screens, in pixels.
pub const NARROW_WIDTH: i32 = 350;

/// The two widths that pictures are drawn in, for wide and for narrow screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Wide,
    Narrow,
}

/// The size of most letters, in pixels.
const LETTER_SIZE: i32 = 13;
/// The size of smaller letters, in pixels.
const SMALL_LETTER_SIZE: i32 = 11;

/// Returns the models that are drawn, by their index, the lowest rate first.
pub fn drawn_models(report: &Report) -> Vec<usize> {
    report.leaderboard.standings.iter().take(MAX_DRAWN_MODELS).map(|standing| standing.index).collect()
}

/// The layout of a picture with a row for each model.
struct ModelRows {
    format: Format,
    width: i32,
    label_width: i32,
    row_height: i32,
    ticks: i32,
}

impl ModelRows {
    /// Draws the models, by index and name: each one's name, its link, and what `draw` adds to the row of this place,
    /// which begins at this height. `draw` also gets the place of a share on the axis.
    fn draw(&self, models: &[(usize, &str)], draw: impl Fn(&mut Canvas, &dyn Fn(f64) -> i32, usize, i32)) -> Picture {
        let Self { format, width, label_width, row_height, ticks } = *self;
        let height = models.len() as i32 * row_height + 30;
        let (left, right) = (label_width, width - 58);
        let x = |share: f64| left + (share * f64::from(right - left)).round() as i32;
        picture(width, height, |canvas| {
            axis(canvas, &x, ticks, height - 26);
            for (index, &(model, name)) in models.iter().enumerate() {
                let top = index as i32 * row_height;
                let (name_height, room) = match format {
                    Format::Wide => (row_height / 2, label_width - 12),
                    Format::Narrow => (12, width),
                };
                let name_at = (0, top + name_height);
                canvas.text(&fit(name, room, LETTER_SIZE), name_at, Side::Right, LETTER_SIZE, Ink::Text);
                draw(canvas, &x, index, top);
                canvas.hits.push(Hit {
                    area: [0, top + 2, width, row_height - 4],
                    target: Target::Model { model },
                    title: format!("{name}: all answers"),
                    place: [index, 0],
                });
            }
        })
    }
}

/// Draws each model's rate on both bases, with Wilson's interval (thick) and the clustered one (thin).
pub fn leaderboard(report: &Report, format: Format) -> Picture {
    let (width, label_width, row_height, ticks, middle) = match format {
        Format::Wide => (880, 190, 54, 5, 27),
        Format::Narrow => (NARROW_WIDTH, 0, 74, 4, 46),
    };
    let standings = &report.leaderboard.standings[..report.leaderboard.standings.len().min(MAX_DRAWN_MODELS)];
    let models: Vec<_> = standings.iter().map(|standing| (standing.index, standing.model)).collect();
    let rows = ModelRows { format, width, label_width, row_height, ticks };
    rows.draw(&models, |canvas, x, index, top| {
        let bases = report.bases();
        let offsets: &[i32] = if bases.len() == 1 { &[0] } else { &[-10, 10] };
        for (basis, offset) in bases.into_iter().zip(offsets) {
            let (estimate, ink) = (standings[index].vulnerable.get(basis), ink_of(basis));
            let Some(rate) = estimate.proportion.rate() else { continue };
            let y = top + middle + offset;
            if let Some(interval) = estimate.clustered {
                canvas.faint_line((x(interval.low), y), (x(interval.high), y), ink, 2);
            }
            if let Some(interval) = estimate.wilson {
                canvas.line((x(interval.low), y), (x(interval.high), y), ink, 4);
            }
            canvas.dot((x(rate), y), 6, ink);
            canvas.text(&percent(rate), (width, y), Side::Left, LETTER_SIZE, ink);
        }
    })
}

/// Draws each model's rate in each reading, with Wilson's interval.
pub fn readings(report: &Report, format: Format) -> Picture {
    const MIN_LABEL_DISTANCE: i32 = 17;
    let (width, label_width, name_height, ticks) = match format {
        Format::Wide => (880, 190, 0, 5),
        Format::Narrow => (NARROW_WIDTH, 0, 20, 4),
    };
    let readings = &report.readings.readings;
    let row_height = readings.len() as i32 * MIN_LABEL_DISTANCE + name_height + 16;
    let models: Vec<_> = drawn_models(report).into_iter().map(|model| (model, report.grid.models[model])).collect();
    let rows = ModelRows { format, width, label_width, row_height, ticks };
    rows.draw(&models, |canvas, x, index, top| {
        for (place, read) in readings.iter().enumerate() {
            let estimate = &read.models[models[index].0].vulnerable;
            let Some(rate) = estimate.proportion.rate() else { continue };
            let ink = Ink::Series(u8::try_from(place).unwrap_or(0));
            let y = top + name_height + 8 + place as i32 * MIN_LABEL_DISTANCE + MIN_LABEL_DISTANCE / 2;
            if let Some(interval) = estimate.wilson {
                canvas.line((x(interval.low), y), (x(interval.high), y), ink, 3);
            }
            canvas.dot((x(rate), y), 5, ink);
            canvas.text(&percent(rate), (width, y), Side::Left, LETTER_SIZE, ink);
        }
    })
}

/// Draws each model's rates in one domain.
pub fn domain(report: &Report, domain: usize, basis: Basis) -> Picture {
    let (width, row, label_width) = (350, 26, 154);
    let models = drawn_models(report);
    let Domain { name, counts, .. } = &report.domains.domains[domain];
    let (left, right) = (label_width, width - 62);
    let x = |share: f64| left + (share * f64::from(right - left)).round() as i32;
    let ink = ink_of(basis);
    let height = models.len() as i32 * row + 24;
    picture(width, height, |canvas| {
        axis(canvas, &x, 2, height - 22);
        for (index, model) in models.into_iter().enumerate() {
            let (top, y) = (index as i32 * row, index as i32 * row + row / 2);
            let vulnerable = counts[model].vulnerable(basis);
            let label = fit(report.grid.models[model], label_width - 10, LETTER_SIZE);
            canvas.text(&label, (0, y), Side::Right, LETTER_SIZE, Ink::Text);
            if let Some(rate) = vulnerable.rate() {
                canvas.faint_rectangle([left, y - 6, (x(rate) - left).max(1), 12], ink);
                if let Some(interval) = wilson::interval(vulnerable, CONFIDENCE) {
                    canvas.line((x(interval.low), y), (x(interval.high), y), ink, 1);
                }
                canvas.dot((x(rate), y), 4, ink);
                canvas.text(&percent(rate), (width, y), Side::Left, LETTER_SIZE, Ink::Text);
            }
            canvas.hits.push(Hit {
                area: [0, top + 1, width, row - 2],
                target: Target::Domain { model, domain },
                title: format!("{}, {name}: {} vulnerable", report.grid.models[model], of(vulnerable)),
                place: [index, 0],
            });
        }
    })
}

/// Draws lines from the vulnerability rate to the net rate.
pub fn slopes(report: &Report, basis: Basis, format: Format) -> Picture {
    let models = drawn_models(report);
    // On narrow screens only the colour connects a name with the rate at the left.
    let (width, left, right) = match format {
        Format::Wide => (720, 220, 720 - 220),
        Format::Narrow => (NARROW_WIDTH, 58, 158),
    };
    let name_room = if format == Format::Wide { 158 } else { width - right - 60 };
    let height = (models.len() as i32 * 17 + 80).max(360);
    let rates: Vec<Option<(f64, f64)>> = models
        .iter()
        .map(|model| {
            let counts = &report.remediation.models[*model].counts;
            counts.vulnerable(basis).rate().zip(counts.net(basis).rate())
        })
        .collect();
    let highest = rates.iter().flatten().fold(0.1_f64, |highest, (before, after)| highest.max(*before).max(*after));
    let (top, bottom) = (44, height - 16);
    let y = |rate: f64| bottom - (rate / highest * f64::from(bottom - top)).round() as i32;
    picture(width, height, |canvas| {
        for (x, side, caption) in [(left, Side::Left, "generated"), (right, Side::Right, "after remediation")] {
            canvas.line((x, top - 8), (x, bottom), Ink::Rule, 1);
            // There is room above the slopes, and on narrow screens nowhere else.
            let side = if format == Format::Narrow && side == Side::Left { Side::Middle } else { side };
            canvas.text(caption, (x, 12), side, SMALL_LETTER_SIZE, Ink::Muted);
        }
        canvas.line((left, bottom), (right, bottom), Ink::Rule, 1);
        let columns = [
            (left - 10, Side::Left, spread(rates.iter().map(|rate| rate.map(|(before, _)| y(before))).collect())),
            (right + 10, Side::Right, spread(rates.iter().map(|rate| rate.map(|(_, after)| y(after))).collect())),
        ];
        for (index, model) in models.iter().enumerate() {
            let Some((before, after)) = rates[index] else { continue };
            let ink = Ink::Series(u8::try_from(index).unwrap_or(0));
            canvas.line((left, y(before)), (right, y(after)), ink, 2);
            for ((x, side, places), (at, rate)) in columns.iter().zip([(left, before), (right, after)]) {
                canvas.dot((at, y(rate)), 4, ink);
                let name = fit(report.grid.models[*model], name_room, LETTER_SIZE);
                let label = match side {
                    Side::Left if format == Format::Narrow => percent(rate),
                    Side::Left => format!("{name}  {}", percent(rate)),
                    _ => format!("{}  {name}", percent(rate)),
                };
                canvas.text(&label, (*x, places[index]), *side, LETTER_SIZE, ink);
            }
        }
    })
}

/// Returns these heights of labels, moved apart as far as legibility needs.
fn spread(heights: Vec<Option<i32>>) -> Vec<i32> {
    const MIN_LABEL_DISTANCE: i32 = 17;
    let mut order: Vec<usize> = (0..heights.len()).filter(|index| heights[*index].is_some()).collect();
    order.sort_by_key(|index| heights[*index]);
    let mut placed: Vec<i32> = heights.iter().map(|height| height.unwrap_or(0)).collect();
    // Down first, then back up from the lowest, so that a crowd stays about where it was.
    for pair in order.windows(2) {
        placed[pair[1]] = placed[pair[1]].max(placed[pair[0]] + MIN_LABEL_DISTANCE);
    }
    for pair in order.windows(2).rev() {
        let shift = (placed[pair[1]] - heights[pair[1]].unwrap_or(0)) / 2;
        let room = placed[pair[1]] - shift;
        if shift > 0 && room - placed[pair[0]] >= MIN_LABEL_DISTANCE {
            placed[pair[1]] = room;
        }
    }
    placed
}

/// A row of a [`matrix`].
pub struct Row {
    pub label: String,
    /// The heading above the row, where it differs from that of the row before.
    pub heading: Option<String>,
    pub cells: Vec<Shade>,
}

/// A cell of a [`matrix`].
pub struct Shade {
    /// The shade from 0 to 1; `None` where there is nothing to shade.
    pub share: Option<f64>,
    pub label: String,
    pub title: String,
    pub target: Target,
}

/// Draws vulnerable answers by prompt and model.
pub fn prompts(report: &Report, basis: Basis, format: Format) -> Picture {
    let models = drawn_models(report);
    let mut domain = None;
    let rows = (report.prompts.prompts.iter().enumerate().take(MAX_DRAWN_PROMPTS))
        .map(|(prompt, row)| Row {
            label: row.id.to_owned(),
            heading: (domain.replace(row.domain) != Some(row.domain)).then(|| row.domain.to_owned()),
            cells: (models.iter())
                .map(|model| {
                    let vulnerable = *row.vulnerable[*model].get(basis);
                    Shade {
                        share: vulnerable.rate(),
                        label: vulnerable
                            .rate()
                            .map_or_else(String::new, |_| format!("{}/{}", vulnerable.count, vulnerable.total)),
                        title: format!("{}, {}: {} vulnerable", report.grid.models[*model], row.id, of(vulnerable)),
                        target: Target::Cell { model: *model, prompt },
                    }
                })
                .collect(),
        })
        .collect();
    matrix(&model_names(report, &models), rows, format)
}

/// Draws findings by rule and model, shaded by their share of the most frequent.
pub fn rules(report: &Report, format: Format) -> Picture {
    let models = drawn_models(report);
    let most = report.rules.fired.iter().flat_map(|row| &row.findings).max().copied().unwrap_or(1).max(1);
    let mut plugin = None;
    // Grouped by plugin, so that its name is not repeated before every rule.
    let mut fired: Vec<_> = report.rules.fired.iter().enumerate().collect();
    fired.sort_by_key(|(_, row)| row.rule.split_once('/').map(|(plugin, _)| plugin));
    let rows = fired
        .into_iter()
        .map(|(rule, row)| {
            let (of_plugin, name) = row.rule.split_once('/').unwrap_or(("", row.rule));
            Row {
                label: name.to_owned(),
                heading: (plugin.replace(of_plugin) != Some(of_plugin)).then(|| of_plugin.to_owned()),
                cells: (models.iter())
                    .map(|model| {
                        let findings = row.findings[*model];
                        Shade {
                            share: Some(f64::from(findings) / f64::from(most)),
                            label: findings.to_string(),
                            title: format!("{}, {}: {findings} findings", report.grid.models[*model], row.rule),
                            target: Target::Rule { model: *model, rule },
                        }
                    })
                    .collect(),
            }
        })
        .collect();
    matrix(&model_names(report, &models), rows, format)
}

fn model_names<'s>(report: &Report<'s>, models: &[usize]) -> Vec<&'s str> {
    models.iter().map(|model| report.grid.models[*model]).collect()
}

/// Draws shaded cells with their numbers, and the names of rows and columns.
fn matrix(columns: &[&str], rows: Vec<Row>, format: Format) -> Picture {
    // On narrow screens a row's name is above its cells, so that neither is cut.
    let (widest, letters, header_letters, name_height) = match format {
        Format::Wide => (880, LETTER_SIZE, SMALL_LETTER_SIZE, 0),
        Format::Narrow => (NARROW_WIDTH, 12, 11, 18),
    };
    let row_height = 27 + name_height;
    let label_width = match format {
        Format::Wide => rows.iter().map(|row| width_of(&row.label, letters)).max().unwrap_or(0).clamp(60, 330) + 14,
        Format::Narrow => 0,
    };
    let least_cell = rows.iter().flat_map(|row| &row.cells).map(|cell| width_of(&cell.label, letters)).max();
    let least_cell = (least_cell.unwrap_or(0) + 6).clamp(24, 92);
    let cell_width = ((widest - label_width) / columns.len().max(1) as i32).clamp(least_cell, 92);
    let width = (label_width + cell_width * columns.len() as i32).max(if label_width == 0 { NARROW_WIDTH } else { 0 });
    let headers: Vec<Vec<String>> = columns.iter().map(|name| lines(name, cell_width - 2, header_letters)).collect();
    let header_height = headers.iter().map(Vec::len).max().unwrap_or(0) as i32 * 13 + 6;
    let headings = rows.iter().filter(|row| row.heading.is_some()).count() as i32;
    let height = header_height + rows.len() as i32 * row_height + headings * 26;
    picture(width, height, |canvas| {
        for (column, lines) in headers.iter().enumerate() {
            let x = label_width + column as i32 * cell_width + cell_width / 2;
            for (line, text) in lines.iter().rev().enumerate() {
                canvas.text(text, (x, header_height - 10 - line as i32 * 13), Side::Middle, header_letters, Ink::Muted);
            }
        }
        let mut y = header_height;
        for (row, Row { label, heading, cells }) in rows.into_iter().enumerate() {
            if let Some(heading) = heading {
                canvas.text(
                    &fit(&heading, width, SMALL_LETTER_SIZE),
                    (0, y + 15),
                    Side::Right,
                    SMALL_LETTER_SIZE,
                    Ink::Muted,
                );
                y += 26;
            }
            let label_room = if label_width == 0 { width } else { label_width - 8 };
            let label_at = if label_width == 0 { y + name_height / 2 + 1 } else { y + row_height / 2 };
            canvas.text(&fit(&label, label_room, letters), (0, label_at), Side::Right, letters, Ink::Text);
            let (y_cell, cell_height) = (y + name_height, row_height - name_height);
            let middle = y_cell + cell_height / 2;
            for (column, cell) in cells.into_iter().enumerate() {
                let x = label_width + column as i32 * cell_width;
                if let Some(share) = cell.share {
                    // Only zero is drawn as zero.
                    let degree = if share == 0.0 { 0 } else { (share * 10.0).round().clamp(1.0, 10.0) as u8 };
                    canvas.rectangle([x + 1, y_cell + 1, cell_width - 2, cell_height - 2], Ink::Heat(degree));
                    let ink = if share == 0.0 { Ink::Muted } else { Ink::OnHeat(degree) };
                    canvas.text(&cell.label, (x + cell_width / 2, middle), Side::Middle, letters, ink);
                }
                canvas.hits.push(Hit {
                    area: [x + 1, y_cell + 1, cell_width - 2, cell_height - 2],
                    target: cell.target,
                    title: cell.title,
                    place: [row, column],
                });
            }
            y += row_height;
        }
    })
}

/// Draws lines from 0 to 100% in this many parts, with their shares below.
fn axis(canvas: &Canvas, x: &dyn Fn(f64) -> i32, parts: i32, bottom: i32) {
    for part in 0..=parts {
        let share = f64::from(part) / f64::from(parts);
        canvas.line((x(share), 0), (x(share), bottom), Ink::Rule, 1);
        canvas.text(
            &format!("{:.0}%", share * 100.0),
            (x(share), bottom + 13),
            Side::Middle,
            SMALL_LETTER_SIZE,
            Ink::Muted,
        );
    }
}

fn ink_of(basis: Basis) -> Ink {
    match basis {
        Basis::Published => Ink::Published,
        Basis::Code => Ink::Code,
    }
}

fn of(proportion: Proportion) -> String {
    format!("{} of {}", proportion.count, proportion.total)
}
