"""What the fuzzer starts from holds: each finding on a rule's page can be told in every format, and sent between processes."""

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.survive import CHINESE, ENGLISH, survive


@pytest.mark.parametrize("data", seeds(), ids=range(len(seeds())))
def test_the_seeds_survive(data: bytes) -> None:
    survive(data, ENGLISH)
    survive(data, CHINESE)
