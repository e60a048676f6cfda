"""Arrow columns in, Arrow columns out, without a copy of the texts.

    >>> import pyarrow as pa, oxsec.arrow
    >>> table = pa.table(oxsec.arrow.check(pa.array(["eval(x)", None])))
    >>> table.column_names
    ['status', 'vulnerable', 'errors', 'warnings', 'findings']

Any object that speaks the Arrow PyCapsule interface is a column: of pyarrow, polars, pandas, DuckDB, nanoarrow.
"""

from __future__ import annotations

from typing import Any, Sequence

from ._analyzers import cached
from ._oxsec import Analyzer, Column

__all__ = ["Column", "check"]


def check(
    column: Any,
    *,
    analyzer: Analyzer | None = None,
    filename: str = "answer.js",
    preset: str = "recommended",
    rules: Sequence[str] = (),
    extract: str = "none",
    inline_config: bool = False,
) -> Column:
    """Analyze a column of texts; a struct a row: status, vulnerable, errors, warnings, findings.

    A null row has null in every field.
    """
    analyzer = analyzer or cached(preset, tuple(rules), extract, inline_config)
    return Column.check(analyzer, column, filename=filename)
