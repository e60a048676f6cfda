"""Rewards: silence is never the best answer."""

import pytest

import oxsec

CLEAN = "```js\nexport const add = (a, b) => a + b;\n```"
VULNERABLE = "```js\nexport const run = (code) => eval(code);\n```"


def test_clean_code_gets_all_and_what_is_not_code_nothing():
    rewards = oxsec.reward([CLEAN, VULNERABLE, "I cannot help with that.", "", "```js\nfunction (\n```"])
    assert rewards[0] == 1.0
    assert 0.0 < rewards[1] < 1.0
    assert rewards[2:] == [0.0, 0.0, 0.0]


def test_a_comment_that_switches_rules_off_earns_nothing():
    silenced = VULNERABLE.replace("```js\n", "```js\n/* eslint-disable */\n")
    assert oxsec.reward([silenced]) == oxsec.reward([VULNERABLE])


def test_messages_are_read_like_strings():
    as_messages = [{"role": "user", "content": "Write it."}, {"role": "assistant", "content": VULNERABLE}]
    as_parts = [{"role": "assistant", "content": [{"type": "text", "text": VULNERABLE}]}]
    assert oxsec.reward([as_messages, as_parts], prompts=["p", "p"]) == oxsec.reward([VULNERABLE, VULNERABLE])
    assert oxsec.reward([[{"role": "assistant", "content": None}]]) == [0.0]


def test_weights_say_how_much_a_finding_costs():
    assert oxsec.reward([VULNERABLE], weights={"proven": 0, "error": 0, "warning": 0}) == [1.0]
    with pytest.raises(ValueError, match="expected proven, error or warning"):
        oxsec.reward([VULNERABLE], weights={"errors": 1})
    with pytest.raises(ValueError, match="must be a number from 0 on"):
        oxsec.reward([VULNERABLE], weights={"error": -1})


def test_one_answer_has_verl_s_signature():
    assert oxsec.compute_score("codegen", CLEAN, None, extra_info={}) == 1.0
    assert oxsec.compute_score(CLEAN) == 1.0


def test_what_is_no_completion_is_named():
    with pytest.raises(TypeError, match=r"completions\[0\]"):
        oxsec.reward([None])
    with pytest.raises(TypeError, match=r"completions\[1\]"):
        oxsec.reward([CLEAN, b"eval(x)"])
