//! Libraries of pages that return their arguments: copies, class names, Markdown, formats.

use super::{Row, formats, is, joins, passes, with};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Copies.
    passes("clone", 0), passes("fclone", 0), passes("sort-keys", 0), passes("json-cycle.decycle", 0), passes("json-cycle.retrocycle", 0),
    passes("lodash.clone", 0), passes("lodash.cloneDeep", 0), passes("lodash.clonedeep", 0), passes("_.clone", 0), passes("_.cloneDeep", 0),
    passes("underscore.clone", 0), passes("rfdc()", 0), passes("clone-deep", 0), passes("deepcopy", 0), passes("immutable.fromJS", 0),
    passes("lodash.identity", 0), passes("lodash.toString", 0), passes("lodash.trim", 0), passes("_.trim", 0),
    // Class names.
    is("classnames.dedupe", "classnames"), is("classnames.bind", "classnames"), is("cx", "classnames"), is("clsx", "classnames"), joins("classnames", 0),
    // Markdown that leaves HTML as it is.
    passes("marked", 0), passes("marked.parse", 0), passes("marked.marked", 0), passes("marked.marked.parse", 0), passes("showdown.Converter().makeHtml", 0),
    with("markdown-it", "html", "markdown.Raw"), with("remarkable", "html", "markdown.Raw"), with("remarkable.Remarkable", "html", "markdown.Raw"),
    is("markdown.Raw.use()", "markdown.Raw"), passes("markdown.Raw.render", 0), passes("markdown.Raw.renderInline", 0),
    passes("snarkdown", 0), is("markdown.markdown", "markdown"), passes("markdown.toHTML", 0), passes("mermaid.render", 1), is("mermaid.mermaidAPI", "mermaid"),
    // Texts with places for arguments.
    formats("util.format", 0), formats("util.formatWithOptions", 1), formats("sprintf-js.sprintf", 0), formats("printf", 0), formats("format-util", 0),
    formats("printj.sprintf", 0),
    // Queries of an address.
    passes("query-string.extract", 0),
];
