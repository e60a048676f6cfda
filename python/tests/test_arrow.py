"""Columns in, columns out."""

import html
import os
import re
import subprocess

import pyarrow as pa
import pytest
import rows

import oxsec
import oxsec.arrow

VULNERABLE = "'\U0001f600'; eval(code)"
CLEAN = "export const add = (a, b) => a + b;"


@pytest.mark.parametrize(
    "type_", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
)
def test_any_column_of_text(type_):
    texts = [VULNERABLE, None, CLEAN, VULNERABLE]
    column = pa.array(texts, pa.string())
    column = column.cast(type_) if not pa.types.is_dictionary(type_) else column.dictionary_encode()
    table = pa.table(oxsec.arrow.check(column))
    assert table["status"].to_pylist() == ["code", None, "code", "code"]
    assert table["vulnerable"].to_pylist() == [True, None, False, True]
    findings = table["findings"].to_pylist()
    assert findings[1] is None and findings[2] == []
    finding = findings[0][0]
    assert VULNERABLE[finding["start"] : finding["end"]] == "eval(code)"
    assert finding["rule"] == oxsec.check(VULNERABLE).findings[0].rule


def test_chunks_and_slices():
    column = pa.chunked_array([[CLEAN, VULNERABLE], [], [VULNERABLE]], pa.string())
    checked = oxsec.arrow.check(column)
    assert len(checked) == 3
    assert pa.table(checked)["vulnerable"].to_pylist() == [False, True, True]
    with pytest.raises(ValueError, match="chunks"):
        pa.array(checked)
    part = pa.array([CLEAN, VULNERABLE, CLEAN])[1:2]
    assert pa.array(oxsec.arrow.check(part)).to_pylist()[0]["vulnerable"] is True
    assert pa.table(oxsec.arrow.check(pa.array([], pa.string()))).num_rows == 0
    assert pa.table(oxsec.arrow.check(pa.nulls(2))).to_pylist()[0]["status"] is None


@pytest.mark.parametrize(
    "column",
    [pa.array([1, 2]), pa.array([b"eval(x)"]), pa.array([["eval(x)"]]), pa.array([1]).dictionary_encode(), pa.table({"code": ["f()"]})],
    ids=["numbers", "bytes", "lists", "dictionary of numbers", "table"],
)
def test_other_columns_are_named(column):
    with pytest.raises(TypeError, match="must hold text"):
        oxsec.arrow.check(column)


def test_what_is_no_column_is_named():
    with pytest.raises(TypeError, match="PyCapsule"):
        oxsec.arrow.check([CLEAN])


def test_text_that_is_not_utf_8_is_read_with_replacements():
    for type_ in [pa.string(), pa.large_string(), pa.string_view()]:
        binary = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary(), pa.string_view(): pa.binary_view()}
        column = pa.array([b"'\xff\xfe'; eval(x)", b"f()", None], binary[type_])
        lied = pa.Array.from_buffers(type_, len(column), column.buffers())
        table = pa.table(oxsec.arrow.check(lied))
        assert table["status"].to_pylist() == ["code", "code", None]
        finding = table["findings"].to_pylist()[0][0]
        assert "'\ufffd\ufffd'; eval(x)"[finding["start"] : finding["end"]] == "eval(x)"


def test_columns_of_other_libraries():
    polars = pytest.importorskip("polars")
    column = polars.Series("code", [VULNERABLE, None, CLEAN])
    frame = polars.DataFrame(oxsec.arrow.check(column))
    assert frame["vulnerable"].to_list() == [True, None, False]
    pandas = pytest.importorskip("pandas")
    column = pandas.Series([VULNERABLE, CLEAN], dtype="string[pyarrow]")
    assert pa.table(oxsec.arrow.check(column))["vulnerable"].to_pylist() == [True, False]


def test_texts_are_not_copied():
    megabytes = 64
    column = pa.array(["f();" + " " * 999_996] * megabytes)
    analyzer = oxsec.Analyzer(extract="none", threads=1)
    oxsec.arrow.check(column[:1], analyzer=analyzer)
    before = peak_memory()
    checked = oxsec.arrow.check(column, analyzer=analyzer)
    assert len(checked) == megabytes
    assert peak_memory() - before < megabytes / 2 * 2**20


