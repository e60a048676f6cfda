"""Columns in, columns out."""

import pytest

import oxsec
import oxsec.arrow

pa = pytest.importorskip("pyarrow")

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


def test_other_columns_are_named():
    with pytest.raises(TypeError, match="must hold text"):
        oxsec.arrow.check(pa.array([1, 2]))
    with pytest.raises(TypeError, match="PyCapsule"):
        oxsec.arrow.check([CLEAN])


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
