import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { day } from "@/shared/format";
import classes from "./Progress.module.css";

const LATEST = 12;
const TRENDS = { up: "▲ up", down: "▼ down", unclear: "" };

interface Props {
  sessions: Schemas["PointView"][];
  rows: Schemas["RowView"][];
}

/** Signals down, rounds across: each rating with its interval, the level they come to, and when it is due again. */
export function HeatMap({ sessions, rows }: Props) {
  const skipped = Math.max(0, sessions.length - LATEST);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Signals by round">
      <table className={classes.map}>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Level</th>
            <th scope="col">Due</th>
            {sessions.slice(skipped).map((each) => (
              <th key={each.session} scope="col">
                <Link href={`/debrief/${each.session}`} title={each.title}>
                  {new Date(each.at).toLocaleDateString(undefined, { day: "numeric", month: "short" })}
                </Link>
                {each.retake && <span className={classes.retake}>retake</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.signal}>
              <th scope="row">{row.title}</th>
              <td className={classes.level}>{levelOf(row)}</td>
              <td className={classes.due}>{dueOf(row)}</td>
              {row.cells.slice(skipped).map((cell, k) => (
                <Cell key={sessions[skipped + k]?.session ?? k} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: Schemas["CellView"] | null }) {
  if (!cell) return <td className={classes.cell} aria-label="not seen" title="not seen" />;
  const interval = `${cell.low.toFixed(1)} to ${cell.high.toFixed(1)}`;
  return (
    <td className={classes.cell} data-value={cell.value} title={`${cell.value}, interval ${interval}`}>
      {cell.value}
      <span className="visually-hidden">, interval {interval}</span>
    </td>
  );
}

function levelOf({ level }: Schemas["RowView"]) {
  if (!level) return "not seen";
  return (
    <>
      <b>{level.mean.toFixed(1)}</b> <span className={classes.interval}>{`${level.low.toFixed(1)}–${level.high.toFixed(1)}`}</span>{" "}
      <span className={classes[level.trend]}>{TRENDS[level.trend]}</span>
    </>
  );
}

function dueOf({ due }: Schemas["RowView"]): string {
  if (!due) return "";
  return new Date(due) <= new Date() ? "now" : day(due).replace(/ ?,? ?\d{4}$/, "");
}
