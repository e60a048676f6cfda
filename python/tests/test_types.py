"""The types that are shipped: they are the native module's, and calls are checked against them."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.needs("mypy")

CALLS = """
import oxsec, oxsec.arrow
result: oxsec.Result = oxsec.check("f()", preset="all", rules={"pg/no-select-all": "off"}, threads=1)
places: list[tuple[int, int, str]] = [(it.start, it.end, it.rule) for it in result.findings]
rewards: list[float] = oxsec.reward(["f()"], weights={"error": 2.0})
score: float = oxsec.compute_score("f()")
many: list[oxsec.Result] = oxsec.check_many(iter(["f()"]), extract="fence")
column: oxsec.arrow.Column = oxsec.arrow.check(object(), inline_config=True)
"""
WRONG_CALLS = ['oxsec.check("f()", presett="all")', 'oxsec.check(b"f()")', 'oxsec.check("f()", extract="maybe")']


def mypy(*args, cwd):
    return subprocess.run([sys.executable, "-m", "mypy", *args], cwd=cwd, capture_output=True, text=True)


def test_the_stub_is_the_native_module_s(tmp_path):
    command = [sys.executable, "-m", "mypy.stubtest", "oxsec._oxsec", "--concise", "--ignore-disjoint-bases"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_calls_are_checked(tmp_path):
    (tmp_path / "calls.py").write_text(CALLS)
    done = mypy("--strict", "calls.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    (tmp_path / "wrong.py").write_text("import oxsec\n" + "\n".join(WRONG_CALLS) + "\n")
    done = mypy("wrong.py", cwd=tmp_path)
    assert done.stdout.count("error:") == len(WRONG_CALLS), done.stdout
