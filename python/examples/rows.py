"""Rows to try the cluster examples on: answers of the sample experiment, over and over, each with an id of its own.

    python rows.py 1000000 rows/ [EXPERIMENT]          # Parquet, 100,000 rows a file
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

SAMPLE = Path(__file__).parents[2] / "corpus" / "experiment.json"
ROWS_A_FILE = 100_000


def answers(sample: Path = SAMPLE) -> list[str]:
    """The code of every answer in a stored experiment."""
    models = json.loads(sample.read_text())["models"].values()
    return [
        iteration["code"] for model in models for prompt in model["byPrompt"] for iteration in prompt["iterations"]
    ]


def codes(ids: range, sample: Path = SAMPLE) -> list[str]:
    """The code of each row. The id in a comment makes each text another one, as real answers are."""
    texts = answers(sample)
    return [f"{texts[id % len(texts)]}\n// {id}\n" for id in ids]


def write(rows: int, folder: Path, sample: Path = SAMPLE, rows_a_file: int = ROWS_A_FILE) -> None:
    """Write so many rows of id and code as Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, rows, rows_a_file):
        ids = range(start, min(start + rows_a_file, rows))
        table = pa.table({"id": pa.array(ids), "code": codes(ids, sample)})
        pq.write_table(table, folder / f"rows-{start:09}.parquet")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), *map(Path, sys.argv[3:]))
