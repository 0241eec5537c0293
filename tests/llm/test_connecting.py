"""Asking a model over the wire: the form, the fallbacks, and what a refusal says."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pydantic import BaseModel

from sparring.llm import Choice, Prompt, connect, connecting
from sparring.llm.errors import Cut, Refused, Unreachable, Unusable
from tests.llm.answering import answering

PROMPT = Prompt("Say what you see.", "A tree.")


class Seen(BaseModel):
    what: str
    how_many: int


def ask(url: str, key: str = "") -> Seen:
    return asyncio.run(connect(Choice("told", url, key)).ask(PROMPT, Seen))


def test_an_answer_comes_in_its_form() -> None:
    with answering(lambda _: json.dumps({"what": "tree", "how_many": 1})) as server:
        assert ask(server.url, "secret") == Seen(what="tree", how_many=1)
    [request], [key] = server.asked, server.keys
    assert [m["role"] for m in request["messages"]] == ["system", "user"]
    assert request["messages"][0]["content"] == PROMPT.rules and request["messages"][1]["content"] == PROMPT.text
    assert request["response_format"]["json_schema"]["schema"]["required"] == ["what", "how_many"]
    assert key == "Bearer secret"


def test_an_answer_that_is_not_in_the_form_is_sent_back_once() -> None:
    answers = iter(["A tree!", json.dumps({"what": "tree", "how_many": 2})])
    with answering(lambda _: next(answers)) as server:
        assert ask(server.url).how_many == 2
    assert len(server.asked) == 2


def test_a_server_that_knows_no_schema_is_asked_in_words() -> None:
    def reply(request: dict[str, Any]) -> str | int:
        schema = request.get("response_format", {}).get("type") == "json_schema"
        return 400 if schema else json.dumps({"what": "tree", "how_many": 3})

    async def twice(url: str) -> tuple[Seen, Seen]:
        model = connect(Choice("told", url))
        return await model.ask(PROMPT, Seen), await model.ask(PROMPT, Seen)

    with answering(reply) as server:
        first, second = asyncio.run(twice(server.url))
    assert first == second == Seen(what="tree", how_many=3)
    assert "how_many" in json.dumps(server.asked[1]["messages"])
    # The second question goes the way that worked for the first.
    assert len(server.asked) == 3


def test_a_model_that_cannot_keep_to_the_form_is_named() -> None:
    with answering(lambda _: "Trees are nice.") as server, pytest.raises(Unusable, match="told answered, but not"):
        ask(server.url)


@pytest.mark.parametrize(
    ("status", "says"), [(401, "Check its key"), (404, "Check the model's name"), (429, "try again later")]
)
def test_a_refusal_says_what_to_do(status: int, says: str) -> None:
    with answering(lambda _: status) as server, pytest.raises(Refused, match=says):
        ask(server.url)


def test_where_nothing_answers_the_address_is_named() -> None:
    with answering(lambda _: "") as server:
        url = server.url
    with pytest.raises(Unreachable, match=url):
        ask(url)


def test_a_provider_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match="nobody"):
        connect(Choice("nobody:model"))


def test_a_prompt_that_was_cut_is_no_answer() -> None:
    long = Prompt("Say what you see.", "A tree stands there. " * 500)
    with answering(lambda _: json.dumps({"what": "tree", "how_many": 1})) as server:
        server.reads = 400
        with pytest.raises(Cut, match=r"read no more than 400 tokens.*OLLAMA_CONTEXT_LENGTH"):
            asyncio.run(connect(Choice("told", server.url)).ask(long, Seen))
    assert len(server.asked) == 1


def test_one_thread_at_a_time_brings_the_library_in(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = [0], [0]

    def slow(_: Choice) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.02)
        inside[0] -= 1

    monkeypatch.setattr(connecting, "_model", slow)
    with ThreadPoolExecutor(4) as threads:
        assert len(list(threads.map(connect, [Choice("told", "http://127.0.0.1:9/v1")] * 4))) == 4
    assert most == [1]
