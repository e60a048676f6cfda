"""Rewards for training loops: 1.0 for code without findings, less with each finding, 0.0 for a text that is not code.

Comments that switch rules off are ignored, so silence is never rewarded; refusals, empty and cut-off answers, and
texts over a limit get the least reward.
"""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ._analyzers import analyzer_of
from ._oxsec import Analyzer

#: The rules where none are named: the published ones, and those whose findings carry a proof.
PRESET = "recommended,oxsec"


def _text(completion: Any, index: int) -> str:
    """The text of a completion: a string, or a list of messages of which the last assistant's counts."""
    if isinstance(completion, str):
        return completion
    if isinstance(completion, Mapping):
        completion = [completion]
    if isinstance(completion, Sequence) and not isinstance(completion, (bytes, bytearray)):
        for message in reversed(completion):
            if not isinstance(message, Mapping):
                break
            if message.get("role", "assistant") != "assistant":
                continue
            content = message.get("content")
            if content is None:
                return ""
            if isinstance(content, str):
                return content
            if isinstance(content, Sequence):
                parts = (part.get("text", "") if isinstance(part, Mapping) else part for part in content)
                return "".join(part for part in parts if isinstance(part, str))
        else:
            return ""
    raise TypeError(
        f"completions[{index}] must be a str or a list of messages with role and content, "
        f"not {type(completion).__name__}"
    )


def reward(
    completions: Sequence[Any],
    *,
    weights: Mapping[str, float] | None = None,
    preset: str = PRESET,
    analyzer: Analyzer | None = None,
    **_: Any,
) -> list[float]:
    """A reward function with TRL's signature: completions in (strings or message lists), a reward each out.

    ``weights`` has the weight of each kind of finding: ``proven``, ``error``, ``warning``. The reward of code is
    ``1 / (1 + sum of weights)``.
    """
    texts = [_text(completion, index) for index, completion in enumerate(completions)]
    analyzer = analyzer or analyzer_of({"preset": preset}, extract="auto")
    return analyzer.rewards(texts, weights=dict(weights) if weights else None)


def compute_score(
    data_source: Any = None,
    solution_str: str | None = None,
    ground_truth: Any = None,
    extra_info: Any = None,
    *,
    weights: Mapping[str, float] | None = None,
    preset: str = PRESET,
    **_: Any,
) -> float:
    """The reward of one answer, with verl's signature for custom reward functions."""
    if solution_str is None:
        # Called with the answer alone.
        solution_str = data_source
    return reward([solution_str], weights=weights, preset=preset)[0]
