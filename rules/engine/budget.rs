//! The point at which to stop searching around nodes and index the whole text.

/// The cost so far of searching a text piece by piece, in bytes. Once it equals the size of the text, an index of the
/// whole text is made.
///
/// So a few queries cost what is around their nodes, however long the text is, and many cost no more than a few walks
/// over the text.
#[derive(Debug, Default)]
pub struct Budget(usize);

/// The cost of visiting a node, in bytes of text searched.
const BYTES_PER_NODE: usize = 4;

impl Budget {
    /// Returns whether any budget is left.
    pub fn is_left(&self, source: &str) -> bool {
        self.0 <= source.len()
    }

    pub fn spend_on_bytes(&mut self, bytes: usize) {
        self.0 = self.0.saturating_add(bytes);
    }

    pub fn spend_on_nodes(&mut self, nodes: usize) {
        self.spend_on_bytes(nodes.saturating_mul(BYTES_PER_NODE));
    }

    /// Returns whether a piece of this many bytes may be searched by itself, and spends them if so.
    pub fn allows(&mut self, bytes: u32, source: &str) -> bool {
        self.spend_on_bytes(bytes as usize);
        self.is_left(source)
    }
}

/// An index of a whole text, made once direct searches have used up the budget. A rule keeps it in its state.
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
    /// Returns the index.
    ///
    /// # Errors
    ///
    /// The remaining budget, if any is left: the caller then searches directly and spends the cost.
    pub fn get(&mut self, source: &str, make: impl FnOnce() -> I) -> Result<&I, &mut Budget> {
        if self.index.is_none() && self.budget.is_left(source) {
            return Err(&mut self.budget);
        }
        Ok(self.index.get_or_insert_with(make))
    }
}
