"""The estimate pad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.session.estimating import work_out


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("20M users * 12 requests / day", "2.78k /s"),
        ("200,000,000 tweets/day * 300 bytes", "694 kB/s"),
        ("200M * 300 B * 365", "21.9 TB"),
        ("5 x 4 KB", "20 kB"),
        ("100 Mbit/s to MB/s", "12.5 MB/s"),
        ("3k qps * 2 KB", "6 MB/s"),
        ("20 %", "0.2"),
        ("4 TB / (3 MB/s) in days", "15.4 days"),
        ("10 requests per day", "10 /day"),
        ("90 s", "1.5 min"),
        ("50M messages / 10 minutes", "83.3k /s"),
        ("2 (3 + 4)", "14"),
        ("10 M users", "10M"),
        ("5 T", "5T"),
        ("999.7 MB in MB", "1,000 MB"),
        ("1_000 * 3", "3k"),
        ("2_000 GB", "2 TB"),
        ("1 GB / 100 Mbps", "1.33 min"),
        ("10 Gbps to GB/s", "1.25 GB/s"),
    ],
)
def test_sums_as_people_write_them(line: str, value: str) -> None:
    assert work_out(line)[0].value == value


def test_a_name_stands_for_its_value_from_the_next_line_on() -> None:
    before, _, after = work_out("reads * 2\nreads = 5k/s\nreads * 2")
    assert before.value == "2"
    assert after.value == "10k /s"


@pytest.mark.parametrize(
    "line", ["1/0", "2 ms + 3 MB", "hello world", "9**9**9", "__import__('os')", "1e999 * 2", "(" * 200]
)
def test_what_has_no_value_has_a_reason(line: str) -> None:
    (worked,) = work_out(line)
    assert worked.value == ""
    assert worked.problem


def test_notes_and_empty_lines_say_nothing() -> None:
    assert [(line.value, line.problem) for line in work_out("\n# peak\n3 * 2 # six")] == [("", ""), ("", ""), ("6", "")]


@given(st.text(max_size=60))
def test_anything_typed_is_survived(text: str) -> None:
    for worked in work_out(text):
        assert not (worked.value and worked.problem)
