//! The selection of answers on the page: exact duplicates folded, and of a large experiment a sample.

use std::{collections::HashMap, ops::Deref};

use super::super::{
    Report,
    grid::{Cell, texts},
    table::Target,
};
use super::anchor;

/// The answers, and the bytes of their code, that a page holds at most.
#[derive(Clone, Copy)]
struct Room {
    answers: usize,
    code_bytes: usize,
}

/// The room of a page that holds every answer.
const WHOLE: Room = Room { answers: 1_500, code_bytes: 4 << 20 };

/// The room of a page that cannot hold all of them: one that a browser opens at once.
const SAMPLE: Room = Room { answers: 400, code_bytes: 1 << 20 };

/// A report, with those of its answers that the page holds.
pub struct Shown<'r, 's> {
    report: &'r Report<'s>,
    /// The groups of equal answers, by their indices in the cell, by model and prompt.
    groups: Vec<Vec<Vec<Vec<usize>>>>,
    /// The first answer that is shown of those with equal texts: model, prompt and index in the cell.
    first: HashMap<Vec<&'s str>, [usize; 3]>,
    /// The number of answers that the figures count and the page does not hold.
    pub left_out: usize,
}

impl<'s> Deref for Shown<'_, 's> {
    type Target = Report<'s>;

    fn deref(&self) -> &Report<'s> {
        self.report
    }
}

impl<'r, 's> Shown<'r, 's> {
    /// Takes the first answer of each cell, then the second, and so on while there is room.
    pub fn new(report: &'r Report<'s>) -> Self {
        let grid = &report.grid;
        let (models, prompts) = (grid.models.len(), grid.prompts.len());
        let mut groups: Vec<Vec<Vec<Vec<usize>>>> = vec![vec![Vec::new(); prompts]; models];
        let mut waiting: Vec<(usize, usize, std::vec::IntoIter<Vec<usize>>)> = (0..prompts)
            .flat_map(|prompt| (0..models).map(move |model| (model, prompt)))
            .map(|(model, prompt)| (model, prompt, grid.cell(model, prompt).duplicates().into_iter()))
            .collect();
        let room = room_for(waiting.iter().flat_map(|(model, prompt, rest)| {
            rest.as_slice().iter().map(|group| code_bytes(grid.cell(*model, *prompt), group[0]))
        }));
        let (mut answers, mut bytes, mut left_out) = (0, 0, 0);
        while !waiting.is_empty() {
            waiting.retain(|(.., rest)| rest.len() > 0);
            // Every n-th cell, if there are more cells than room.
            let step = waiting.len().div_ceil((room.answers - answers).max(1));
            for (place, (model, prompt, rest)) in waiting.iter_mut().enumerate() {
                let Some(group) = rest.next() else { continue };
                let size = code_bytes(grid.cell(*model, *prompt), group[0]);
                if place % step == 0 && answers < room.answers && bytes + size <= room.code_bytes {
                    answers += 1;
                    bytes += size;
                    groups[*model][*prompt].push(group);
                } else {
                    left_out += group.len();
                }
            }
        }
        let mut first = HashMap::new();
        for (model, of_model) in groups.iter().enumerate() {
            for (prompt, of_cell) in of_model.iter().enumerate() {
                for index in of_cell.iter().map(|group| group[0]) {
                    first.entry(texts(grid.cell(model, prompt).answer(index))).or_insert([model, prompt, index]);
                }
            }
        }
        Self { report, groups, first, left_out }
    }

    /// Returns the equal answer of another cell that is shown before this one.
    pub fn same_before(&self, model: usize, prompt: usize, index: usize) -> Option<[usize; 3]> {
        let answer = self.grid.cell(model, prompt).answer(index);
        let place = *self.first.get(&texts(answer))?;
        let other = self.grid.cell(place[0], place[1]).answer(place[2]);
        (place != [model, prompt, index] && other.score == answer.score).then_some(place)
    }

    /// Returns the answers of a cell that the page holds, equal ones together.
    pub fn groups(&self, model: usize, prompt: usize) -> &[Vec<usize>] {
        &self.groups[model][prompt]
    }

    /// Returns the first answer of its cell that equals this one, where the page holds it.
    pub fn first_same(&self, model: usize, prompt: usize, index: usize) -> Option<usize> {
        self.groups(model, prompt).iter().find(|group| group.contains(&index)).map(|group| group[0])
    }

    /// Returns the link to a view, where there is anything to see.
    pub fn link(&self, target: Target) -> Option<String> {
        let target = match target {
            Target::Cell { model, prompt } if self.groups(model, prompt).is_empty() => return None,
            Target::Rule { model, rule } if self.rules.fired[rule].findings[model] == 0 => return None,
            Target::Answer { model, prompt, index } => {
                Target::Answer { model, prompt, index: self.first_same(model, prompt, index)? }
            }
            Target::Behind { .. } => return None,
            target => target,
        };
        Some(format!("#{}", anchor(target)))
    }
}

/// Returns the room of a page for answers whose code has these sizes in bytes.
fn room_for(sizes: impl Iterator<Item = usize>) -> Room {
    let (answers, bytes) = sizes.fold((0, 0), |(answers, bytes), size| (answers + 1, bytes + size));
    if answers <= WHOLE.answers && bytes <= WHOLE.code_bytes { WHOLE } else { SAMPLE }
}

fn code_bytes(cell: &Cell, index: usize) -> usize {
    let answer = cell.answer(index).answer;
    let remediations = answer.remediations.iter().map(|remediation| remediation.attempt.text().len());
    answer.code.len() + remediations.sum::<usize>()
}
