"""Keeps other sites, other machines and oversized requests out, and says so in every answer's headers."""

import json
import secrets
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sparring.server import messages as m
from sparring.server.settings import Settings

COOKIE = "sparring"
LARGEST_BODY = 25 * 1024 * 1024
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/login", "/assets/login")
"""What is answered without having signed in."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        # Mantine and Excalidraw set style attributes and add style elements while they run.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(self), geolocation=(), payment=(), usb=()",
}


class Guard:
    """Middleware in front of everything, WebSockets included."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Without a password the server answers to the names of this machine alone."""
        self._app = app
        self._settings = settings
        self._hosts = frozenset({"localhost", "127.0.0.1", "[::1]", settings.host})
        self.token = secrets.token_urlsafe(32)
        """What a signed-in browser's cookie holds; a new one with every start."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope.setdefault("state", {})["guard"] = self
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(refusal, scope, receive, send)
        elif self._asks_for_password(scope, headers):
            await self._unknown(scope, receive, send)
        else:
            await self._app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """(status, sentence) for a request that no page of ours makes."""
        host = headers.get("host", "")
        if not self._answers_to(host):
            return 421, f"This server does not answer to the name {host[:80]!r}; open {self._settings.address} instead."
        origin = headers.get("origin")
        writing = scope["type"] == "websocket" or scope["method"] not in READING
        if writing and origin is not None and _netloc(origin) != host:
            return 403, "Another site asked for this, so it was not done."
        if writing and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "Another site asked for this, so it was not done."
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > LARGEST_BODY:
            return 413, f"At most {LARGEST_BODY // 2**20} MB can be sent at once."
        return None

    def _answers_to(self, host: str) -> bool:
        """Whether the name is ours: a foreign name that resolves to this machine is somebody else's page."""
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        return name.lower() in self._hosts or not self._settings.loopback

    def _asks_for_password(self, scope: Scope, headers: Headers) -> bool:
        if not self._settings.password or scope["path"].startswith(OPEN_PATHS):
            return False
        # Cookies of other programs on this host come along, and not all of them keep to the rules.
        given = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return not secrets.compare_digest(given.encode(), self.token.encode())

    async def _unknown(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and not scope["path"].startswith("/api"):
            await RedirectResponse("/login", status_code=303)(scope, receive, _with_headers(send))
        else:
            await _refuse((401, "Sign in first: this server asks for a password."), scope, receive, send)


def _netloc(origin: str) -> str:
    """Host and port of an origin; empty where it is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _limited(receive: Receive) -> Receive:
    """A body that does not say its length is cut off where it grows too long."""
    came = 0

    async def limited() -> Message:
        nonlocal came
        message = await receive()
        if message["type"] == "http.request":
            came += len(message.get("body", b""))
            if came > LARGEST_BODY:
                return {"type": "http.disconnect"}
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


async def _refuse(refusal: tuple[int, str], scope: Scope, receive: Receive, send: Send) -> None:
    status, sentence = refusal
    if scope["type"] == "websocket":
        if status == HTTPStatus.UNAUTHORIZED:
            # Refused before it is accepted, our own page would learn nothing but that it failed, and try for ever.
            trouble = m.Trouble(message=sentence, gone=True)
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.send", "text": json.dumps(m.as_message(trouble))})
        await send({"type": "websocket.close", "code": 4000 + status % 1000, "reason": sentence[:120]})
        return
    await JSONResponse({"error": sentence}, status_code=status)(scope, receive, _with_headers(send))
