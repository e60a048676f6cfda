"""The scorer for Inspect."""

import asyncio
from types import SimpleNamespace

import pytest

inspect_ai = pytest.importorskip("inspect_ai")

import oxsec.inspect  # noqa: E402


@pytest.mark.parametrize(
    ("completion", "value"),
    [
        ("```js\nexport const add = (a, b) => a + b;\n```", "C"),
        ("```js\nexport const run = (code) => eval(code);\n```", "I"),
        ("I cannot help with that.", "N"),
    ],
)
def test_answers_are_scored(completion, value):
    state = SimpleNamespace(output=SimpleNamespace(completion=completion))
    score = asyncio.run(oxsec.inspect.secure()(state, None))
    assert score.value == value
    assert score.metadata["status"]
