"""The shipped bank and a store on disk, for the tests of sessions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sparring.bank import Bank
from sparring.store import Store


@pytest.fixture(scope="package")
def bank() -> Bank:
    return Bank()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sparring.db") as opened:
        yield opened
