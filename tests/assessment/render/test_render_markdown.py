"""The Markdown page: readable as it stands, and a candidate's text is never markup."""

import re
from dataclasses import replace

from fixture import debrief, rubric, transcript

from sparring.assessment.render import markdown


def page(**changes):
    return markdown(replace(debrief(), **changes), transcript(), rubric())


def test_the_head():
    lines = page().splitlines()
    assert lines[0] == "# Design a rate limiter for a public API"
    assert any(line.startswith("**Verdict: no hire** (perhaps hire, too close to call). ") for line in lines)
    assert any(line.startswith("**Altitude: senior** (perhaps mid). ") for line in lines)


def test_the_table_and_a_quote():
    text = page()
    assert "| Depth | ■□□□ 1 | 1.0–1.9 | 2 against |" in text
    assert "“Redis handles that, it's very fast.” (04:35 · turn 7): a product" in text


def test_failed_cases_and_drills():
    text = markdown(debrief(), transcript(), rubric())
    assert "- ✗ **an empty bucket refuses** (stage 1)\n\n      b = Bucket(0)\n      result = b.take()\n" in text
    assert "- ? **Which key is hot?** The program heard nothing of “Hot keys” in the answer at 05:22." in text


def test_levels():
    assert "- **senior (you, this time).** Splits the hot key and says what that costs." in page()


def test_curveballs():
    text = page()
    assert "- **Could every server not count for itself?** A suggestion that is wrong here, and you went along" in text
    assert "  Author's note: Each then lets the whole limit through." in text


def test_foreign_text_is_never_markup():
    hostile = (
        "<script>x</script> **bold** [a](http://evil.example) ![i](x) `code` # h | cell ~~s~~ @someone www.evil.example"
    )
    pieces = tuple(replace(piece, quote=hostile) for piece in debrief().evidence)
    text = page(evidence=pieces, title=hostile)
    assert not re.search(r"(?<!\\)<script", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "http://" not in text and "www.evil" not in text
    assert r"\*\*bold\*\*" in text
    assert r"\`code\`" in text


def test_a_newline_in_a_quote_ends_nothing():
    pieces = (replace(debrief().evidence[0], quote="one\n\n# two\n- three"),)
    assert r"“one \# two - three”" in page(evidence=pieces)


def test_same_input_same_bytes():
    assert page() == page()
