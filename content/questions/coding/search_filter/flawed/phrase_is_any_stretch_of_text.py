import re
from collections import defaultdict

TERM = re.compile(r'(-?)(?:([^\s":]*)(:))?(?:"([^"]*)"(?!\S)|([^\s"]\S*))?')


class QueryError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Catalogue:
    def __init__(self, records):
        self.records = records
        self.texts = [" ".join(re.findall(r"[^\W_]+", r["text"].lower())) for r in records]
        self.by_field = defaultdict(set)
        for i, record in enumerate(records):
            for name, values in record["fields"].items():
                for value in [values] if isinstance(values, str) else values:
                    self.by_field[name.lower(), value.lower()].add(i)

    def search(self, query):
        found = set(range(len(self.records)))
        position = 0
        while position < len(query):
            if query[position].isspace():
                position += 1
                continue
            match = TERM.match(query, position)
            minus, field, colon, quoted, bare = match.groups()
            value = (bare if quoted is None else quoted) or ""
            if not value or (colon and not field):
                raise QueryError("bad term", position)
            if colon:
                hits = self.by_field.get((field.lower(), value.lower()), set())
            else:
                wanted = " ".join(re.findall(r"[^\W_]+", value.lower()))
                if not wanted:
                    raise QueryError("bad term", position)
                hits = {i for i in found if wanted in self.texts[i]}
            found = found - hits if minus else found & hits
            position = match.end()
        return [self.records[i]["id"] for i in sorted(found)]
