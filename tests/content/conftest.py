"""The shipped content."""

import pytest

from sparring.bank import Bank
from sparring.listening.model import SignalModel


@pytest.fixture(scope="package")
def bank() -> Bank:
    return Bank()


@pytest.fixture(scope="package")
def model() -> SignalModel:
    return SignalModel.load()
