"""Which model the environment names, and where a transcript would go."""

import pytest

from sparring.llm import Choice, choice_of
from sparring.llm.errors import Refused


def test_nothing_is_chosen_where_nothing_is_named() -> None:
    assert choice_of({}) is None
    assert choice_of({"SPARRING_MODEL": "  ", "SPARRING_MODEL_URL": "http://127.0.0.1:1/v1"}) is None


def test_a_server_on_this_machine_needs_no_key() -> None:
    choice = choice_of({"SPARRING_MODEL": "llama3.1", "SPARRING_MODEL_URL": "http://127.0.0.1:11434/v1"})
    assert choice == Choice("llama3.1", "http://127.0.0.1:11434/v1")
    assert choice.where == "this machine"


@pytest.mark.parametrize(
    ("choice", "where"),
    [
        (Choice("m", "http://localhost:1/v1"), "this machine"),
        (Choice("m", "http://[::1]:1/v1"), "this machine"),
        (Choice("m", "http://10.0.0.7:8000/v1"), "10.0.0.7"),
        (Choice("m", "https://models.example.org/v1"), "models.example.org"),
        (Choice("anthropic:some-model"), "anthropic"),
    ],
)
def test_it_says_where_a_transcript_goes(choice: Choice, where: str) -> None:
    assert choice.where == where


def test_a_name_alone_is_refused_with_both_ways_to_mend_it() -> None:
    with pytest.raises(Refused, match=r"openai:llama3\.1.*SPARRING_MODEL_URL"):
        choice_of({"SPARRING_MODEL": "llama3.1"})


@pytest.mark.parametrize(
    "url", ["localhost:11434", "ftp://127.0.0.1/v1", "http://[::1:11434/v1", "http://127.0.0.1:port/v1", "http:///v1"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="no address"):
        choice_of({"SPARRING_MODEL": "m", "SPARRING_MODEL_URL": url})


def test_a_providers_own_variable_says_where_a_transcript_goes() -> None:
    choice = choice_of({"SPARRING_MODEL": "openai:m", "OPENAI_BASE_URL": "https://proxy.example.org/v1"})
    assert choice is not None and choice.where == "proxy.example.org"


def test_secrets_are_not_in_what_is_printed() -> None:
    choice = Choice("m", "http://somebody:hunter2@127.0.0.1:1/v1?token=abc", "secret")
    assert choice.address == "http://127.0.0.1:1/v1"
    assert not any(word in repr(choice) for word in ("secret", "hunter2", "abc"))
