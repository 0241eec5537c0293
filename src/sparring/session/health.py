"""What is installed here, and whether it works."""

from dataclasses import dataclass

from sparring.bank import Bank, BankError
from sparring.coding.errors import CodingError
from sparring.coding.sandbox import available
from sparring.llm import LanguageModelError, choice_of, connect
from sparring.session.hearing import signal_model
from sparring.store import Store
from sparring.voice import missing, weights


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the program."""

    name: str
    ok: bool
    says: str
    """How it works, or what to do that it does."""


def checks(bank: Bank, store: Store) -> tuple[Check, ...]:
    """Every part that can be missing or broken."""
    return (_model(), _second(), _voice(), _sandbox(), _bank(bank), _store(store))


def _model() -> Check:
    try:
        signal_model()
    except (OSError, ValueError, RuntimeError) as error:
        return Check("Signal model", False, f"Does not load ({error}). Install the package again.")
    return Check("Signal model", True, "Loaded. It runs on this machine and sends nothing anywhere.")


def _second() -> Check:
    """Nothing is sent to find out: a model that does not answer says so when it is asked."""
    name = "Second opinion"
    try:
        choice = choice_of()
        if choice is None:
            return Check(
                name, True, "No language model is named, and none is needed. docs/llm.md says how to name one."
            )
        connect(choice)
    except LanguageModelError as error:
        return Check(name, False, str(error))
    return Check(name, True, f"{choice.name} can be asked; a transcript goes to {choice.where}, when you ask.")


def _voice() -> Check:
    why = missing()
    return Check("Speaking aloud", not why, why or f"Heard on this machine by {weights.name()}; no sound is kept.")


def _sandbox() -> Check:
    try:
        isolation = available()
    except CodingError as error:
        return Check("Running code", False, str(error))
    return Check("Running code", True, f"Code of coding rounds runs isolated by {isolation.bubblewrap}.")


def _bank(bank: Bank) -> Check:
    try:
        for name in bank.questions():
            bank.question(name)
        counts = f"{len(bank.questions())} questions, {len(bank.topics())} topics, {len(bank.guides())} guides."
    except BankError as error:
        return Check("Question bank", False, f"{error} Run `sparring content check`.")
    return Check("Question bank", True, counts)


def _store(store: Store) -> Check:
    return Check("Sessions", True, f"{len(store.sessions())} in {store.where}.")
