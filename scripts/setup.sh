#!/usr/bin/env bash
# Makes everything the project needs: system packages (Debian and Ubuntu, as root), the virtual environment, the package.
# Does nothing where nothing has changed. Run by `make setup`, `make run` and `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is needed; name it with PYTHON=/path/to/python3 make setup." >&2
    exit 1
fi

if ! command -v bwrap >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing bubblewrap, which isolates the code of coding rounds ..."
        (apt-get install -y -qq bubblewrap || (apt-get update -qq && apt-get install -y -qq bubblewrap)) >/dev/null
    else
        echo "Note: bubblewrap is not installed, so coding rounds cannot run code here (sudo apt-get install bubblewrap)." >&2
    fi
fi

stamp=.venv/.made-from
want=$(cat requirements.lock pyproject.toml | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$want" ]; then
    echo "Setting up the virtual environment (a minute, only the first time) ..."
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
    echo "$want" >"$stamp"
fi
