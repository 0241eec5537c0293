"""A server on loopback that speaks the OpenAI protocol; what it says is told by the test."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], "str | int"]
"""Says what is answered to a request: the text of a message, or the status of a refusal."""


@dataclass
class Answering:
    """Where it answers, and what it was asked."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    reads: int = 0
    """Tokens it says it has read of every prompt; 0 for all."""


@contextmanager
def answering(reply: Reply) -> Iterator[Answering]:
    """A server that answers until the block is left."""
    log = Answering("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            log.asked.append(request)
            log.keys.append(self.headers.get("authorization", ""))
            said = reply(request)
            status = said if isinstance(said, int) else 200
            read = log.reads or len(json.dumps(request["messages"]).split()) * 2
            answer = _completion(said, read) if isinstance(said, str) else {"error": {"message": "no"}}
            body = json.dumps(answer).encode()
            # Whoever asked may have gone.
            with suppress(ConnectionError):
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    log.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield log
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(text: str, read: int) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "one",
        "object": "chat.completion",
        "created": 0,
        "model": "told",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": read, "completion_tokens": 1, "total_tokens": read + 1},
    }
