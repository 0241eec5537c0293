/** Counts the seconds of silence after which a spoken turn is sent by itself. */
import { useEffect, useRef, useState } from "react";

/** Seconds of the count that are shown. */
const SHOWN = 3;

/**
 * Seconds until it is sent, in the last few of them; null while nothing is about to be sent. Begins anew when `touched`
 * changes.
 */
export function usePause(counts: boolean, seconds: number, touched: unknown, send: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const newest = useRef(send);
  useEffect(() => {
    newest.current = send;
  });
  useEffect(() => {
    if (!counts) return;
    const until = performance.now() + seconds * 1000;
    const tick = window.setInterval(() => {
      const rest = Math.ceil((until - performance.now()) / 1000);
      setLeft(rest <= SHOWN && rest > 0 ? rest : null);
      if (rest > 0) return;
      clearInterval(tick);
      newest.current();
    }, 200);
    return () => {
      clearInterval(tick);
      setLeft(null);
    };
  }, [counts, seconds, touched]);
  return left;
}
