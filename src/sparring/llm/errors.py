"""Why a language model gave no answer, and who can mend it.

LanguageModelError
 ├── NotChosen        the user: no model is named
 ├── NotInstalled     the user: the library that talks to models is not there
 ├── Unreachable      the user or a retry: nothing answers at the address, or not in time
 ├── Refused          the user: wrong key, no such model, no quota left
 └── Unusable         nobody: the model answers, but not in the form that was asked for; a better model may
     └── Cut          the user: the server read a part of the prompt only
"""


class LanguageModelError(Exception):
    """A sentence for the user: what was wrong, and what to do."""


class NotChosen(LanguageModelError):
    """No language model is named."""

    def __init__(self) -> None:
        super().__init__(
            "No language model is chosen. Name one in the environment: SPARRING_MODEL=NAME with "
            "SPARRING_MODEL_URL=ADDRESS for a server that speaks the OpenAI protocol (Ollama, llama.cpp, vLLM), or "
            "SPARRING_MODEL=PROVIDER:NAME with that provider's key. docs/llm.md has examples."
        )


class NotInstalled(LanguageModelError):
    """The library that talks to language models is not there."""


class Unreachable(LanguageModelError):
    """Nothing answers, or not in time."""


class Refused(LanguageModelError):
    """The other side does not want to answer."""


class Unusable(LanguageModelError):
    """An answer came, but not in the form that was asked for."""


class Cut(Unusable):
    """An answer came to a part of the prompt."""
