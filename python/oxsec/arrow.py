"""Arrow columns in, Arrow columns out, without a copy of the texts.

    >>> import pyarrow as pa, oxsec.arrow
    >>> table = pa.table(oxsec.arrow.check(pa.array(["eval(x)", None])))
    >>> table.column_names
    ['status', 'vulnerable', 'errors', 'warnings', 'findings']

Any object that speaks the Arrow PyCapsule interface is a column: of pyarrow, polars, pandas, DuckDB, nanoarrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._analyzers import analyzer_of
from ._oxsec import Analyzer, Column

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._analyzers import Settings

__all__ = ["Column", "check"]


def check(
    column: Any, *, analyzer: Analyzer | None = None, filename: str | None = None, **settings: Unpack[Settings]
) -> Column:
    """Analyze a column of texts; a struct a row: status, vulnerable, errors, warnings, findings.

    A null row has null in every field. Bytes that are not UTF-8 are read as U+FFFD.
    """
    return Column.check(analyzer or analyzer_of(settings), column, filename=filename)
