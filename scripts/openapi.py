"""Writes docs/openapi.json, from which the web app's client is generated; `--check` only compares."""

import json
import sys
from pathlib import Path

from sparring.server.app import create_app
from sparring.server.settings import Settings

FILE = Path(__file__).parent.parent / "docs" / "openapi.json"


def main() -> int:
    """Exit status 1 where the document differs and only a check was asked for."""
    text = json.dumps(create_app(Settings(":memory:")).openapi(), indent=1, ensure_ascii=False) + "\n"
    if "--check" in sys.argv:
        if FILE.exists() and FILE.read_text("utf-8") == text:
            return 0
        sys.stderr.write("docs/openapi.json is not what the server says; run `make client`.\n")
        return 1
    FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
