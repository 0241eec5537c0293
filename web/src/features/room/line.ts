/** The connection that is spoken into: sound goes out, words come back. Comes back by itself; no React in here. */
import type { ToSpeaker } from "./hearing";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** Milliseconds after which the last words are not waited for any longer. */
const LONGEST_FINISH = 15_000;
/** Frames of a tenth of a second that are kept until the connection stands. */
const MOST_KEPT = 200;

export interface Line {
  /** 16-bit samples at 16 kHz; lost while there is no connection. */
  sound: (frame: ArrayBuffer) => void;
  /** Ends what is being said; fulfilled when all of it has come as words, or cannot come any more. */
  finish: () => Promise<void>;
  close: () => void;
}

export interface Told {
  came: (message: ToSpeaker) => void;
  lost: () => void;
}

export function openLine(address: string, { came, lost }: Told): Line {
  let socket: WebSocket;
  let wait = FIRST_WAIT;
  let timer = 0;
  let closed = false;
  let finished: (() => void) | null = null;
  let ending: Promise<void> | null = null;
  /** What was said before the connection stood. Null from then on: later gaps are told, not bridged. */
  let kept: (ArrayBuffer | string)[] | null = [];

  function connect() {
    const opened = new WebSocket(address);
    socket = opened;
    opened.onopen = () => {
      for (const each of kept ?? []) opened.send(each);
      kept = null;
    };
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      if (closed) return;
      const message = JSON.parse(data) as ToSpeaker;
      if (message.type === "ready") wait = FIRST_WAIT;
      came(message);
      if (message.type === "finished") finished?.();
      if (message.type === "trouble" && message.gone) close();
    };
    opened.onclose = () => {
      finished?.();
      if (closed) return;
      kept = null;
      lost();
      timer = window.setTimeout(connect, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    };
  }

  function send(what: ArrayBuffer | string): boolean {
    if (socket.readyState === WebSocket.OPEN) socket.send(what);
    else if (kept && kept.length < MOST_KEPT) kept.push(what);
    else return false;
    return true;
  }

  function finish(): Promise<void> {
    if (ending) return ending;
    if (closed || !send(JSON.stringify({ type: "finish" }))) return Promise.resolve();
    ending = new Promise((resolve) => {
      const late = window.setTimeout(() => finished?.(), LONGEST_FINISH);
      finished = () => {
        clearTimeout(late);
        finished = ending = null;
        resolve();
      };
    });
    return ending;
  }

  function close() {
    closed = true;
    clearTimeout(timer);
    finished?.();
    socket.close();
  }

  connect();
  return { sound: (frame) => void send(frame), finish, close };
}
