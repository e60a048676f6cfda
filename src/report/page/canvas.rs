//! Drawing with plotters in the page's own colours.
//!
//! plotters writes colours as numbers; a page that is light and dark needs names. So each [`Ink`] is drawn in a
//! placeholder colour, which the finished picture replaces by the page's variable.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, Color, DrawingArea, IntoDrawingArea, IntoFont, PathElement, RGBColor, Rectangle, SVGBackend, ShapeStyle,
    Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{IntoTextStyle, RGBAColor};

use super::super::table::Target;
use crate::text::visible_line;

/// The factor by which plotters divides a font's size in SVG.
const FONT_SCALE: f64 = 1.24;

/// The average width of a letter, as a part of the font's size. There is no font to measure.
const LETTER_WIDTH: f64 = 0.55;

const NEVER_FAILS: &str = "a string takes every drawing";

/// A colour of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Muted,
    Rule,
    Published,
    Code,
    /// A tenth of the way from nothing (0) to all (10).
    Heat(u8),
    /// The colour that is legible on [`Ink::Heat`] of this degree.
    OnHeat(u8),
    /// The colour of the series of this number.
    Series(u8),
}

/// The number of colours for series; they recur.
const SERIES: u8 = 6;

impl Ink {
    const ALL_HEATS: u8 = 11;

    fn all() -> impl Iterator<Item = Ink> {
        [Ink::Text, Ink::Muted, Ink::Rule, Ink::Published, Ink::Code]
            .into_iter()
            .chain((0..Self::ALL_HEATS).flat_map(|degree| [Ink::Heat(degree), Ink::OnHeat(degree)]))
            .chain((0..SERIES).map(Ink::Series))
    }

    fn stand_in(self) -> RGBColor {
        let (kind, degree) = match self {
            Ink::Text => (0, 0),
            Ink::Muted => (1, 0),
            Ink::Rule => (2, 0),
            Ink::Published => (3, 0),
            Ink::Code => (4, 0),
            Ink::Heat(degree) => (5, degree),
            Ink::OnHeat(degree) => (6, degree),
            Ink::Series(number) => (7, number % SERIES),
        };
        RGBColor(0xfe, kind, degree)
    }

    fn variable(self) -> String {
        match self {
            Ink::Text => "--ink".to_owned(),
            Ink::Muted => "--muted".to_owned(),
            Ink::Rule => "--rule".to_owned(),
            Ink::Published => "--published".to_owned(),
            Ink::Code => "--code".to_owned(),
            Ink::Heat(degree) => format!("--heat-{degree}"),
            Ink::OnHeat(0..=5) => "--ink".to_owned(),
            Ink::OnHeat(_) => "--heat-light-ink".to_owned(),
            Ink::Series(number) => format!("--series-{}", number % SERIES),
        }
    }
}

/// The side of its point on which a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Right,
    Middle,
    Left,
}

/// A finished picture.
pub struct Picture {
    pub width: i32,
    pub height: i32,
    /// The elements inside `<svg>`, escaped.
    pub elements: String,
    pub hits: Vec<Hit>,
}

/// A part of a picture that links to its answers.
pub struct Hit {
    /// The rectangle: left, top, width, height.
    pub area: [i32; 4],
    pub target: Target,
    /// The text for screen readers, and for a pointer over it.
    pub title: String,
    /// Its row and column among its neighbours.
    pub place: [usize; 2],
}

/// A picture in the making. Lengths are in CSS pixels, from the upper left corner.
pub struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    pub hits: Vec<Hit>,
}

