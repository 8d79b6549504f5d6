"""Shared by all tests: a clean environment, and a quiet hypothesis."""

from itertools import count

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


numbers = count()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Colours, widths and what is known from earlier runs are the test's own business, wherever it runs."""
    monkeypatch.setenv("ROADMAPCTL_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "caches" / str(next(numbers))))
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "PY_COLORS", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
