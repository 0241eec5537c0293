import re

TERM = re.compile(r'(-?)(?:([^\s":]*)(:))?(?:"([^"]*)"(?!\S)|([^\s"]\S*))?')


class QueryError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def words(text):
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


class Catalogue:
    def __init__(self, records):
        self.records = records

    def search(self, query):
        terms = []
        position = 0
        while position < len(query):
            if query[position].isspace():
                position += 1
                continue
            match = TERM.match(query, position)
            minus, field, colon, quoted, bare = match.groups()
            value = (bare if quoted is None else quoted) or ""
            if not value or (colon and not field) or (not colon and not words(value).strip()):
                raise QueryError("bad term", position)
            terms.append((minus, field.lower() if colon else None, value))
            position = match.end()
        return [r["id"] for r in self.records if all(self.holds(r, *term) for term in terms)]

    def holds(self, record, minus, field, value):
        if field is None:
            return (words(value) in words(record["text"])) != bool(minus)
        fields = {name.lower(): v for name, v in record["fields"].items()}
        values = fields.get(field, [])
        if isinstance(values, str):
            values = [values]
        return (value.lower() in [v.lower() for v in values]) != bool(minus)
