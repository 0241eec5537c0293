import { useEffect, useRef } from "react";
import type { Schemas } from "@/api/client";
import classes from "./Ledger.module.css";

const SIGNS: Record<string, string> = { shown: "●", tried: "◐", "not yet asked": "○" };

/** Which signals were shown, tried, or not asked for yet. Never a rating. */
export function Ledger({ signals }: { signals: Schemas["SignalView"][] }) {
  const place = useRef<HTMLElement>(null);
  // On a narrow screen it stands below the talk: whoever asks for it sees it.
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <aside ref={place} className={classes.ledger} aria-label="Signal ledger">
      <h2 className={classes.title}>Signals</h2>
      <ul className={classes.list}>
        {signals.map((signal) => (
          <li key={signal.id} data-standing={signal.standing}>
            <span aria-hidden>{SIGNS[signal.standing]}</span>
            <span className={classes.name}>{signal.title}</span>
            <span className={classes.standing}>{signal.standing}</span>
          </li>
        ))}
      </ul>
      <p className={classes.note}>Shown means that by now enough of it was heard for the bar; a later answer can take it back.</p>
    </aside>
  );
}
