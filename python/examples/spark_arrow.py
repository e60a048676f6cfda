"""Findings of Parquet rows on Spark: `id` and `code` in; `id` and the results' columns out.

    spark-submit spark_arrow.py rows/ findings/      # or: python spark_arrow.py rows/ findings/

`mapInArrow` hands batches to Python without a copy a row. A task whose worker is killed is run again, and only the
output of the attempt that succeeded is committed.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

SCHEMA = """
    id bigint, status string, vulnerable boolean, errors int, warnings int,
    findings array<struct<
        rule: string, message_id: string, message: string, help: string, severity: string, cwe: int, cvss: double,
        line: int, column: int, start: int, end: int, evidence: string, verdict: string, verdict_reason: string
    >>
"""


def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Add what oxsec finds to batches of rows. One analyzer serves a task."""
    import oxsec
    import oxsec.arrow

    # Spark gives each task one core; more threads would take those of others.
    analyzer = oxsec.Analyzer("recommended", extract="auto", threads=1)
    for batch in batches:
        checked = pa.record_batch(oxsec.arrow.check(batch.column("code"), analyzer=analyzer))
        yield checked.add_column(0, "id", batch.column("id"))


def session(master: str = "local[2,4]") -> SparkSession:
    """A session on two local workers that tries a failed task four times."""
    # Local workers run the interpreter that has oxsec, not the first one on the path.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return (
        SparkSession.builder.master(master)
        .appName("oxsec")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 4096)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


def run(spark: SparkSession, source: str, target: str, mapper=check) -> None:
    """Read, check and write the rows."""
    rows: DataFrame = spark.read.parquet(source).select("id", "code")
    rows.mapInArrow(mapper, SCHEMA).write.mode("overwrite").parquet(target)


if __name__ == "__main__":
    spark = session()
    started = time.perf_counter()
    run(spark, sys.argv[1], sys.argv[2])
    seconds = time.perf_counter() - started
    rows = spark.read.parquet(sys.argv[2]).count()
    print(f"{rows} rows in {seconds:.1f} s: {rows / seconds:,.0f} rows a second")
