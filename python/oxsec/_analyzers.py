"""Analyzers by their settings, so that functions without one need not make it at each call."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Literal, Mapping, Sequence, TypedDict

from ._oxsec import Analyzer


class Settings(TypedDict, total=False):
    """The settings of an ``Analyzer``, as the package's functions take them: those left out have these values.

    ``preset``: ``"recommended"``; several with commas. ``rules``: none; ``["pg/no-select-all: error"]`` or
    ``{"pg/no-select-all": "error"}``. ``extract``: ``"none"``. ``inline_config``: ``False``. ``verdict``: ``False``;
    ``True`` has oxsec's own analysis judge each finding of a plugin. ``sources``: all; of the kinds ``"remote"``,
    ``"browser"``, ``"parameter"``, ``"local"``, ``"secret"`` those whose data the own rules follow. ``models``: none; what
    a file of ``--models`` holds, as ``tomllib.load`` reads it. ``threads``: one a core. ``limits``: ``max_bytes``, ``max_depth``, ``max_steps``, ``max_stack`` of the program.
    """

    preset: str
    rules: Sequence[str] | Mapping[str, Any]
    extract: Literal["auto", "fence", "none"]
    inline_config: bool
    verdict: bool
    sources: Sequence[Literal["remote", "browser", "parameter", "local", "secret"]] | None
    models: Mapping[str, Any] | None
    threads: int | None
    limits: Mapping[str, int] | None


def analyzer_of(settings: Mapping[str, Any], *, extract: str = "none") -> Analyzer:
    """Return the analyzer of these settings, the same for the same ones."""
    return _made(json.dumps({"extract": extract, **settings}, default=_not_json))


@lru_cache(maxsize=32)
def _made(settings: str) -> Analyzer:
    return Analyzer(**json.loads(settings))


def _not_json(value: object) -> object:
    """Write the mappings and sequences of other libraries as JSON."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(f"a setting must be plain data, not {type(value).__name__}")
