"""Ray and Spark, for real, on two local workers: nothing is lost or doubled, also when a worker is killed."""

import os
import shutil
import signal
from pathlib import Path

import pyarrow.dataset as ds
import pytest

import oxsec
from conftest import skip_unless_ci

ROWS = int(os.environ.get("OXSEC_ROWS", "20000"))


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    import rows

    folder = tmp_path_factory.mktemp("rows")
    rows.write(ROWS, folder, rows_a_file=ROWS // 8)
    return folder


def kill_once(flag: Path) -> None:
    """Kill this process, but only the first that comes here."""
    try:
        flag.touch(exist_ok=False)
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def assert_complete(target: Path, source: Path) -> None:
    """Every row is there once, with what checking it alone finds."""
    found = ds.dataset(target, format="parquet").to_table(columns=["id", "status", "errors", "warnings"])
    ids = found["id"].to_pylist()
    assert len(ids) == ROWS and set(ids) == set(range(ROWS))
    sample = ds.dataset(source, format="parquet").to_table().slice(0, 50).to_pylist()
    by_id = {row["id"]: row for row in found.to_pylist()}
    analyzer = oxsec.Analyzer(extract="auto")
    for row in sample:
        result = analyzer.check(row["code"])
        there = by_id[row["id"]]
        assert there["status"] == result.status
        assert there["errors"] + there["warnings"] == len(result.findings)


@pytest.fixture(scope="module")
def ray():
    import ray

    path = os.pathsep.join(str(Path(__file__).parents[1] / folder) for folder in ["examples", "tests"])
    ray.init(
        num_cpus=6,
        include_dashboard=False,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
        logging_level="warning",
    )
    yield ray
    ray.shutdown()


@pytest.mark.needs("ray")
def test_ray_data_survives_a_killed_worker(ray, rows, tmp_path):
    import ray_data

    flag = tmp_path / "killed"

    class KilledOnce(ray_data.Check):
        def __call__(self, batch):
            kill_once(flag)
            return super().__call__(batch)

    ray_data.run(str(rows), str(tmp_path / "findings"), KilledOnce)
    assert flag.exists()
    assert_complete(tmp_path / "findings", rows)


@pytest.mark.needs("ray")
def test_a_ray_actor_gives_rewards(ray):
    import ray_reward

    rewarder = ray_reward.Rewarder.remote()
    completions = ["```js\nexport const one = 1;\n```", "I cannot help with that."]
    assert ray.get(rewarder.reward.remote(completions)) == [1.0, 0.0]


@pytest.mark.needs("pyspark")
def test_spark_survives_a_killed_worker(rows, tmp_path):
    if shutil.which("java") is None:
        skip_unless_ci("there is no java, which Spark runs on")
    import spark_arrow

    flag = tmp_path / "killed"

    def killed_once(batches):
        for index, batch in enumerate(batches):
            if index == 0:
                kill_once(flag)
            yield from spark_arrow.check(iter([batch]))

    examples = str(Path(__file__).parents[1] / "examples")
    tests = str(Path(__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [examples, tests, os.environ.get("PYTHONPATH")]))
    spark = spark_arrow.session()
    try:
        spark_arrow.run(spark, str(rows), str(tmp_path / "findings"), killed_once)
    finally:
        spark.stop()
    assert flag.exists()
    assert_complete(tmp_path / "findings", rows)
