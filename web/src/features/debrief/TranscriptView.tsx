import { Anchor, Button, Title } from "@mantine/core";
import { memo, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { Spoken } from "@/shared/Spoken";
import type { Again } from "./useRetake";
import classes from "./TranscriptView.module.css";

interface Props {
  lines: Schemas["Page"]["lines"];
  /** When a turn was said, in seconds. */
  at: (turn: number) => number;
  /** Absent where the round was not held here. */
  again?: Again;
  retake: ReactNode;
}

/** The whole round in words; what the debrief quotes is marked. */
export function TranscriptView({ lines, at, again, retake }: Props) {
  // What nobody answered was the end of the round: there is nothing to take again.
  const lastAnswer = lines.findLast((line) => line.speaker === "candidate")?.i ?? 0;
  return (
    <section>
      <Title order={2} mb="xs">
        The round, word for word
      </Title>
      {retake}
      {again?.error && <Problem error={again.error} />}
      <div className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.i} line={line}>
            {again && line.speaker === "interviewer" && line.i < lastAnswer && at(line.i) > 0 && (
              <Button
                size="compact-xs"
                variant="subtle"
                className={`${classes.retake} no-print`}
                loading={again.isPending && again.variables === at(line.i)}
                onClick={() => again.mutate(at(line.i))}
                aria-label={`Retake from ${line.clock}`}
              >
                Retake from here
              </Button>
            )}
          </Line>
        ))}
      </div>
      {lines.length === 0 && <Anchor href="/sessions">Nothing was said. See your sessions</Anchor>}
    </section>
  );
}

const Line = memo(function Line({ line, children }: { line: Schemas["Line"]; children: ReactNode }) {
  return (
    <div className={classes.line} data-turn={line.i} data-speaker={line.speaker} tabIndex={-1}>
      <span className={classes.who}>
        {line.speaker === "interviewer" ? "Interviewer" : "You"} <time>{line.clock}</time> {children}
      </span>
      <p className={classes.text}>
        {line.parts.map((part, k) => {
          const words = line.speaker === "interviewer" ? <Spoken text={part.text} /> : <Words part={part} />;
          return part.quoted ? <mark key={k}>{words}</mark> : <span key={k}>{words}</span>;
        })}
      </p>
    </div>
  );
});

function Words({ part }: { part: Schemas["Part"] }) {
  if (!part.unsure) return part.text;
  return (
    <span className={classes.unsure} title="Perhaps misheard">
      {part.text}
    </span>
  );
}
