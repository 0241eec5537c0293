"""Signing in, where the server asks for a password."""

import asyncio
import html
import secrets

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sparring.server.guard import COOKIE, Guard
from sparring.server.office import office_of

PAUSE = 1.0
"""Seconds that a wrong password costs, one guess after another."""

PAGE = """<!doctype html><html lang="en">
<meta name="viewport" content="width=device-width"><title>Interview Sparring</title>
<style>body{{font:16px/1.5 system-ui;max-width:22rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}}
input,button{{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;margin:.25rem 0}}</style>
<h1>Interview Sparring</h1><form method="post" action="/login"><label>Password
<input type="password" name="password" autocomplete="current-password" autofocus required></label>
<p role="alert">{problem}</p><button>Sign in</button></form></html>"""


_guessing = asyncio.Lock()


async def form(_: Request) -> Response:
    """The form."""
    return HTMLResponse(PAGE.format(problem=""))


async def sign_in(request: Request) -> Response:
    """A cookie for whoever knows the password."""
    given = str((await request.form(max_files=0, max_fields=3)).get("password", ""))
    password = office_of(request).settings.password
    if not password or not secrets.compare_digest(given.encode(), password.encode()):
        async with _guessing:
            await asyncio.sleep(PAUSE)
        return HTMLResponse(PAGE.format(problem=html.escape("That is not the password.")), status_code=403)
    guard = request.scope["state"]["guard"]
    assert isinstance(guard, Guard)
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(COOKIE, guard.token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


ROUTES = [Route("/login", form, methods=["GET"]), Route("/login", sign_in, methods=["POST"])]
