//! Stored generations: the data model, the formats that it is read from, rescoring.
