"""Findings of Parquet rows on Ray: `id` and `code` in; `id` and the results' columns out.

    python ray_data.py rows/ findings/

Each actor holds one analyzer for its whole life. A worker that is killed is started again and its batches are
repeated; a batch's rows are written once, when its task has succeeded.
"""

from __future__ import annotations

import os
import sys
import time

import pyarrow as pa
import ray

import oxsec
import oxsec.arrow

WORKERS = 2
ROWS_A_BATCH = 4096


class Check:
    """Adds what oxsec finds to batches of rows."""

    def __init__(self, preset: str = "recommended") -> None:
        # Ray gives each actor one core; more threads would take those of others.
        self.analyzer = oxsec.Analyzer(preset, extract="auto", threads=1)

    def __call__(self, batch: pa.Table) -> pa.Table:
        checked = pa.table(oxsec.arrow.check(batch["code"], analyzer=self.analyzer))
        return checked.add_column(0, "id", batch["id"])


def run(source: str, target: str, check: type = Check, workers: int = WORKERS) -> None:
    """Read, check and write the rows; what is written is complete when this returns."""
    rows = ray.data.read_parquet(source).select_columns(["id", "code"])
    pool = ray.data.ActorPoolStrategy(size=workers)
    rows.map_batches(check, batch_format="pyarrow", batch_size=ROWS_A_BATCH, compute=pool).write_parquet(target)


if __name__ == "__main__":
    if "RAY_ADDRESS" not in os.environ:
        # This machine alone: the actors, and room for the tasks that read and write, which need little.
        ray.init(num_cpus=WORKERS + 4, include_dashboard=False)
    started = time.perf_counter()
    run(sys.argv[1], sys.argv[2])
    seconds = time.perf_counter() - started
    rows = ray.data.read_parquet(sys.argv[2]).count()
    print(f"{rows} rows in {seconds:.1f} s: {rows / seconds:,.0f} rows a second")
