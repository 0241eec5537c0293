"""Serves the web app, and opens it."""

import os
import socket
import sys
import threading
import time
import webbrowser

from sparring.cli.screen import console
from sparring.server.errors import NotServable
from sparring.server.settings import PASSWORD, Settings
from sparring.store import default_path


def serve(host: str, port: int, browser: bool) -> None:
    """Run until Ctrl+C."""
    settings = Settings(default_path(), host, port, os.environ.get(PASSWORD, ""))
    with _listening(settings) as listener:
        import uvicorn

        from sparring.server.app import create_app

        port = listener.getsockname()[1]
        settings = Settings(settings.place, host, port, settings.password)
        config = uvicorn.Config(create_app(settings), log_level="warning", ws="websockets-sansio", lifespan="on")
        server = uvicorn.Server(config)
        console().print(
            f"Interview Sparring is at {settings.address}   (Ctrl+C ends it)", style="bold", highlight=False
        )
        sys.stdout.flush()
        if browser:
            threading.Thread(target=_open, args=(server, settings.address), daemon=True).start()
        server.run(sockets=[listener])
        if not server.started:
            raise NotServable("The server could not start; see above for the reason.")


def _listening(settings: Settings) -> socket.socket:
    """A bound socket, so that a port that is taken is found out before anything else. Raises NotServable."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise NotServable(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}). Is it running already? "
            f"Open {settings.address}, or choose another with --port (0 takes any that is free)."
        ) from None
    return listener


def _open(server: "object", address: str) -> None:
    """Show the app as soon as it answers."""
    for _ in range(100):
        if getattr(server, "started", False):
            webbrowser.open(address)
            return
        time.sleep(0.1)
