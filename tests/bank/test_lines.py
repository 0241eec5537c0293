"""The line of every key, held against tomllib's own reading."""

import json
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.bank.lines import lines_of
from sparring.bank.problem import KeyPath

NASTY = '''# comment with [table] and key = 1
a = 1 # 1
"b c" = "[not] = \\" a # table" # 2
'd.e' = 'c:\\' # 3
f . "g".h = """first
[[not.a.table]]
\\"""" # 4
i = \'\'\'
x = 1
\'\'\' # 7
j = [ # 10
  "]", # 11
  [1, [2, 3]], # 12
  { k = { l = [1, 2] }, m = "}" }, # 13
  # comment ]
]
[n] # 16
o = 1979-05-27 07:32:00 # 17
p = {} # 18
q = [] # 19
[[r]] # 20
s = 1 # 21
[[r.t]] # 22
u = true # 23
[r.t.v] # 24
w = -inf # 25
[[r.t]] # 26
u = 0x1F # 27
[[r]] # 28
[[r.t]] # 29
u = 3 # 30
[x.y.z] # 31
[x] # 32
k2 = """"quoted"""" # 33
'''


def paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for i, each in enumerate(value):
            yield from paths(each, (*path, i))


def test_a_nasty_document() -> None:
    lines = lines_of(NASTY)
    assert set(lines) == set(paths(tomllib.loads(NASTY)))
    assert {path: lines[path] for path in EXPECTED} == EXPECTED


EXPECTED: dict[KeyPath, int] = {
    ("a",): 2,
    ("b c",): 3,
    ("d.e",): 4,
    ("f", "g", "h"): 5,
    ("i",): 8,
    ("j",): 11,
    ("j", 0): 12,
    ("j", 1, 1, 1): 13,
    ("j", 2, "k", "l", 1): 14,
    ("n",): 17,
    ("n", "o"): 18,
    ("n", "q"): 20,
    ("r",): 21,
    ("r", 0): 21,
    ("r", 0, "t", 0): 23,
    ("r", 0, "t", 0, "v", "w"): 26,
    ("r", 0, "t", 1): 27,
    ("r", 0, "t", 1, "u"): 28,
    ("r", 1): 29,
    ("r", 1, "t", 0, "u"): 31,
    ("x",): 32,
    ("x", "y", "z"): 32,
    ("x", "k2"): 34,
}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "a = 1", "[a]", "a = 1\r\nb = 2\r\n"])
def test_small_documents(text: str) -> None:
    assert set(lines_of(text)) == set(paths(tomllib.loads(text)))


words = st.text(st.sampled_from("ab=[]{}#\"'., "), max_size=6)
bare = st.sampled_from(["a", "b-1", "c_2", "45", '"q r"', "'s.t'"])
scalars = st.one_of(
    words.map(json.dumps),
    words.map(lambda text: '"""\n' + text.replace('"', "'") + '\n"""'),
    words.map(lambda text: "'" + text.replace("'", '"') + "'"),
    st.integers().map(str),
    st.sampled_from(["true", "1.5", "nan", "1979-05-27 07:32:00"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(
            lambda items: "[\n" + "".join(f"  {item}, # ] no end\n" for item in items) + "]"
        ),
        st.dictionaries(bare, inner.filter(lambda item: "\n" not in item), max_size=3).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {item}" for key, item in pairs.items()) + " }"
        ),
    ),
    max_leaves=6,
)
pairs = st.dictionaries(bare, values, max_size=3).map(
    lambda items: "".join(f"{key} = {item}\n" for key, item in items.items())
)
documents = st.tuples(
    pairs,
    st.lists(
        st.tuples(st.sampled_from(["[[x]]", "[[x.y]]", "[x.z]", "[w]", "[w.'v u']", "[[w.t]]"]), pairs), max_size=6
    ),
).map(lambda parts: parts[0] + "".join(f"{header}\n{body}" for header, body in parts[1]))


@settings(max_examples=150, deadline=None)
@given(documents)
def test_every_key_of_every_document_has_its_line(text: str) -> None:
    try:
        expected = set(paths(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    assert set(lines) == expected
    rows = text.split("\n")
    for path, line in lines.items():
        if isinstance(path[-1], str) and path[:-1] in ((), ("w",)):
            assert path[-1] in rows[line - 1]
