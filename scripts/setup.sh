#!/usr/bin/env bash
# Makes everything the project needs: system packages (Debian and Ubuntu, as root), the virtual environment, the package.
# Does nothing where nothing has changed. Run by `make setup`, `make run` and, with `test`, by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is needed; name it with PYTHON=/path/to/python3 make setup." >&2
    exit 1
fi

# want NAME PACKAGE WHY: a system package that brings a command or library, installed where we may, asked for where we may not.
want() {
    command -v "$1" >/dev/null 2>&1 && return
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep "^\s*$1 " >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $2, which $3 ..."
        (apt-get install -y -qq "$2" || (apt-get update -qq && apt-get install -y -qq "$2")) >/dev/null
    else
        echo "Note: $2 is not installed; it $3 (sudo apt-get install $2)." >&2
    fi
}

want bwrap bubblewrap "isolates the code of coding rounds"
want libseccomp.so.2 libseccomp2 "refuses that code what no solution needs of the kernel"
if [ "${1:-}" = test ]; then
    want chromium chromium "runs the browser tests"
fi

stamp=.venv/.made-from
made=$(cat requirements.lock pyproject.toml | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$made" ]; then
    echo "Setting up the virtual environment (a minute, only the first time) ..."
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
    echo "$made" >"$stamp"
fi
