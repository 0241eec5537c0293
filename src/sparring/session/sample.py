"""The invented round whose debrief is shown before anything is asked of anybody."""

import json
from importlib.resources import files

from sparring.domain.transcript import Transcript
from sparring.transcripts.corpus import read_session


def sample_transcript() -> Transcript:
    """A behavioral round with a strong middle and a weak beginning and end."""
    text = files("sparring.session").joinpath("sample.json").read_text(encoding="utf-8")
    return read_session(json.loads(text))
