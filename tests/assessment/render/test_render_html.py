"""The HTML page: one file, nothing fetched, nothing run, every quote at its turn."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fixture import debrief, rubric, transcript

from sparring.assessment.render import html
from sparring.domain.transcript import Snapshot, Turn
from sparring.domain.transcript import TestRun as Cases

VOID = {"meta", "br", "link", "img", "input", "hr"}
HOSTILE = (
    "</style></div><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} {% include 'x' %} "
    "\"><a href='javascript:alert(1)'>x</a> https://evil.example/x.js \x1b[31m"
)


class Reader(HTMLParser):
    """Collects what a browser would see; unbalanced tags fail at once."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.text = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for key, value in attrs if key == "id"]
        self.links += [value for key, value in attrs if key in ("href", "src", "srcset", "action", "data")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def page(**changes):
    return html(replace(debrief(), **changes), transcript(), rubric())


def hostile_page():
    turns = tuple(Turn(turn.i, turn.at, turn.speaker, HOSTILE) for turn in transcript().turns)
    pieces = tuple(replace(piece, quote=HOSTILE, why=HOSTILE) for piece in debrief().evidence)
    return html(
        replace(debrief(), evidence=pieces, title=HOSTILE, id=HOSTILE, caveats=(HOSTILE,)),
        replace(transcript(), turns=turns, notes=(HOSTILE,), code=(Snapshot(9.0, "python", HOSTILE),)),
        rubric(),
    )


@pytest.mark.parametrize("text", [page(), hostile_page()], ids=["plain", "hostile"])
def test_nothing_runs_and_nothing_is_fetched(text):
    reader = read(text)
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"script", "img", "iframe", "link", "object", "embed", "form", "base", "svg", "video", "audio"}
    assert all(link.startswith("#") for link in reader.links)
    assert not [key for _, attrs in reader.tags for key in attrs if key.startswith("on") or key == "style"]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert "url(" not in style and "@import" not in style


def test_the_policy_forbids_everything_but_the_style():
    policies = [attrs["content"] for tag, attrs in read(page()).tags if attrs.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_page_begins_as_html_does():
    assert page().startswith('<!DOCTYPE html>\n<html lang="en">')


def test_ids_are_unique_and_every_link_leads_somewhere():
    reader = read(page())
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_every_quote_links_to_its_turn():
    links = read(page()).links
    for piece in debrief().evidence:
        assert f"#turn-{piece.turn}" in links


def test_what_was_perhaps_misheard_is_underlined_within_a_quote_and_outside_of_one():
    said = next(turn for turn in transcript().turns if "per user, per key" in turn.text)
    unsure = tuple((said.text.find(word), said.text.find(word) + len(word)) for word in ("draw", "user, per key"))
    turns = tuple(replace(turn, unsure=unsure) if turn.i == said.i else turn for turn in transcript().turns)
    text = html(debrief(), replace(transcript(), turns=turns), rubric())
    underlined = '<span class="unsure" title="Perhaps misheard">'
    assert f"Before I {underlined}draw</span> anything: <mark>is the limit per </mark>" in text
    assert f"<mark>{underlined}user, per key</span></mark><mark> or per endpoint</mark>, and" in text
    assert underlined not in page()


def test_quotes_are_marked_in_the_transcript_and_its_words_are_whole():
    text = page()
    assert "Before I draw anything: <mark>is the limit per user, per key or per endpoint</mark>, and" in text
    shown = "".join(read(text).text)
    for turn in transcript().turns:
        assert turn.text in shown


def test_hostile_words_are_shown_as_words():
    text = hostile_page()
    assert "{{ 7*7 }}" in text and "49" not in "".join(read(text).text).split("Transcript")[1]
    assert "\x1b" not in text
    assert HOSTILE.replace("\x1b[31m", "") in "".join(read(text).text)


def test_light_dark_and_paper():
    text = page()
    assert "prefers-color-scheme: dark" in text and "@media print" in text


def test_code_and_its_tests_are_at_the_end():
    told = replace(transcript(), code=(Snapshot(9.0, "python", "x = 1 < 2\n"),), tests=Cases(9, 10))
    text = html(debrief(), told, rubric())
    assert "<pre>x = 1 &lt; 2</pre>" in text
    assert "9 of 10 cases passed" in text


def test_same_input_same_bytes():
    assert page() == page()


def test_a_quote_from_a_turn_that_is_not_there_is_shown_without_a_link():
    pieces = (replace(debrief().evidence[0], turn=999),)
    reader = read(page(evidence=pieces))
    assert "#turn-999" not in reader.links
