//! Lint results → ESLint JSON, pretty, and whatever else reads them.
