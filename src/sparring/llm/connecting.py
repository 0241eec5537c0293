"""Reaches a language model through pydantic-ai, which is imported only here and only when a model is asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from sparring.llm.choice import Choice
from sparring.llm.errors import Cut, LanguageModelError, NotInstalled, Refused, Unreachable, Unusable
from sparring.llm.model import Form, LanguageModel, Prompt

if TYPE_CHECKING:
    from pydantic_ai.models import Model
    from pydantic_ai.output import OutputSpec

_PATIENCE = 300.0
"""Seconds that one answer may take: a model on a laptop reads a round for minutes."""

_AGAIN = 1
"""How often an answer that is not in the form is sent back, and a request that failed on the way is made again."""

_LEAST_READ = 0.8
"""Tokens a word of the prompt under which a server has cut it; English has 1.2 to 1.5."""

_LONGEST = 8_000
"""Tokens of an answer, with what a model thinks to itself: a small one can fall into a loop that has no end."""

_IMPORTING = Lock()
"""The library cannot be imported by two threads at once: one of them sees half of it."""

_EXTRA = "pip install 'interview-sparring[models]'"


def connect(choice: Choice) -> LanguageModel:
    """The chosen model; nothing is sent yet. The first time takes seconds. Raises NotInstalled, Refused."""
    try:
        with _IMPORTING:
            return _Connected(choice, _model(choice))
    except ImportError as error:
        raise NotInstalled(
            f"What talks to {choice.name} is not installed ({error}). Most models need {_EXTRA}; for a provider of "
            "its own library see docs/llm.md."
        ) from error


def _model(choice: Choice) -> Model:
    from pydantic_ai.exceptions import UserError
    from pydantic_ai.models import infer_model
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    if choice.url:
        # Servers without keys still want the header.
        return OpenAIChatModel(choice.name, provider=OpenAIProvider(base_url=choice.url, api_key=choice.key or "none"))
    try:
        return infer_model(choice.name)
    except UserError as error:
        raise Refused(f"{choice.name}: {error}") from error


class _Connected:
    """A model behind an address."""

    def __init__(self, choice: Choice, model: Model) -> None:
        self.name = choice.name
        self._choice, self._model = choice, model
        # Servers differ in whether a schema can be asked for: the next question goes the way that worked for the last.
        self._ways = [_by_schema, _in_words] if choice.url else [_as_usual]

    async def ask(self, prompt: Prompt, form: type[Form]) -> Form:
        """An answer in the form. Raises Unreachable, Refused, Unusable."""
        ways = list(self._ways)
        for way in ways:
            try:
                answer = await self._asked(prompt, way(form))
            except Cut:
                raise
            except (Unusable, _NotThisWay) as error:
                if way is ways[-1]:
                    raise Unusable(str(error)) from error
                continue
            self._ways = [way, *(other for other in self._ways if other is not way)]
            assert isinstance(answer, form)
            return answer
        raise AssertionError("there is at least one way to ask")

    async def _asked(self, prompt: Prompt, output: OutputSpec[Any]) -> object:
        from pydantic_ai import Agent, exceptions
        from pydantic_ai.settings import ModelSettings

        agent: Agent[object, Any] = Agent(
            self._model,
            output_type=output,
            instructions=prompt.rules,
            retries=_AGAIN,
            model_settings=ModelSettings(timeout=_PATIENCE, max_tokens=_LONGEST, max_retries=_AGAIN),
        )
        try:
            result = await agent.run(prompt.text)
        except exceptions.ModelHTTPError as error:
            raise _refused(self._choice, error.status_code, str(error.body or "")) from error
        except exceptions.ModelAPIError as error:
            raise Unreachable(
                f"Nothing answers for {self.name} at {self._choice.address or self._choice.where} ({error.message}). "
                "Check that it runs and that the address is right."
            ) from error
        except exceptions.AgentRunError as error:
            raise Unusable(
                f"{self.name} answered, but not in the form it was asked for ({_first(str(error))})."
            ) from error
        words, read = len(prompt.text.split()), result.usage.input_tokens
        if 0 < read < words * _LEAST_READ:
            raise Cut(
                f"{self.name} read no more than {read} tokens of a prompt of {words} words: its server cuts long "
                "prompts. Give it a longer context (for Ollama OLLAMA_CONTEXT_LENGTH=32768)."
            )
        return result.output


class _NotThisWay(LanguageModelError):
    """The server does not take a request that is put like this."""


def _by_schema(form: type[Form]) -> OutputSpec[Any]:
    from pydantic_ai import NativeOutput

    return NativeOutput(form)


def _in_words(form: type[Form]) -> OutputSpec[Any]:
    from pydantic_ai import PromptedOutput

    return PromptedOutput(form)


def _as_usual(form: type[Form]) -> OutputSpec[Any]:
    """However the provider's models are asked best."""
    return form


def _refused(choice: Choice, status: int, body: str) -> LanguageModelError:
    said = f"{choice.where} refused {choice.name} with status {status} ({_first(body) or 'no reason given'})."
    if status in (400, 422):
        return _NotThisWay(said)
    if status in (401, 403):
        return Refused(f"{said} Check its key.")
    if status == 404:
        return Refused(f"{said} Check the model's name and the address.")
    if status in (402, 429):
        return Refused(f"{said} Its quota is used up, or it was asked too fast: try again later.")
    return Unreachable(f"{said} Try again later.")


def _first(text: str) -> str:
    """The beginning of what the other side said, on one line."""
    return " ".join(text.split())[:160]
