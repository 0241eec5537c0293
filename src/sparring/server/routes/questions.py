"""Questions, without what they are after; and the estimate pad."""

from collections import Counter

from fastapi import APIRouter

from sparring.domain.question import AnyQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.server.office import Desk, Office
from sparring.server.views import Estimate, EstimateLine, QuestionView
from sparring.session.estimating import work_out

router = APIRouter(prefix="/api", tags=["questions"])


@router.get("/questions")
def questions(office: Desk, round: Round | None = None) -> list[QuestionView]:
    """Every question, of one round or of all."""
    rows = sorted(office.store.sessions(), key=lambda row: row.started_at)
    met = {str(row.config.get("question")): row.started_at for row in rows}
    times = Counter(str(row.config.get("question")) for row in rows)
    found = [office.bank.question(name) for name in office.bank.questions(round)]
    return [_view(office, each).model_copy(update={"met": met.get(each.id), "times": times[each.id]}) for each in found]


@router.post("/estimate")
def estimate(pad: Estimate) -> list[EstimateLine]:
    """What each line of an estimate pad comes to."""
    return [EstimateLine(value=line.value, problem=line.problem) for line in work_out(pad.text)]


def _view(office: Office, question: AnyQuestion) -> QuestionView:
    topics = office.bank.topics()
    behavioral = question.round is Round.BEHAVIORAL
    return QuestionView(
        id=question.id,
        round=question.round,
        title=question.title,
        statement=question.statement,
        family=question.family.replace("_", " ") if isinstance(question, DesignQuestion) else "",
        # A behavioral question has no topics, and a coding question's would say how it is solved.
        topics=[] if behavioral or question.round is Round.CODING else [topics[name].title for name in question.topics],
        met=None,
        times=0,
    )
