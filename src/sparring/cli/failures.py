"""Which errors are a person's to mend: those get a sentence, everything else is a defect and keeps its traceback."""


def explain(error: Exception) -> str | None:
    """The sentence for an expected error, or None."""
    from sparring.assessment.errors import AssessmentError
    from sparring.bank import BankError
    from sparring.coding.errors import CodingError
    from sparring.llm.errors import LanguageModelError
    from sparring.server.errors import ServerError
    from sparring.session.errors import SessionError
    from sparring.store import StoreError
    from sparring.transcripts import TranscriptError
    from sparring.whiteboard.errors import BoardError

    known = (
        AssessmentError,
        BankError,
        BoardError,
        CodingError,
        LanguageModelError,
        ServerError,
        SessionError,
        StoreError,
        TranscriptError,
    )
    if isinstance(error, known):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}. Check the path, its permissions and the space on the disk."
    return None
