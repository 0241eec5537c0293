import type { Schemas } from "@/api/client";
import { day, words } from "@/shared/format";
import classes from "./Progress.module.css";

const RUNGS = ["junior", "mid", "senior", "staff"];
const BOX = { width: 720, height: 230, left: 60, right: 16, top: 14, bottom: 34 };

/** The altitude of every round with its interval. No line: rounds of different kinds are no series. */
export function AltitudeChart({ sessions }: { sessions: Schemas["PointView"][] }) {
  const inner = BOX.width - BOX.left - BOX.right;
  const x = (k: number) => BOX.left + (sessions.length === 1 ? inner / 2 : (k / (sessions.length - 1)) * (inner - 20) + 10);
  const y = (rung: string) => BOX.height - BOX.bottom - (RUNGS.indexOf(rung) / 3) * (BOX.height - BOX.top - BOX.bottom - 10);
  const last = sessions.at(-1);
  const says = last ? `The newest of ${sessions.length} rounds was at ${last.altitude}.` : "";
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} className={classes.chart} role="img" aria-label={`Altitude by round. ${says}`}>
      {RUNGS.map((rung) => (
        <g key={rung}>
          <line className={classes.grid} x1={BOX.left} x2={BOX.width - BOX.right} y1={y(rung)} y2={y(rung)} />
          <text x={BOX.left - 8} y={y(rung) + 4} textAnchor="end">
            {rung}
          </text>
        </g>
      ))}
      {sessions.map((each, k) => (
        <g key={each.session}>
          <title>{`${day(each.at)}: ${words(each.round)}, ${each.title}: ${each.altitude}`}</title>
          <line className={classes.whisker} x1={x(k)} x2={x(k)} y1={y(each.altitude_low)} y2={y(each.altitude_high)} />
          <circle className={classes.dot} cx={x(k)} cy={y(each.altitude)} r={7} />
          <text x={x(k)} y={BOX.height - 10} textAnchor="middle">
            {sessions.length <= 16 ? { behavioral: "B", system_design: "D", coding: "C" }[each.round] : ""}
          </text>
        </g>
      ))}
    </svg>
  );
}
