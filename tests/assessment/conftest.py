import pytest

from sparring.bank import Bank
from sparring.domain.rubric import Rubric
from sparring.listening.model import SignalModel


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return Bank().rubric()


@pytest.fixture(scope="session")
def model() -> SignalModel:
    return SignalModel.load()
