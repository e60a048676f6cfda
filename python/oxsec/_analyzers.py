"""Analyzers by what they were made from, so that functions without one need not make it at each call."""

from __future__ import annotations

from functools import lru_cache

from ._oxsec import Analyzer


@lru_cache(maxsize=32)
def cached(preset: str, rules: tuple[str, ...], extract: str, inline_config: bool) -> Analyzer:
    """Return the analyzer of these settings."""
    return Analyzer(preset, rules=list(rules), extract=extract, inline_config=inline_config)
