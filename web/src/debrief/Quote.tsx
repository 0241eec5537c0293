import type { Schemas } from "@/api/client";
import classes from "./Quote.module.css";

/** The candidate's own words, with a way to where they were said. */
export function Quote({ cited, jump }: { cited: Schemas["Cited"]; jump?: (turn: number) => void }) {
  const turn = cited.turn;
  return (
    <blockquote className={classes.quote}>
      “{cited.text}”{" "}
      {turn !== null && turn !== undefined && jump && (
        <button type="button" className={classes.place} onClick={() => jump(turn)} aria-label={`Go to ${cited.clock}`}>
          {cited.clock}
        </button>
      )}
      {turn !== null && !jump && cited.clock && <span className={classes.at}>{cited.clock}</span>}
    </blockquote>
  );
}
