"""Measures the package beside the program on the same rows, its co-process, and ESLint in Node, in turns.

    pip install oxsec pyarrow
    python measure.py --program OXSEC [--rows 100000] [--turns 7] [--sample EXPERIMENT] [--eslint FOLDER]

The rows are those of examples/rows.py, of the sample experiment or another. Seconds are medians of the turns, beside them the processor time of all threads,
which depends less on what else the machine does. --eslint names a folder with ESLint 9 and plugins, of which
`recommended` is taken.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

import pyarrow as pa

import oxsec
import oxsec.arrow

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from rows import SAMPLE, codes  # noqa: E402

BATCH = 256
ESLINT_ROWS = 500

ESLINT = """
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const [folder, file] = process.argv.slice(1);
const require_ = createRequire(path.join(folder, "index.js"));
const { ESLint } = require_("eslint");
const names = fs.readdirSync(path.join(folder, "node_modules")).filter((name) => name.startsWith("eslint-plugin-"));
const overrideConfig = names.flatMap((name) => require_(name).configs.recommended);
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig, cwd: folder });
(async () => {
  const codes = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const code of codes.slice(0, 50)) await eslint.lintText(code);
  const times = [];
  for (const code of codes) {
    const start = process.hrtime.bigint();
    await eslint.lintText(code);
    times.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  console.log(JSON.stringify({ plugins: names, times }));
})();
"""


def processor_seconds() -> float:
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def in_turns(works: dict[str, Callable[[], Any]], turns: int) -> dict[str, tuple[float, float]]:
    """Seconds and processor seconds of each work, medians of so many turns after one that does not count."""
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for turn in range(turns + 1):
        for name, work in works.items():
            start, used = time.perf_counter(), processor_seconds()
            result = work()
            seconds = time.perf_counter() - start, processor_seconds() - used
            del result
            if turn > 0:
                measured[name].append(seconds)
    return {name: tuple(map(statistics.median, zip(*times))) for name, times in measured.items()}


def each(work: Callable[[Any], Any], items: list[Any]) -> list[float]:
    times = []
    for item in items:
        start = time.perf_counter()
        work(item)
        times.append(time.perf_counter() - start)
    return times


class CoProcess:
    """The program as a child that answers each row."""

    def __init__(self, program: str) -> None:
        command = [program, "check", "--stdin-jsonl", "--no-inline-config"]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def check(self, codes: list[str]) -> list[Any]:
        lines = "".join(json.dumps({"id": 0, "code": code}) + "\n" for code in codes)
        self.child.stdin.write(lines.encode())
        self.child.stdin.flush()
        return [json.loads(self.child.stdout.readline()) for _ in codes]

    def close(self) -> None:
        self.child.stdin.close()
        self.child.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=7)
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="the experiment whose answers are taken")
    parser.add_argument("--eslint")
    args = parser.parse_args()

    texts = codes(range(args.rows), args.sample)
    column = pa.array(texts)
    plain, auto = oxsec.Analyzer(extract="none"), oxsec.Analyzer(extract="auto")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w") as file:
            file.writelines(json.dumps({"id": index, "code": code}) + "\n" for index, code in enumerate(texts))

        def program(*more: str) -> None:
            command = [args.program, "check", "--stdin-jsonl", "--no-inline-config", *more]
            with lines.open() as rows:
                done = subprocess.run(command, stdin=rows, stdout=subprocess.DEVNULL)
            assert done.returncode in (0, 1), done.returncode

        works = {
            "the program, JSON Lines": program,
            "check_many, a list of str": lambda: plain.check_many(texts),
            "count, a list of str": lambda: plain.count(texts),
            "arrow.check, a column": lambda: oxsec.arrow.check(column, analyzer=plain),
            "the program, --extract": lambda: program("--extract"),
            "check_many, extract=auto": lambda: auto.check_many(texts),
            "rewards (extract=auto)": lambda: auto.rewards(texts),
        }
        measured = in_turns(works, args.turns)
    print(f"{args.rows} rows, {sum(map(len, texts)) / len(texts):.0f} characters each, {os.cpu_count()} cores")
    print(f"{'':<32}{'s':>8}{'× program':>11}{'processor s':>13}{'× program':>11}{'rows/s':>11}")
    base = (0.0, 0.0)
    for name, (seconds, used) in measured.items():
        base = (seconds, used) if name.startswith("the program") else base
        ratios = seconds / base[0], used / base[1]
        print(f"{name:<32}{seconds:>8.3f}{ratios[0]:>11.2f}{used:>13.3f}{ratios[1]:>11.2f}{args.rows / seconds:>11,.0f}")

    child = CoProcess(args.program)
    ones = texts[:5000]
    batches = [texts[start : start + BATCH] for start in range(0, 100 * BATCH, BATCH)]
    singles = {
        "one text, check": each(plain.check, ones),
        "one text, oxsec.check": each(oxsec.check, ones),
        "one text, check, findings read": each(lambda code: plain.check(code).findings, ones),
        "one text, co-process": each(lambda code: child.check([code]), ones),
        f"{BATCH} texts, check_many": each(plain.check_many, batches),
        f"{BATCH} texts, rewards": each(auto.rewards, batches),
        f"{BATCH} texts, co-process": each(child.check, batches),
    }
    child.close()
    print(f"\n{'':<44}{'median ms':>11}{'99th percentile':>17}")
    show_times(singles)
    if args.eslint:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(texts[:ESLINT_ROWS], file)
            file.flush()
            command = ["node", "-e", ESLINT, os.path.abspath(args.eslint), file.name]
            said = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        show_times({f"one text, ESLint in Node ({len(said['plugins'])} plugins)": said["times"]})


def show_times(times_by_name: dict[str, list[float]]) -> None:
    for name, times in times_by_name.items():
        times.sort()
        print(f"{name:<44}{statistics.median(times) * 1e3:>11.3f}{times[len(times) * 99 // 100] * 1e3:>17.3f}")


if __name__ == "__main__":
    main()
