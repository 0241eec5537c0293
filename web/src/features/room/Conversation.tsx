import { memo, useEffect, useRef } from "react";
import { clock } from "@/shared/format";
import { Spoken } from "@/shared/Spoken";
import { isTurn, type Aside, type Room, type Turn } from "./reducer";
import classes from "./Conversation.module.css";

/** Pixels from the end of the talk within which it counts as in sight. */
const NEAR = 40;

/** Everything said, the newest at the bottom; what has been sent and is not in the log yet is shown as such. */
export function Conversation({ room }: { room: Room }) {
  const talk = useRef<HTMLDivElement>(null);
  /** Whether the newest line is in sight: who has scrolled up is reading, and is left where they are. */
  const atTheEnd = useRef(true);
  const name = room.welcome?.interviewer ?? "Interviewer";
  useEffect(() => {
    const box = talk.current;
    if (!box) return;
    const follow = () => {
      if (atTheEnd.current) box.scrollTo({ top: box.scrollHeight });
    };
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(box);
    return () => watch.disconnect();
  }, [room.lines.length]);
  // What one has just said is to be seen.
  useEffect(() => {
    const box = talk.current;
    if (box && room.outbox.length > 0) box.scrollTo({ top: box.scrollHeight });
  }, [room.outbox.length]);
  const turns = room.lines.filter(isTurn);
  const asked = turns.filter((turn, k) => k === 0 || turn.changes);
  return (
    <>
      {turns.length > 2 && (
        <details className={classes.question}>
          <summary>The question{asked.length > 1 && ", and what changed since"}</summary>
          {asked.map((turn) => (
            <p key={turn.seq}>
              <Spoken text={turn.text} />
            </p>
          ))}
        </details>
      )}
      <div
        ref={talk}
        className={classes.talk}
        role="log"
        aria-live="polite"
        aria-label="What was said"
        tabIndex={0}
        onScroll={({ currentTarget: box }) => {
          atTheEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
        }}
      >
        {room.lines.map((line) => (
          <Line key={line.seq} line={line} name={name} />
        ))}
        {room.outbox.map((one) => (
          <div key={one.id} className={classes.turn} data-speaker="candidate" data-pending>
            <p className={classes.text}>{one.text}</p>
            <span className={classes.who}>{room.connected ? "sending…" : "kept; sent when the connection is back"}</span>
          </div>
        ))}
      </div>
    </>
  );
}

const Line = memo(function Line({ line, name }: { line: Turn | Aside; name: string }) {
  if (!isTurn(line)) return <p className={classes.aside}>{line.text}</p>;
  return (
    <div className={classes.turn} data-speaker={line.speaker}>
      <span className={classes.who}>
        {line.speaker === "interviewer" ? name : "You"} <time>{clock(line.at)}</time>
      </span>
      <p className={classes.text}>{line.speaker === "interviewer" ? <Spoken text={line.text} /> : line.text}</p>
    </div>
  );
});