def peak_memory():
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_results_and_columns_say_the_same():
    codes = rows.answers()
    results = oxsec.check_many(codes, preset="all,oxsec", verdict=True)
    table = pa.table(oxsec.arrow.check(pa.array(codes), preset="all,oxsec", verdict=True))
    names = [field.name for field in table.schema.field("findings").type.value_type]
    for result, row in zip(results, table.to_pylist(), strict=True):
        assert (row["status"], row["vulnerable"]) == (result.status, result.vulnerable)
        severities = [finding.severity for finding in result.findings]
        assert (row["errors"], row["warnings"]) == (severities.count("error"), severities.count("warning"))
        for finding, there in zip(result.findings, row["findings"], strict=True):
            assert there.pop("evidence") == finding.evidence_json
            assert there == {name: getattr(finding, name) for name in names if name != "evidence"}
            assert result.code[there["start"] : there["end"]]
    verdicts = {finding["verdict"] for row in table.to_pylist() for finding in row["findings"]}
    assert {"confirmed", "refuted", "unproven", "not applicable", None} == verdicts


def test_every_table_of_an_experiment_is_arrow_and_is_the_program_s(program):
    experiment = oxsec.rescore(rows.SAMPLE)
    for name, table in experiment.tables.items():
        assert pa.table(table).to_pylist() == table.rows(), name
        assert table.name == name and table.title and len(table) == len(table.rows())
    assert_same_leaderboard(experiment, [program, "rescore", rows.SAMPLE])
    command = [program, "rescore", rows.SAMPLE, "--format", "markdown"]
    document = html.unescape(subprocess.run(command, capture_output=True, text=True).stdout)
    assert experiment.statements and all(words(statement) in words(document) for statement in experiment.statements)


def words(text):
    return "".join(re.findall(r"\w", text))


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_readings_are_the_program_s(program):
    for reading in ["published", "code", "proven", "distinct"]:
        experiment = oxsec.rescore(rows.SAMPLE, reading=reading)
        assert_same_leaderboard(experiment, [program, "rescore", rows.SAMPLE, "--reading", reading])
    with pytest.raises(ValueError, match="published, code, proven, distinct"):
        oxsec.rescore(rows.SAMPLE, reading="other")


def assert_same_leaderboard(experiment, command):
    command = [*command, "--format", "csv", "--table", "leaderboard"]
    csv = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    leaderboard = pa.table(experiment.tables["leaderboard"])
    assert csv[0].split(",") == leaderboard.column_names
    assert len(csv) - 1 == leaderboard.num_rows == len(experiment.models)
    assert [line.split(",")[0] for line in csv[1:]] == leaderboard.column(0).to_pylist()
    numbers = [[float(cell) for cell in line.split(",") if is_number(cell)] for line in csv[1:]]
    cells = [[cell for cell in row.values() if isinstance(cell, (int, float))] for row in leaderboard.to_pylist()]
    assert numbers == cells


def test_tables_are_scored_too():
    table = pa.table({"engine": ["a", "b"], "prompt": ["p", "p"], "iteration": [1, 1], "text": ["eval(x)", "```js\nf()\n```"]})
    experiment = oxsec.rescore(table, map={"model": "engine", "response": "text"})
    assert (experiment.answers, experiment.models) == (2, ["a", "b"])
    leaderboard = experiment.tables["leaderboard"].rows()
    assert {row["model"]: row["vulnerable_count"] for row in leaderboard} == {"a": 1, "b": 0}
    with pytest.raises(ValueError, match="no column `modle`"):
        oxsec.rescore(table, map={"modle": "engine"})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_forked_child_rescores():
    answers = oxsec.rescore(rows.SAMPLE).answers
    child = os.fork()
    if child == 0:
        import signal

        signal.alarm(60)
        os._exit(oxsec.rescore(rows.SAMPLE).answers != answers)
    assert os.waitpid(child, 0)[1] == 0


def test_experiments_have_tables(tmp_path):
    rows = tmp_path / "answers.jsonl"
    rows.write_text(
        '{"model": "a", "prompt": "p", "iteration": 1, "code": "eval(x)"}\n'
        '{"model": "b", "prompt": "p", "iteration": 1, "code": "export const one = 1;"}\n'
    )
    experiment = oxsec.rescore(rows)
    assert (experiment.answers, experiment.models) == (2, ["a", "b"])
    table = pa.table(experiment.tables["leaderboard"])
    assert table.num_rows == len(experiment.tables["leaderboard"].rows()) == 2
    with pytest.raises(OSError, match="does not exist"):
        oxsec.rescore(tmp_path / "missing.json")
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    with pytest.raises(ValueError, match="no answer"):
        oxsec.rescore(empty)
