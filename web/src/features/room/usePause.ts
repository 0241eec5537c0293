/** Counts the seconds of silence after which a spoken turn is sent by itself. */
import { useEffect, useRef, useState } from "react";

/** Seconds of the count that are shown. */
const SHOWN = 3;

/** What shows that somebody is at work, wherever in the room: in the code, at the board, in the draft. */
const AT_WORK = ["keydown", "pointerdown", "pointerup"] as const;

/**
 * Seconds until it is sent, in the last few of them; null while nothing is about to be sent. Begins anew when `heard`
 * changes, and with every key.
 */
export function usePause(counts: boolean, seconds: number, heard: unknown, send: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const newest = useRef(send);
  useEffect(() => {
    newest.current = send;
  });
  useEffect(() => {
    if (!counts) return;
    let until = performance.now() + seconds * 1000;
    const tick = window.setInterval(() => {
      const rest = Math.ceil((until - performance.now()) / 1000);
      setLeft(rest <= SHOWN && rest > 0 ? rest : null);
      if (rest > 0) return;
      clearInterval(tick);
      newest.current();
    }, 200);
    // The count that is shown goes with the next tick: what is clicked is not taken away under the click.
    const anew = () => void (until = performance.now() + seconds * 1000);
    AT_WORK.forEach((kind) => window.addEventListener(kind, anew, true));
    return () => {
      clearInterval(tick);
      AT_WORK.forEach((kind) => window.removeEventListener(kind, anew, true));
      setLeft(null);
    };
  }, [counts, seconds, heard]);
  return left;
}
