"""What is installed here, and whether it works."""

from importlib.metadata import version

from fastapi import APIRouter

from sparring.server.office import Desk
from sparring.server.views import About, CheckView
from sparring.session.health import checks

router = APIRouter(prefix="/api", tags=["about"])


@router.get("/about")
def about(office: Desk) -> About:
    """This installation: version, where the data lies, what works."""
    found = checks(office.bank, office.store)
    return About(
        version=version("interview-sparring"),
        store=office.store.where,
        content=str(office.bank.root),
        checks=[CheckView(name=check.name, ok=check.ok, says=check.says) for check in found],
    )
