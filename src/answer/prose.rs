//! Sentences around code that is in no fence.

use super::text;

/// The beginnings of unfenced code that are tried.
const MAX_TRIED_STARTS: usize = 6;
/// The ends of unfenced code that are tried.
const MAX_TRIED_ENDS: usize = 3;

/// Returns the ranges of a text without the sentences before and after it, to be tried in order, the longest first.
pub(super) fn without_prose(text: &str) -> Vec<(usize, usize)> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line));
        at += line.len();
    }
    let is_blank = |line: &str| line.trim().is_empty();
    // No line of code is left out.
    let first_code = lines.iter().position(|(_, line)| text::is_code_line(line)).unwrap_or(lines.len());
    let last_code = lines.iter().rposition(|(_, line)| text::is_code_line(line)).unwrap_or(0);
    let mut starts: Vec<usize> = Vec::new();
    for index in 0..lines.len().min(first_code + 1) {
        let is_start = !is_blank(lines[index].1)
            && !text::is_prose_line(lines[index].1)
            && (index == 0
                || is_blank(lines[index - 1].1)
                || text::is_prose_line(lines[index - 1].1)
                || index == first_code);
        if is_start {
            starts.push(lines[index].0);
        }
    }
    // The nearest to the code are the likeliest.
    let skipped = starts.len().saturating_sub(MAX_TRIED_STARTS);
    let starts = &starts[skipped..];
    let mut ends: Vec<usize> = vec![text.len()];
    for index in (last_code..lines.len()).rev() {
        let next_is_other = lines.get(index + 1).is_none_or(|(_, next)| is_blank(next) || text::is_prose_line(next));
        if !is_blank(lines[index].1) && next_is_other && (index == last_code || !text::is_prose_line(lines[index].1)) {
            ends.push(lines[index].0 + lines[index].1.len());
        }
    }
    ends.dedup();
    if ends.len() > MAX_TRIED_ENDS {
        ends.drain(1..=ends.len() - MAX_TRIED_ENDS);
    }
    starts.iter().flat_map(|&from| ends.iter().map(move |&to| (from, to))).filter(|(from, to)| from < to).collect()
}
