"""The shipped content."""

import pytest

from sparring.bank import Bank


@pytest.fixture(scope="package")
def bank() -> Bank:
    return Bank()
