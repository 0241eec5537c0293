"""The web app's files: hashed assets for ever, the page itself fresh every time."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

APP = Path(__file__).parent / "app"
"""Where the build puts the app (`make web`)."""

FOREVER = "public, max-age=31536000, immutable"
MISSING = (
    "<!doctype html><html lang=en><title>Interview Sparring</title><p>The web app has not been built. "
    "Run <code>make web</code>, then load this page again. The terminal works without it: <code>sparring start</code>."
)


class Assets(StaticFiles):
    """Files whose names change with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept for ever."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = FOREVER
        return response


async def page(request: Request) -> Response:
    """The app's one page, whatever the path; the app finds its way by the path."""
    if request.url.path.startswith("/api/") or "." in request.url.path.rsplit("/", 1)[-1]:
        try:
            file = (APP / request.url.path.lstrip("/")).resolve()
            there = APP in file.parents and file.is_file()
        except (ValueError, OSError):
            # No name that a file can have.
            raise HTTPException(404) from None
        if request.url.path.startswith("/api/") or not there:
            raise HTTPException(404)
        return FileResponse(file, headers={"cache-control": "no-cache"})
    index = APP / "index.html"
    if not index.is_file():
        return HTMLResponse(MISSING, status_code=503)
    return FileResponse(index, headers={"cache-control": "no-cache"})


def routes() -> list[Mount | Route]:
    """What answers everything that is not the API."""
    return [
        Mount("/assets", GZipMiddleware(Assets(directory=APP / "assets", check_dir=False), minimum_size=1000)),
        Route("/{path:path}", page, methods=["GET", "HEAD"]),
    ]
