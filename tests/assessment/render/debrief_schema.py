"""The part of JSON Schema that the debrief's schema uses, checked; anything else in a schema is refused."""

from collections.abc import Iterator, Mapping

KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
KNOWN = {
    "$schema", "title", "description", "type", "enum", "properties", "required", "additionalProperties", "items",
    "minimum", "maximum", "minItems", "maxItems",
}  # fmt: skip


def faults(value: object, schema: Mapping, at: str = "$") -> Iterator[str]:
    """Everything about the value that the schema does not allow, with where it is."""
    assert not set(schema) - KNOWN, f"{at}: the checker does not know {set(schema) - KNOWN}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    if "type" in schema and not any(_is(value, kind) for kind in _listed(schema["type"])):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value!r} is out of range"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{at}: {len(value)} items"
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], f"{at}[{index}]")
    if isinstance(value, dict):
        yield from _object_faults(value, schema, at)


def _object_faults(value: dict, schema: Mapping, at: str) -> Iterator[str]:
    named = schema.get("properties", {})
    yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    for key, item in value.items():
        rest = schema.get("additionalProperties", True)
        if key in named:
            yield from faults(item, named[key], f"{at}.{key}")
        elif rest is False:
            yield f"{at}: {key} is not in the schema"
        elif rest is not True:
            yield from faults(item, rest, f"{at}.{key}")


def _listed(kind: object) -> list:
    return kind if isinstance(kind, list) else [kind]


def _is(value: object, kind: str) -> bool:
    if isinstance(value, bool) and kind in ("integer", "number"):
        return False
    return isinstance(value, KINDS[kind])
