"""Stored generations, scored again."""

from __future__ import annotations

import tempfile
from os import PathLike
from pathlib import Path
from typing import Any, Mapping, Sequence

from . import _oxsec
from ._oxsec import Experiment


def rescore(
    source: str | PathLike[str] | Sequence[str | PathLike[str]] | Any,
    *,
    map: Mapping[str, str] | None = None,
    model: str | None = None,
    **settings: Any,
) -> Experiment:
    """Score stored generations again, as ``oxsec rescore`` does.

    ``source``: a path, a list of paths, or an Arrow table (any object with ``__arrow_c_stream__``; needs pyarrow).
    ``map``: names of columns, ``{"response": "completion", "model": "engine"}``. ``model``: the model of rows that name
    none. Further: ``preset``, ``rules``, ``extract`` (read ``code`` as a raw answer), ``domains`` (a path),
    ``inline_config`` (``False``: comments that switch rules off are ignored), ``reading`` (``published``, ``code``,
    ``proven`` or ``distinct``: its figures alone).
    """
    if not hasattr(source, "__arrow_c_stream__"):
        return _oxsec.rescore(source, map=map and dict(map), model=model, **settings)
    import pyarrow
    from pyarrow import parquet

    with tempfile.TemporaryDirectory(prefix="oxsec-") as folder:
        file = Path(folder) / "table.parquet"
        parquet.write_table(pyarrow.table(source), file)
        return rescore(file, map=map, model=model, **settings)
