//! An experiment's tables and pictures: terminal, Markdown, CSV, HTML.
