import { memo, useCallback, useEffect, useRef, useState } from "react";
import { clock } from "@/shared/format";
import { Spoken } from "@/shared/Spoken";
import { Correction } from "./Correction";
import { isTurn, type Aside, type Turn } from "./reducer";
import { pieces } from "./stretches";
import type { Live } from "./useRoom";
import classes from "./Conversation.module.css";

/** Pixels from the end of the talk within which it counts as in sight. */
const NEAR = 40;

/** Everything said, the newest at the bottom; what has been sent and is not in the log yet is shown as such. */
export function Conversation({ live: { room, send } }: { live: Live }) {
  const correct = useCallback((turn: number, text: string) => send({ type: "correct", turn, text }), [send]);
  const open = !!room.standing && !room.standing.ended;
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
          <Line key={line.seq} line={line} name={name} correct={open ? correct : undefined} />
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

interface LineProps {
  line: Turn | Aside;
  name: string;
  /** Missing where nothing can be corrected now; false where it could not be sent. */
  correct: ((turn: number, text: string) => boolean) | undefined;
}

const Line = memo(function Line({ line, name, correct }: LineProps) {
  const [correcting, setCorrecting] = useState(false);
  /** Who works by keyboard goes on where they opened the editor. */
  const [returns, setReturns] = useState(false);
  if (!isTurn(line)) return <p className={classes.aside}>{line.text}</p>;
  const corrects = correct && correcting;
  return (
    <div className={classes.turn} data-speaker={line.speaker} data-correcting={corrects || undefined}>
      <span className={classes.who}>
        {correct && line.spoken && !correcting && (
          <button
            type="button"
            className={classes.correct}
            aria-label={`Correct what was heard at ${clock(line.at)}`}
            autoFocus={returns}
            onClick={() => setCorrecting(true)}
          >
            Correct
          </button>
        )}
        {line.speaker === "interviewer" ? name : "You"} <time>{clock(line.at)}</time>
      </span>
      {corrects ? (
        <Correction
          text={line.text}
          save={(text) => correct(line.seq, text)}
          close={() => {
            setReturns(true);
            setCorrecting(false);
          }}
        />
      ) : (
        <p className={classes.text}>{line.speaker === "interviewer" ? <Spoken text={line.text} /> : <Heard line={line} />}</p>
      )}
    </div>
  );
});

/** A turn of the candidate, with what was perhaps misheard underlined. */
function Heard({ line: { text, unsure } }: { line: Turn }) {
  if (unsure.length === 0) return text;
  return pieces(text, unsure).map((piece, k) =>
    piece.unsure ? (
      <span key={k} className={classes.unsure} title="Perhaps misheard">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
