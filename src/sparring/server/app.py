"""The whole server: its routes in one table, its guard in front of them, its errors in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any, get_args

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic.json_schema import models_json_schema
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from sparring.bank import Bank, BankError
from sparring.bank.errors import Unknown
from sparring.llm.errors import LanguageModelError, NotChosen
from sparring.server import files, login
from sparring.server import messages as m
from sparring.server.errors import NothingHere, RoomClosed, ServerError
from sparring.server.guard import Guard
from sparring.server.lobby import Lobby
from sparring.server.office import Office
from sparring.server.routes import ROUTERS
from sparring.server.settings import Settings
from sparring.server.views import ErrorView
from sparring.session.errors import SessionError
from sparring.session.own import open_bank
from sparring.store import Store, StoreError, UnknownSession
from sparring.transcripts import TranscriptError

STATUS: tuple[tuple[type[Exception], int], ...] = (
    (UnknownSession, 404),
    (NothingHere, 404),
    (Unknown, 404),
    (RoomClosed, 409),
    (NotChosen, 409),
    (LanguageModelError, 502),
    (SessionError, 422),
    (TranscriptError, 422),
    (BankError, 500),
    (StoreError, 503),
    (ServerError, 400),
)
"""What each kind of error is to HTTP; the first that fits is taken."""

DESCRIPTION = (
    "Everything that the web app does, for programs. Rooms talk over a WebSocket; its messages are among the schemas."
)


def create_app(settings: Settings, *, bank: Bank | None = None) -> FastAPI:
    """The server for these settings; its store is opened when it starts. Raises StoreError then."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with Store.open(settings.place) as store:
            shelf = bank or open_bank()
            app.state.office = Office(settings, shelf, store, Lobby(shelf, store))
            yield
            await app.state.office.seconding.close()
            await app.state.office.lobby.close()

    app = _App(
        title="Interview Sparring",
        version=version("interview-sparring"),
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses={status: {"model": ErrorView} for status in (400, 404, 409, 422)},
    )
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes.extend([*login.ROUTES, *files.routes()])
    for kind, status in STATUS:
        app.add_exception_handler(kind, _told(status))
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(Guard, settings=settings)
    return app


class _App(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """The API's description with what a room's WebSocket says in it."""
        return _with_messages(super().openapi())


def _with_messages(schema: dict[str, Any]) -> dict[str, Any]:
    if "FromBrowser" not in schema["components"]["schemas"]:
        ways = {"FromBrowser": m.FromBrowser, "ToBrowser": m.ToBrowser, "ToSpeaker": m.ToSpeaker}
        for name, way in ways.items():
            members = get_args(get_args(way)[0])
            _, defined = models_json_schema(
                [(member, "validation" if name == "FromBrowser" else "serialization") for member in members],
                ref_template="#/components/schemas/{model}",
            )
            schema["components"]["schemas"].update(defined["$defs"])
            refs = [{"$ref": f"#/components/schemas/{member.__name__}"} for member in members]
            schema["components"]["schemas"][name] = {"oneOf": refs, "title": name}
    return schema


def _told(status: int) -> Any:
    async def told(_: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": str(error)}, status_code=status)

    return told


async def _misshapen(_: Request, error: Exception) -> JSONResponse:
    """What was wrong with a request, in one sentence."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query", "path"))
    return JSONResponse({"error": f"{where or 'The request'}: {first['msg']}."}, status_code=422)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    says = "There is nothing here." if error.status_code == 404 else str(error.detail)
    return JSONResponse({"error": says}, status_code=error.status_code, headers=error.headers)
