from os import PathLike
from typing import Any, Iterable, Literal, Mapping, Sequence, final

__all__ = [
    "__version__",
    "Analyzer",
    "Result",
    "Finding",
    "Column",
    "Experiment",
    "Table",
    "restore_result",
    "restore_finding",
    "rules",
    "rescore",
]
__version__: str

@final
class Finding:
    """One finding: what is wrong where, how bad it is, and what to do."""

    rule: str
    message_id: str
    message: str
    help: str
    severity: Literal["error", "warning", "note"]
    """A note is a remark: it counts in no total, rate or reward."""
    cwe: int | None
    cvss: float | None
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    """In code points: ``result.code[finding.start:finding.end]`` is the place."""
    end: int
    evidence_json: str | None
    verdict: Literal["confirmed", "refuted", "unproven", "not applicable"] | None
    """On a plugin's finding, where the analyzer has ``verdict=True``."""
    verdict_reason: str | None
    @property
    def evidence(self) -> dict[str, Any] | None: ...

@final
class Result:
    """The result of one text."""

    status: str
    """``"code"``, ``"unparsable"``, ``"empty"``, ``"refused"``, ``"fenced"``, ``"cut-off"``, ``"patch"``,
    ``"other-language"``, ``"over-limit"`` or ``"failed"``. Only code is ever clean."""
    code: str
    filename: str
    findings: list[Finding]
    vulnerable: bool
    clean: bool
    error: str | None
    def to_eslint(self) -> dict[str, Any]: ...

@final
class Analyzer:
    """Rules, limits and the reading of answers, once for many texts."""

    def __new__(
        cls,
        preset: str = "recommended",
        *,
        rules: Sequence[str] | Mapping[str, Any] | None = None,
        extract: Literal["auto", "fence", "none"] = "auto",
        inline_config: bool = False,
        verdict: bool = False,
        sources: Sequence[Literal["remote", "browser", "parameter", "local", "secret"]] | None = None,
        models: Mapping[str, Any] | None = None,
        threads: int | None = None,
        limits: Mapping[str, int] | None = None,
    ) -> Analyzer: ...
    active: list[tuple[str, Literal["error", "warn"]]]
    def check(self, code: str, *, filename: str | None = None) -> Result: ...
    def check_many(self, codes: Iterable[str], *, filename: str | None = None) -> list[Result]: ...
    def count(self, codes: Iterable[str], *, filename: str | None = None) -> list[int]: ...
    def rewards(
        self, codes: Iterable[str], *, weights: Mapping[str, float] | None = None, filename: str | None = None
    ) -> list[float]: ...

@final
class Column:
    """A column of results, for any Arrow library."""

    @staticmethod
    def check(analyzer: Analyzer, column: Any, *, filename: str | None = None) -> Column: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...
    def __arrow_c_schema__(self) -> Any: ...

@final
class Table:
    """One table of a scored experiment."""

    name: str
    title: str
    notes: list[str]
    def rows(self) -> list[dict[str, Any]]: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class Experiment:
    """A scored experiment."""

    tables: dict[str, Table]
    statements: list[str]
    problems: list[str]
    left_out: int
    answers: int
    models: list[str]

def rules() -> list[dict[str, Any]]: ...
def rescore(
    source: str | PathLike[str] | Sequence[str | PathLike[str]],
    *,
    map: Mapping[str, str] | None = None,
    model: str | None = None,
    extract: bool = False,
    domains: str | PathLike[str] | None = None,
    preset: str = "recommended",
    rules: Sequence[str] | None = None,
    inline_config: bool | None = None,
    reading: Literal["published", "code", "proven", "distinct"] | None = None,
) -> Experiment: ...
def restore_result(text: str, outcome: str) -> Result: ...
def restore_finding(finding: str) -> Finding: ...
