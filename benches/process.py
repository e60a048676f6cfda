#!/usr/bin/env python3
"""Measures the program from outside: whole processes, their memory, streams, the co-process.

    cargo build --profile dist --bins --examples
    python3 benches/process.py [--rows 10000,100000,1000000] [--turns 7] [--beside OXSEC]
                               [--eslint FOLDER] [--oxlint PROGRAM]

--eslint names a folder in which ESLint and the four plugins are installed, with an eslint.config.mjs;
--oxlint names an oxlint. Everything of one table is measured in turns, and the figures are medians.
"""

import argparse
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

TIME = shutil.which("time")
ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command, stdin=None, cwd=None, with_memory=False):
    """Seconds of one process, and its peak memory in MiB if asked: NaN where GNU time, which tells it, is not installed.
    (What a direct child is said to have used begins with what this program uses.)"""
    with tempfile.NamedTemporaryFile() as peak, open(stdin or os.devnull) as source, open(os.devnull, "w") as nowhere:
        timed = [TIME, "--quiet", "-f", "%M", "-o", peak.name] if TIME and with_memory else []
        start = time.perf_counter()
        done = subprocess.run(timed + command, stdin=source, stdout=nowhere, stderr=nowhere, cwd=cwd)
        seconds = time.perf_counter() - start
        memory = peak.read().split()
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with status {done.returncode}")
    return seconds, float(memory[-1]) / 1024 if memory else math.nan


def table(title, works, rounds):
    """Runs each work once a round and prints its medians."""
    measured = {name: [] for name in works}
    for _ in range(rounds):
        for name, (command, options) in works.items():
            measured[name].append(run(command, **options)[0])
    print(f"\n{title:<44}{'ms':>9}{'MiB':>8}")
    for name, values in measured.items():
        command, options = works[name]
        seconds, memory = statistics.median(values), run(command, **options, with_memory=True)[1]
        print(f"{name:<44}{seconds * 1e3:>9.1f}{memory:>8.1f}")


def answers():
    """The answers of the stored experiment, or of the sample where it is not there."""
    shared = pathlib.Path(os.environ.get("OXSEC_SHARED", ROOT.parent / "shared"))
    stored = shared / "stored" / "overnight-7iter.json"
    experiment = json.loads((stored if stored.exists() else ROOT / "corpus" / "experiment.json").read_text())
    for model in experiment["models"].values():
        for prompt in model.get("byPrompt") or model["prompts"]:
            for iteration in prompt["iterations"]:
                yield iteration["code"]
                fixed = (iteration.get("remediation") or {}).get("fixedCode")
                if fixed is not None:
                    yield fixed


def whole_processes(oxsec, others, rounds, folder):
    files = folder / "answers"
    files.mkdir()
    for number, code in enumerate(answers()):
        (files / f"{number:04}.js").write_text(code)
    one = files / "0000.js"
    check = [oxsec, "check", "--format", "json", "--no-ignore"]
    works = {f"oxsec, {len(os.listdir(files))} files to JSON": (check + [str(files)], {})}
    works |= {f"{name}, the same": (command + [str(files)], {"cwd": folder}) for name, command in others.items()}
    table("files", works, rounds)
    works = {"oxsec, one file to JSON": (check + [str(one)], {}), "oxsec --version": ([oxsec, "--version"], {})}
    works |= {f"{name}, the same": (command + [str(one)], {"cwd": folder}) for name, command in others.items()}
    table("one file", works, rounds)


def parsing(measure):
    """Seconds that one core takes at present to parse an answer and analyze its scopes, on average."""
    told = subprocess.run([measure, "parsing", "21"], stdout=subprocess.PIPE, check=True, text=True).stdout
    count = int(re.search(r"(\d+) answers", told).group(1))
    milliseconds = float(re.search(r"([\d.]+) ms", told).group(1))
    return milliseconds / 1e3 / count


def streams(programs, synthesise, measure, sizes, turns, folder):
    """Medians of all turns, in which each program takes the rows once. `x parsing`: how much longer a core takes for a row
    than to parse an answer, just before and after."""
    print(f"\n{'rows as JSON Lines':<20}{'jobs':>6}{'seconds':>9}{'rows/s':>10}{'MiB':>8}{'x parsing':>11}")
    for size in sizes:
        rows = folder / "rows.jsonl"
        with open(rows, "w") as out:
            subprocess.run([synthesise, str(size)], stdout=out, check=True)
        for jobs in (1, 2):
            measured = {program: [] for program in programs}
            for _ in range(turns):
                for program, runs in measured.items():
                    before = parsing(measure)
                    command = [program, "check", "--stdin-jsonl", "--jobs", str(jobs)]
                    seconds, memory = run(command, stdin=rows, with_memory=True)
                    ratio = seconds * jobs / size / statistics.mean([before, parsing(measure)])
                    runs.append((seconds, memory, ratio))
            for program, runs in measured.items():
                seconds, memory, ratio = map(statistics.median, zip(*runs))
                which = f"  {program}" if len(programs) > 1 else ""
                print(f"{size:<20}{jobs:>6}{seconds:>9.2f}{size / seconds:>10.0f}{memory:>8.1f}{ratio:>11.2f}{which}")


def co_process(oxsec, synthesise):
    rows = subprocess.run([synthesise, "5000"], stdout=subprocess.PIPE, check=True).stdout.splitlines(keepends=True)
    process = subprocess.Popen(
        [oxsec, "check", "--stdin-jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    answers = open(process.stdout.fileno(), "rb", closefd=False)
    times = []
    for row in rows:
        start = time.perf_counter()
        process.stdin.write(row)
        answers.readline()
        times.append((time.perf_counter() - start) * 1e6)
    process.stdin.close()
    process.wait()
    cut = statistics.quantiles(times[100:], n=100)
    print(f"\nco-process, a row in, a row out: median {cut[49]:.0f} µs, 99th percentile {cut[98]:.0f} µs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "target" / "dist")
    parser.add_argument("--rows", default="10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--beside", help="another build of oxsec, measured in turns with the first")
    parser.add_argument("--eslint", type=pathlib.Path)
    parser.add_argument("--oxlint", default=shutil.which("oxlint"))
    arguments = parser.parse_args()
    oxsec = str(arguments.bin / "oxsec")
    synthesise, measure = (str(arguments.bin / "examples" / name) for name in ("synthesise", "measure"))
    others = {}
    if arguments.beside:
        others[arguments.beside] = [arguments.beside, "check", "--format", "json", "--no-ignore"]
    if arguments.oxlint:
        others["oxlint, its own rules"] = [arguments.oxlint, "--format", "json"]
    if arguments.eslint:
        eslint = str(arguments.eslint / "node_modules" / ".bin" / "eslint")
        config = str(arguments.eslint / "eslint.config.mjs")
        others["ESLint with the plugins"] = [eslint, "--format", "json", "--config", config]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        whole_processes(oxsec, others, arguments.rounds, folder)
        sizes = [int(size) for size in arguments.rows.split(",")]
        programs = [oxsec] + ([arguments.beside] if arguments.beside else [])
        streams(programs, synthesise, measure, sizes, arguments.turns, folder)
    co_process(oxsec, synthesise)


if __name__ == "__main__":
    main()
