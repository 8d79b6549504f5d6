"""Plans after accidents. To look further: `python -m tests.fuzz.test_accidents 20000`."""

import sys

import pytest

from tests.fuzz.accidents import damaged
from tests.fuzz.survive import survive

ROUNDS = 150


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_breaks(seed: int) -> None:
    survive(damaged(seed).encode())


if __name__ == "__main__":
    for seed in range(ROUNDS, ROUNDS + int(sys.argv[1])):
        try:
            survive(damaged(seed).encode())
        except Exception as error:
            print(f"seed {seed}: {type(error).__name__}: {error}")
