"""Security findings in generated JavaScript, in-process.

    >>> import oxsec
    >>> oxsec.check("eval(x)").findings[0].rule
    'node-security/detect-eval-with-expression'

``check``, ``check_many`` and ``count`` take code as it is, and every setting of an ``Analyzer``. For raw answers of models
(Markdown, reasoning, refusals) use ``extract="auto"``, or use ``reward``, which reads answers that way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable

from ._analyzers import analyzer_of
from ._experiment import rescore
from ._oxsec import Analyzer, Experiment, Finding, Result, Table, __version__, rules
from .rewards import compute_score, reward

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._analyzers import Settings

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


def check(code: str, *, filename: str | None = None, **settings: Unpack[Settings]) -> Result:
    """Analyze one text."""
    return analyzer_of(settings).check(code, filename=filename)


def check_many(codes: Iterable[str], *, filename: str | None = None, **settings: Unpack[Settings]) -> list[Result]:
    """Analyze many texts in parallel. Return a result for each, in their order."""
    return analyzer_of(settings).check_many(codes, filename=filename)


def count(codes: Iterable[str], *, filename: str | None = None, **settings: Unpack[Settings]) -> list[int]:
    """Count the findings in each of many texts. A text that is not code has none."""
    return analyzer_of(settings).count(codes, filename=filename)
