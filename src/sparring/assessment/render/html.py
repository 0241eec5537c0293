"""The debrief as one HTML file that needs nothing else: no script, no font, no request."""

from sparring.assessment.render.page import page_of
from sparring.domain.debrief import Debrief
from sparring.domain.rubric import Rubric
from sparring.domain.transcript import Transcript


def html(debrief: Debrief, transcript: Transcript, rubric: Rubric) -> str:
    """The whole debrief with the transcript behind it; every quote links to its turn."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("sparring.assessment.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template("debrief.html").render(page=page_of(debrief, transcript, rubric))
