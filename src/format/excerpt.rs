//! Excerpts of the marked lines, cut where they are long, in the form that miette shows.

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use oxsec_rules::{Position, Positions};

use crate::text::visible;

/// The bytes of a line that are shown on either side of a mark: minified code is one long line.
const CONTEXT_BYTES: usize = 120;

/// A marked part of the source.
#[derive(Clone, Debug)]
pub struct Mark {
    pub line: u32,
    pub column: u32,
    pub end: Option<(u32, u32)>,
    /// The text at the mark.
    pub text: Option<String>,
}

/// A part of a line with its marks, in bytes of the source.
struct Cut {
    line: u32,
    range: Range<usize>,
    marks: Vec<(Range<usize>, Option<String>)>,
}

/// The parts of a source's lines that are shown, one after another, each ended by a line feed.
#[derive(Debug)]
pub struct Excerpt {
    name: String,
    text: String,
    sections: Vec<Section>,
    labels: Vec<LabeledSpan>,
}

/// A part of a line within the excerpt's text.
#[derive(Debug)]
struct Section {
    range: Range<usize>,
    /// The line, 0-based as in miette.
    line: usize,
    /// The column of the first mark, 0-based.
    column: usize,
}

impl Excerpt {
    pub fn new(name: &str, source: &str, positions: &Positions<'_>, marks: &[Mark]) -> Self {
        let mut excerpt = Self { name: name.to_owned(), text: String::new(), sections: Vec::new(), labels: Vec::new() };
        for cut in cuts(source, positions, marks) {
            excerpt.add(source, positions, &cut);
        }
        excerpt
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().cloned()
    }

    /// Appends a cut with its labels, with hidden characters written out.
    fn add(&mut self, source: &str, positions: &Positions<'_>, cut: &Cut) {
        let begin = self.text.len();
        let mut ends: Vec<usize> = cut.marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        ends.push(cut.range.end);
        ends.sort_unstable();
        ends.dedup();
        let mut shown: Vec<(usize, usize)> = vec![(cut.range.start, begin)];
        let mut at = cut.range.start;
        for end in ends {
            self.text.push_str(&visible(&source[at..end]));
            shown.push((end, self.text.len()));
            at = end;
        }
        let place =
            |offset: usize| shown.iter().rev().find(|&&(known, _)| known == offset).map_or(begin, |&(_, at)| at);
        for (range, text) in &cut.marks {
            let (start, end) = (place(range.start), place(range.end));
            self.labels.push(LabeledSpan::new(text.clone(), start, end - start));
        }
        let first = cut.marks.iter().map(|(range, _)| range.start).min().unwrap_or(cut.range.start);
        let column = positions.position(first as u32).column as usize - 1;
        self.sections.push(Section { range: begin..self.text.len(), line: cut.line as usize - 1, column });
        self.text.push('\n');
    }
}

/// Returns the parts of the lines around the marks, in the order of the source; overlapping ones are merged.
fn cuts(source: &str, positions: &Positions<'_>, marks: &[Mark]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let offset = |line, column| positions.offset(Position { line, column }) as usize;
    let mut marks: Vec<(usize, &Mark)> = marks.iter().map(|mark| (offset(mark.line, mark.column), mark)).collect();
    marks.sort_by_key(|&(start, _)| start);
    for (start, mark) in marks {
        let line = mark.line.clamp(1, positions.line_count().max(1));
        let line_start = positions.line_start(line) as usize;
        let rest = &source[line_start..];
        let line_end = line_start + rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        let start = start.clamp(line_start, line_end);
        let end = mark.end.map_or(start, |(line, column)| offset(line, column)).clamp(start, line_end);
        let from = source.floor_char_boundary(start.saturating_sub(CONTEXT_BYTES).max(line_start));
        let to = source.ceil_char_boundary((end + CONTEXT_BYTES).min(line_end));
        let marked = (start..end, mark.text.clone());
        match cuts.last_mut() {
            Some(cut) if cut.line == line && from <= cut.range.end => {
                cut.range.end = cut.range.end.max(to);
                cut.range.start = cut.range.start.min(from);
                cut.marks.push(marked);
            }
            _ => cuts.push(Cut { line, range: from..to, marks: vec![marked] }),
        }
    }
    cuts.iter_mut().for_each(|cut| part(&mut cut.marks));
    cuts
}

/// Shortens overlapping marks so that they are side by side: an outer one keeps the part before the inner one, or
/// after.
fn part(marks: &mut [(Range<usize>, Option<String>)]) {
    marks.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    for at in 1..marks.len() {
        let (earlier, later) = marks.split_at_mut(at);
        let (outer, inner) = (&mut earlier[at - 1].0, &later[0].0);
        if outer.start == inner.start && outer.end > inner.end {
            outer.start = inner.end;
        } else if outer.start < inner.start {
            outer.end = outer.end.min(inner.start);
        }
    }
    marks.sort_by_key(|(range, _)| (range.start, range.end));
}

impl SourceCode for Excerpt {
    /// Returns the sections that a span is in, unless they are of lines that do not follow one another.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let holds = |offset: usize| self.sections.iter().position(|section| offset <= section.range.end);
        let (first, last) =
            holds(span.offset()).zip(holds(span.offset() + span.len())).ok_or(MietteError::OutOfBounds)?;
        let sections = &self.sections[first..=last];
        if sections.windows(2).any(|pair| pair[1].line != pair[0].line + 1) {
            return Err(MietteError::OutOfBounds);
        }
        let whole = sections[0].range.start..sections[sections.len() - 1].range.end;
        let (line, column) = (sections[0].line, sections[0].column);
        let shown = SourceSpan::from((whole.start, whole.len()));
        let text = self.text[whole].as_bytes();
        let contents = MietteSpanContents::new_named(self.name.clone(), text, shown, line, column, sections.len());
        Ok(Box::new(contents))
    }
}
