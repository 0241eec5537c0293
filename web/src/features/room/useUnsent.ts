import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { keep, kept, type Place } from "./keeping";

interface Unsent {
  /** What an earlier page has kept and not sent. */
  first: string | null;
  isNone: () => boolean;
  write: (text: string) => void;
  flush: () => void;
}

/** What is typed or drawn here: kept in this browser at once, sent when it has rested for `rest` milliseconds. */
export function useUnsent(
  id: string,
  place: Place,
  rest: number,
  connected: boolean,
  send: (text: string) => boolean,
): Unsent {
  const [first] = useState(() => kept(id, place));
  const unsent = useRef(first);
  const timer = useRef(0);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unsent.current !== null && send(unsent.current)) {
      unsent.current = null;
      keep(id, place, null);
    }
  }, [id, place, send]);

  const write = useCallback(
    (text: string) => {
      unsent.current = text;
      keep(id, place, text);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, rest);
    },
    [flush, id, place, rest],
  );

  // Back on the line: what was typed meanwhile goes out.
  useEffect(() => {
    if (connected) flush();
  }, [connected, flush]);
  // Leaving the room: a layout effect is cleaned up before the effect that closes the socket.
  useLayoutEffect(() => flush, [flush]);

  const isNone = useCallback(() => unsent.current === null, []);
  return { first, isNone, write, flush };
}
