import classes from "./Ladder.module.css";

/** Where on the ladder the candidate spoke, with the interval. */
export function Ladder({ rungs }: { rungs: readonly (readonly unknown[])[] }) {
  return (
    <ol className={classes.ladder} aria-label="Altitude, from junior to staff">
      {rungs.map((rung) => {
        const [name, where] = rung as [string, string];
        return (
          <li key={name} className={classes.rung} data-where={where || undefined}>
            {name}
            {where === "here" && <span className="visually-hidden"> (you spoke here)</span>}
            {where === "within" && <span className="visually-hidden"> (within the interval)</span>}
          </li>
        );
      })}
    </ol>
  );
}
