"""Search over records with a small query language."""


class QueryError(ValueError):
    """The query cannot be understood; `position` says where."""

    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Catalogue:
    """Records to search in.

    A record looks like this:
        {"id": 7, "text": "Login fails", "fields": {"status": "open", "label": ["bug", "ui"]}}
    """

    def __init__(self, records):
        """`records` is a list of them."""

    def search(self, query):
        """The ids of the records that the query finds."""
        return []
