import sys
from pathlib import Path

# The cluster examples are run as users would run them, and imported by their tests.
sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
