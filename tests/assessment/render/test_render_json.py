"""The JSON page is a contract: docs/debrief-format.md, the schema and the code say the same."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from debrief_schema import faults
from fixture import debrief

from sparring.assessment.render import json_line, label_json
from sparring.domain.debrief import NotSeen
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.rubric import MISTAKES

SCHEMA = json.loads((files("sparring.assessment.render") / "debrief.schema.json").read_text("utf-8"))
DOCS = Path(__file__).parents[3] / "docs" / "debrief-format.md"
LABEL = ["id", "rater", "evidence", "ratings", "altitude", "verdict", "mistakes"]


def test_the_page_fits_its_schema():
    assert list(faults(json.loads(json_line(debrief())), SCHEMA)) == []


def test_a_debrief_with_nothing_in_it_fits_too():
    bare = replace(
        debrief(),
        scores=(NotSeen("requirements", "nobody asked"),),
        evidence=(),
        mistakes=(),
        one_level_up=(),
        moments=(),
        checks=(),
        reps=(),
        caveats=(),
        prediction=None,
    )
    assert list(faults(label_json(bare), SCHEMA)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("ratings", "depth"), 5),
        (("altitude",), "principal"),
        (("evidence", 0, "polarity"), "plus"),
        (("evidence", 0, "strength"), 1.5),
        (("intervals", "verdict"), ["hire"]),
        (("mistakes",), ["charisma"]),
        (("extra",), 1),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_allow(path, value):
    page = label_json(debrief())
    at = page
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert list(faults(page, SCHEMA))


def test_a_missing_key_is_refused():
    page = label_json(debrief())
    del page["reasons"]
    assert list(faults(page, SCHEMA)) == ["$: reasons is missing"]


def test_keys_come_in_the_schemas_order_with_the_label_first():
    assert list(label_json(debrief())) == list(SCHEMA["properties"])
    assert list(label_json(debrief()))[:7] == LABEL


def test_the_schema_knows_every_word_of_the_domain():
    properties = SCHEMA["properties"]
    assert properties["altitude"]["enum"] == list(Altitude)
    assert properties["verdict"]["enum"] == list(Verdict)
    assert sorted(properties["round"]["enum"]) == sorted(Round)
    assert properties["mistakes"]["items"]["enum"] == list(MISTAKES)


def test_the_docs_name_every_key():
    named = set(re.findall(r"^\| `(\w+)`", DOCS.read_text("utf-8"), re.MULTILINE))
    assert named == set(SCHEMA["properties"])


def test_a_signal_that_was_not_seen_is_null_and_says_why():
    page = label_json(debrief())
    assert page["ratings"]["data_model"] is None
    assert "data_model" in page["not_seen"]
    assert "data_model" not in page["intervals"]["ratings"]


def test_same_debrief_same_bytes_on_one_line():
    assert json_line(debrief()) == json_line(debrief())
    assert "\n" not in json_line(debrief())
    assert json_line(debrief()).isascii()


def test_a_mistake_seen_twice_is_one_mistake():
    twice = replace(debrief(), mistakes=debrief().mistakes * 2)
    assert label_json(twice)["mistakes"] == ["bluff", "silent_coding"]
    assert len(label_json(twice)["mistakes_seen"]) == 4
