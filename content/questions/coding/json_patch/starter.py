"""Merges two edited copies of a document."""


def merge(base, mine, theirs):
    """Returns the merged document and a list of the conflicts.

    A conflict looks like this:
        {"path": ["billing", "city"], "mine": "Bonn", "theirs": "Ulm"}
    """
    return {}, []
