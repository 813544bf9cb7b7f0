"""`pytest --regen` rewrites the generated files (expected texts of fixtures) for review."""

import pytest
from hypothesis import settings

# Machines differ in speed; what time may depend on is tested in test_linear.py.
settings.register_profile("usual", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile("usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="rewrite generated files for review")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regen"))
