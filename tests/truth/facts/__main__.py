"""`python -m tests.truth.facts [KIND…]`: where the program and a person find different facts.

`-` is what the program misses, `+` what it tells wrongly, `?` what else it says of a fact that it found.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.truth.facts_measured import measured
from tests.truth.facts_scores import MUST


def main(kinds: Sequence[str]) -> None:
    """Print the differences in each kind, then all figures together."""
    scores = measured()
    for kind in kinds:
        print(f"\n== {kind}")
        print("\n".join(sorted(scores[kind].notes)))
    print(f"\n{'kind':14} {'asked':>6} {'found':>6} {'told':>6} {'wrong':>6}")
    for kind in MUST:
        score = scores[kind]
        further = " ".join(f"{key} {counts['right']}/{sum(counts.values())}" for key, counts in score.keys.items())
        print(f"{kind:14} {score.asked:6} {score.reached:6.3f} {score.told:6} {score.wrong:6}  {further}")
        wrong = " ".join(f"{key} {counts['wrong']}" for key, counts in score.keys.items() if counts["wrong"])
        if wrong:
            print(f"{'':14} wrong: {wrong}")


if __name__ == "__main__":
    main(sys.argv[1:])
