"""What is installed here, and whether it works."""

from importlib.metadata import version

from fastapi import APIRouter

from sparring.coding.errors import CodingError
from sparring.coding.sandbox import available
from sparring.server.office import Desk
from sparring.server.views import About, CheckView
from sparring.session.hearing import signal_model

router = APIRouter(prefix="/api", tags=["about"])


@router.get("/about")
def about(office: Desk) -> About:
    """This installation: version, where the data lies, what works."""
    return About(
        version=version("interview-sparring"),
        store=office.store.where,
        content=str(office.bank.root),
        checks=[_model(), _sandbox(), _bank(office)],
    )


def _model() -> CheckView:
    try:
        signal_model()
    except (OSError, ValueError, RuntimeError) as error:
        return CheckView(name="Signal model", ok=False, says=f"Does not load ({error}). Install the package again.")
    return CheckView(name="Signal model", ok=True, says="Loaded. It runs on this machine and sends nothing anywhere.")


def _sandbox() -> CheckView:
    try:
        isolation = available()
    except CodingError as error:
        return CheckView(name="Running code", ok=False, says=str(error))
    return CheckView(
        name="Running code", ok=True, says=f"Candidate code runs isolated by bubblewrap ({isolation.bubblewrap})."
    )


def _bank(office: Desk) -> CheckView:
    bank = office.bank
    says = f"{len(bank.questions())} questions, {len(bank.topics())} topics, {len(bank.guides())} guides."
    return CheckView(name="Question bank", ok=True, says=says)
