import os
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]

# The cluster examples are run as users would run them, and imported by their tests.
sys.path.insert(0, str(REPOSITORY / "python" / "examples"))


@pytest.fixture(scope="session")
def program() -> str:
    """The program under test: `OXSEC_TEST_BINARY`, or what `cargo build` or `cargo test` made."""
    path = Path(os.environ.get("OXSEC_TEST_BINARY", REPOSITORY / "target" / "debug" / "oxsec"))
    if not path.exists():
        skip_unless_ci(f"there is no program at {path}: cargo build, or name one with OXSEC_TEST_BINARY")
    return str(path)


def skip_unless_ci(reason: str) -> None:
    """Skip a test, or fail it on the machine on which nothing may be skipped."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Fails under `CI=true` what would be skipped for want of a package."""
    for mark in item.iter_markers("needs"):
        for package in mark.args:
            try:
                __import__(package)
            except ImportError as error:
                skip_unless_ci(f"{package}: {error}")
