//! When to stop looking around by hand.

/// The cost so far of looking through a text piece by piece, in bytes looked at: an index of all of it is made once
/// that is as much as the text has.
///
/// So what few nodes ask for costs what stands around them, however long the text is, and what many ask for costs no
/// more than a few walks over it.
#[derive(Debug, Default)]
pub struct Budget(usize);

/// The cost of looking at a node, in bytes of text looked at.
const BYTES_PER_NODE: usize = 4;

impl Budget {
    /// Returns whether anything is left of it.
    pub fn is_left(&self, source: &str) -> bool {
        self.0 <= source.len()
    }

    pub fn spend_on_bytes(&mut self, bytes: usize) {
        self.0 = self.0.saturating_add(bytes);
    }

    pub fn spend_on_nodes(&mut self, nodes: usize) {
        self.spend_on_bytes(nodes.saturating_mul(BYTES_PER_NODE));
    }

    /// Returns whether a piece of this many bytes may be looked at by itself, which is counted.
    pub fn allows(&mut self, bytes: u32, source: &str) -> bool {
        self.spend_on_bytes(bytes as usize);
        self.is_left(source)
    }
}

/// An index of a whole text, made once looking around without it has cost as much as there is to spend. A rule keeps it
/// in its state.
#[derive(Debug)]
pub struct Indexed<I> {
    budget: Budget,
    index: Option<I>,
}

impl<I> Default for Indexed<I> {
    fn default() -> Self {
        Self { budget: Budget::default(), index: None }
    }
}

impl<I> Indexed<I> {
    /// The index.
    ///
    /// # Errors
    ///
    /// What is left to spend, where something is: then look around, and spend what that costs.
    pub fn get(&mut self, source: &str, make: impl FnOnce() -> I) -> Result<&I, &mut Budget> {
        if self.index.is_none() && self.budget.is_left(source) {
            return Err(&mut self.budget);
        }
        Ok(self.index.get_or_insert_with(make))
    }
}
