"""`python -m tests.truth.facts [KIND…]`: where the program and a person find different facts on the five pages."""

from __future__ import annotations

import sys

from tests.truth.facts_measured import measured
from tests.truth.facts_scores import tell

if __name__ == "__main__":
    tell(measured(), sys.argv[1:])
