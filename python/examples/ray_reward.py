"""A reward actor on Ray: trainers send completions and get a reward each.

    python ray_reward.py
"""

from __future__ import annotations

import ray

import oxsec


@ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)
class Rewarder:
    """Rewards completions. One actor a node serves several trainers; its state is its analyzer alone."""

    def __init__(self, preset: str = "recommended,oxsec") -> None:
        self.analyzer = oxsec.Analyzer(preset, extract="auto", threads=1)

    def reward(self, completions: list) -> list[float]:
        return oxsec.reward(completions, analyzer=self.analyzer)


if __name__ == "__main__":
    rewarder = Rewarder.remote()
    completions = ["```js\nexport const add = (a, b) => a + b;\n```", "```js\nexport default (code) => eval(code);\n```"]
    print(ray.get(rewarder.reward.remote(completions)))
