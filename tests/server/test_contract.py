"""What the server says of itself in OpenAPI holds for whatever is sent to it."""

import subprocess
import sys
from pathlib import Path

from tests.serving import serving

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        command = [str(Path(sys.executable).parent / "schemathesis"), "run", f"{server.address}/api/openapi.json"]
        limits = ["--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", "10"]
        found = subprocess.run(
            [*command, *limits, "--generation-deterministic", "--no-color"],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert found.returncode == 0, found.stdout[-4000:]
