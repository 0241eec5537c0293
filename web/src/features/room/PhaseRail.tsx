import type { Schemas } from "@/api/client";
import { clock } from "@/shared/format";
import { useNow } from "./useNow";
import classes from "./PhaseRail.module.css";

interface Props {
  phases: Schemas["PhaseView"][];
  standing: Schemas["Standing"];
  reportedAt: number;
}

/** The phases in proportion to their time, the one that is on, and what is left of it and of the round. */
export function PhaseRail({ phases, standing, reportedAt }: Props) {
  const now = useNow(standing, reportedAt);
  const present = phases.findIndex((phase) => phase.id === standing.phase);
  const left = Math.max(0, standing.total - now);
  const phase = phases[present];
  const phaseLeft = phase ? phase.ends - now : 0;
  return (
    <div className={classes.line}>
      <ol className={classes.rail} aria-label="Phases">
        {phases.map((each, k) => {
          const share = Math.min(1, Math.max(0, (now - each.begins) / (each.ends - each.begins)));
          return (
            <li
              key={each.id}
              className={classes.phase}
              style={{ flexGrow: each.ends - each.begins }}
              data-present={k === present}
              aria-current={k === present ? "step" : undefined}
              title={`${each.title}: ${clock(each.begins)} to ${clock(each.ends)}`}
            >
              <span className={classes.fill} style={{ width: `${share * 100}%` }} />
              <span className={classes.name}>{each.title}</span>
            </li>
          );
        })}
      </ol>
      <div className={classes.clock} role="timer" aria-label={`${Math.ceil(left / 60)} minutes left`}>
        {!standing.closed && phase && (
          <span className={classes.phaseLeft}>
            {phaseLeft >= 0 ? `${clock(phaseLeft)} left in this phase` : "past this phase's time"}
          </span>
        )}
        <b>{standing.closed ? "Over" : clock(left)}</b>
        {!standing.closed && <span className="visually-hidden"> left</span>}
      </div>
    </div>
  );
}