/// Draws a picture of this size.
pub fn picture(width: i32, height: i32, draw: impl FnOnce(&mut Canvas)) -> Picture {
    let mut svg = String::new();
    let size = [width, height].map(|length| u32::try_from(length).unwrap_or(0));
    let hits = {
        let area = SVGBackend::with_string(&mut svg, size.into()).into_drawing_area();
        let mut canvas = Canvas { area, hits: Vec::new() };
        draw(&mut canvas);
        canvas.area.present().expect(NEVER_FAILS);
        canvas.hits
    };
    let elements = svg.split_once("<svg").and_then(|(_, svg)| svg.split_once('>')).map_or("", |(_, inner)| inner);
    let mut elements = elements.trim_end().trim_end_matches("</svg>").replace("font-family=\"sans-serif\" ", "");
    for ink in Ink::all() {
        let RGBColor(red, green, blue) = ink.stand_in();
        // With its quotation marks, which no text can contain unescaped.
        elements =
            elements.replace(&format!("\"#{red:02X}{green:02X}{blue:02X}\""), &format!("\"var({})\"", ink.variable()));
    }
    Picture { width, height, elements, hits }
}

impl Canvas<'_> {
    pub fn line(&self, from: (i32, i32), to: (i32, i32), ink: Ink, thickness: u32) {
        self.area.draw(&PathElement::new(vec![from, to], style(ink, 1.0).stroke_width(thickness))).expect(NEVER_FAILS);
    }

    pub fn faint_line(&self, from: (i32, i32), to: (i32, i32), ink: Ink, thickness: u32) {
        self.area.draw(&PathElement::new(vec![from, to], style(ink, 0.45).stroke_width(thickness))).expect(NEVER_FAILS);
    }

    pub fn rectangle(&self, [x, y, width, height]: [i32; 4], ink: Ink) {
        self.area
            .draw(&Rectangle::new([(x, y), (x + width, y + height)], style(ink, 1.0).filled()))
            .expect(NEVER_FAILS);
    }

    pub fn faint_rectangle(&self, [x, y, width, height]: [i32; 4], ink: Ink) {
        self.area
            .draw(&Rectangle::new([(x, y), (x + width, y + height)], style(ink, 0.3).filled()))
            .expect(NEVER_FAILS);
    }

    pub fn dot(&self, at: (i32, i32), radius: i32, ink: Ink) {
        self.area.draw(&Circle::new(at, radius, style(ink, 1.0).filled())).expect(NEVER_FAILS);
    }

    /// Draws a text on one line, centred vertically on its point.
    pub fn text(&self, text: &str, at: (i32, i32), side: Side, size: i32, ink: Ink) {
        let horizontal = match side {
            Side::Right => HPos::Left,
            Side::Middle => HPos::Center,
            Side::Left => HPos::Right,
        };
        let font = ("sans-serif", f64::from(size) * FONT_SCALE).into_font();
        let style = font.color(&ink.stand_in()).into_text_style(&(0, 0)).pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(visible_line(text), at, style)).expect(NEVER_FAILS);
    }
}

fn style(ink: Ink, opacity: f64) -> ShapeStyle {
    let color: RGBAColor = ink.stand_in().mix(opacity);
    color.into()
}

/// Returns the beginning of a text that fits into this many pixels.
pub fn fit(text: &str, width: i32, size: i32) -> String {
    let text = visible_line(text);
    let room = (f64::from(width) / (f64::from(size) * LETTER_WIDTH)).max(1.0) as usize;
    if text.chars().count() <= room {
        return text;
    }
    text.chars().take(room.saturating_sub(1)).chain(['…']).collect()
}

/// Returns the approximate width of a text.
pub fn width_of(text: &str, size: i32) -> i32 {
    (visible_line(text).chars().count() as f64 * f64::from(size) * LETTER_WIDTH).ceil() as i32
}

/// Breaks a name into lines at its hyphens and spaces, each no wider than this; the rest is cut.
pub fn lines(text: &str, width: i32, size: i32) -> Vec<String> {
    let text = visible_line(text);
    let mut lines: Vec<String> = vec![String::new()];
    for piece in text.split_inclusive(['-', ' ', '_', '/', ':']) {
        let line = lines.last_mut().expect("there is a first line");
        if !line.is_empty() && width_of(&format!("{line}{}", piece.trim_end()), size) > width {
            lines.push(piece.to_owned());
        } else {
            line.push_str(piece);
        }
    }
    lines.truncate(4);
    lines.iter().map(|line| fit(line.trim_end(), width, size)).collect()
}
