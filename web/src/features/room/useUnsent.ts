import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { keep, kept } from "./keeping";
import type { Live } from "./useRoom";

interface Unsent {
  /** What an earlier page has kept and not sent. */
  first: string | null;
  isNone: () => boolean;
  write: (text: string) => void;
  flush: () => void;
}

/**
 * What is typed or drawn here: kept in this browser at once, sent when it has rested for `rest` milliseconds, and kept
 * until the log has it (`underway` is what it has not shown yet): a write can be refused.
 */
export function useUnsent(
  id: string,
  place: "code" | "board",
  rest: number,
  { room: { connected, sent }, send: tell, typing, underway }: Live,
): Unsent {
  const work = place === "code" ? "code" : "scene";
  const [first] = useState(() => kept(id, place));
  const unsent = useRef(first);
  const timer = useRef(0);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = unsent.current;
    if (text !== null && tell(work === "code" ? { type: "code", text } : { type: "draw", scene: text })) {
      unsent.current = null;
      if (!underway(work)) keep(id, place, null);
    }
  }, [id, place, work, tell, underway]);

  const write = useCallback(
    (text: string) => {
      unsent.current = text;
      keep(id, place, text);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, rest);
      typing();
    },
    [flush, id, place, rest, typing],
  );

  const logged = sent[work] === null;
  useEffect(() => {
    if (connected && logged && unsent.current === null) keep(id, place, null);
  }, [connected, logged, id, place]);
  // Back on the line: what was typed meanwhile goes out.
  useEffect(() => {
    if (connected) flush();
  }, [connected, flush]);
  // Leaving the room: a layout effect is cleaned up before the effect that closes the socket.
  useLayoutEffect(() => flush, [flush]);

  const isNone = useCallback(() => unsent.current === null, []);
  return { first, isNone, write, flush };
}
