"""Findings of Parquet rows on Spark: `id` and `code` in; `id`, status, counts and findings out.

    spark-submit spark_arrow.py rows/ findings/      # or: python spark_arrow.py rows/ findings/

`mapInArrow` hands batches to Python without a copy a row. A task whose worker is killed is run again, and only the
output of the attempt that succeeded is committed.
"""

from __future__ import annotations

import sys
import time
from typing import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

SCHEMA = """
    id bigint, status string, vulnerable boolean, errors bigint, warnings bigint,
    findings array<struct<rule: string, severity: string, cwe: int, line: int, start: int, end: int, message: string>>
"""


def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Add what oxsec finds to batches of rows. One analyzer serves a task."""
    import oxsec
    import oxsec.arrow

    analyzer = oxsec.Analyzer("recommended", extract="auto", threads=1)
    finding = pa.struct(
        [
            ("rule", pa.string()),
            ("severity", pa.string()),
            ("cwe", pa.int32()),
            ("line", pa.int32()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("message", pa.string()),
        ]
    )
    for batch in batches:
        checked = pa.record_batch(pa.array(oxsec.arrow.check(batch.column("code"), analyzer=analyzer)))
        lists = checked.column("findings")
        items = lists.values
        # Spark has no unsigned numbers.
        columns = [items.field(field.name).cast(field.type) for field in finding]
        structs = pa.StructArray.from_arrays(columns, fields=list(finding))
        findings = pa.ListArray.from_arrays(lists.offsets, structs, mask=lists.is_null())
        yield pa.RecordBatch.from_arrays(
            [
                batch.column("id"),
                checked.column("status"),
                checked.column("vulnerable"),
                checked.column("errors").cast(pa.int64()),
                checked.column("warnings").cast(pa.int64()),
                findings,
            ],
            names=["id", "status", "vulnerable", "errors", "warnings", "findings"],
        )


def session(master: str = "local[2,4]") -> SparkSession:
    """A session on two local workers that tries a failed task four times."""
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
