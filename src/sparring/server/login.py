"""Signing in, where the server asks for a password."""

import asyncio
import html
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sparring.server.guard import COOKIE, Guard
from sparring.server.office import office_of

PAUSE = 1.0
"""Seconds that a wrong password costs; the guesses from one address are looked at one after another."""

AT_ONCE = 5
"""Guesses of one address that may wait for their turn."""

PAGE = """<!doctype html><html lang="en">
<meta name="viewport" content="width=device-width"><title>Interview Sparring</title>
<style>body{{font:16px/1.5 system-ui;max-width:22rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}}
input,button{{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;margin:.25rem 0}}</style>
<h1>Interview Sparring</h1><form method="post" action="/login"><label>Password
<input type="password" name="password" autocomplete="current-password" autofocus required></label>
<p role="alert">{problem}</p><button>Sign in</button></form></html>"""


_guesses: dict[str, int] = {}
"""How many guesses from an address are being answered."""

_one_by_one: dict[str, asyncio.Lock] = {}


async def _right(address: str, given: str, password: str) -> bool:
    """Whether the password is right, told no sooner than every guess before it has cost its pause.

    Raises HTTPException (429) where too many from one address wait: others are not kept waiting by them.
    """
    if _guesses.get(address, 0) >= AT_ONCE:
        raise HTTPException(429, "Too many guesses at once. Wait some seconds, then try again.")
    _guesses[address] = _guesses.get(address, 0) + 1
    try:
        async with _one_by_one.setdefault(address, asyncio.Lock()):
            if password and secrets.compare_digest(given.encode(), password.encode()):
                return True
            await asyncio.sleep(PAUSE)
            return False
    finally:
        _guesses[address] -= 1
        if not _guesses[address]:
            del _guesses[address], _one_by_one[address]


async def form(_: Request) -> Response:
    """The form."""
    return HTMLResponse(PAGE.format(problem=""))


async def sign_in(request: Request) -> Response:
    """A cookie for whoever knows the password."""
    given = str((await request.form(max_files=0, max_fields=3)).get("password", ""))
    password = office_of(request).settings.password
    if not await _right(request.client.host if request.client else "", given, password):
        return HTMLResponse(PAGE.format(problem=html.escape("That is not the password.")), status_code=403)
    guard = request.scope["state"]["guard"]
    assert isinstance(guard, Guard)
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(COOKIE, guard.token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


ROUTES = [Route("/login", form, methods=["GET"]), Route("/login", sign_in, methods=["POST"])]
