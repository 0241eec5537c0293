import { Anchor, Button, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { memo, type ReactNode } from "react";
import { useLocation } from "wouter";
import { data, POST, type Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import classes from "./TranscriptView.module.css";

interface Props {
  id: string;
  lines: Schemas["Page"]["lines"];
  /** When a turn was said, in seconds. */
  at: (turn: number) => number;
  retakable: boolean;
  retake: ReactNode;
}

/** The whole round in words; what the debrief quotes is marked. */
export function TranscriptView({ id, lines, at, retakable, retake }: Props) {
  const [, go] = useLocation();
  const again = useMutation({
    mutationFn: (moment: number) =>
      data(POST("/api/sessions/{session}/retake", { params: { path: { session: id } }, body: { at: moment } })),
    onSuccess: (begun) => go(`/room/${begun.id}`),
  });
  // What nobody answered was the end of the round: there is nothing to take again.
  const lastAnswer = lines.findLast((line) => line.speaker === "candidate")?.i ?? 0;
  return (
    <section>
      <Title order={2} mb="xs">
        The round, word for word
      </Title>
      {retake}
      {again.error && <Problem error={again.error} />}
      <div className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.i} line={line}>
            {retakable && line.speaker === "interviewer" && line.i < lastAnswer && at(line.i) > 0 && (
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
          const [text, quoted] = part as unknown as [string, boolean];
          return quoted ? <mark key={k}>{text}</mark> : <span key={k}>{text}</span>;
        })}
      </p>
    </div>
  );
});
