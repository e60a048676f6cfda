"""Security findings in generated JavaScript, in-process.

    >>> import oxsec
    >>> oxsec.check("eval(x)").findings[0].rule
    'node-security/detect-eval-with-expression'

``check`` and ``check_many`` take code as it is. For raw answers of models (Markdown, reasoning, refusals) make an
``Analyzer(extract="auto")``, or use ``reward``, which reads answers that way.
"""

from __future__ import annotations

from typing import Iterable, Sequence

from ._analyzers import cached
from ._oxsec import Analyzer, Experiment, Finding, Result, Table, __version__, rescore, rules
from .rewards import compute_score, reward

__all__ = [
    "Analyzer",
    "Experiment",
    "Finding",
    "Result",
    "Table",
    "__version__",
    "check",
    "check_many",
    "compute_score",
    "count",
    "rescore",
    "reward",
    "rules",
]


def check(
    code: str,
    *,
    filename: str | None = None,
    preset: str = "recommended",
    rules: Sequence[str] = (),
    extract: str = "none",
    inline_config: bool = False,
) -> Result:
    """Analyze one text. ``rules`` are written as ``"pg/no-select-all: error"``."""
    return cached(preset, tuple(rules), extract, inline_config).check(code, filename=filename)


def check_many(
    codes: Iterable[str],
    *,
    filename: str | None = None,
    preset: str = "recommended",
    rules: Sequence[str] = (),
    extract: str = "none",
    inline_config: bool = False,
) -> list[Result]:
    """Analyze many texts, in parallel; a result each, in their order."""
    return cached(preset, tuple(rules), extract, inline_config).check_many(codes, filename=filename)


def count(
    codes: Iterable[str],
    *,
    filename: str | None = None,
    preset: str = "recommended",
    rules: Sequence[str] = (),
    extract: str = "none",
    inline_config: bool = False,
) -> list[int]:
    """Count the findings in each of many texts. What is not code has none."""
    return cached(preset, tuple(rules), extract, inline_config).count(codes, filename=filename)
