import { Button, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { keep, kept } from "./keeping";
import classes from "./Coding.module.css";

interface Props {
  id: string;
  printed: Schemas["Printed"] | null;
  busy: boolean;
  run: (text: string) => void;
}

/** Statements of the candidate's own, run after their code. */
export function Scratch({ id, printed, busy, run }: Props) {
  const [text, setText] = useState(() => kept(id, "scratch") ?? "");
  return (
    <>
      <Textarea
        aria-label="Statements to run after your code"
        placeholder="print(…)"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keep(id, "scratch", event.currentTarget.value);
        }}
      />
      <Group mt={6} gap="sm">
        <Button size="xs" variant="light" disabled={!text.trim()} loading={busy} onClick={() => run(text)}>
          Run
        </Button>
        <Text size="xs" c="var(--quiet)">
          Runs after your code. What you print is shown; nothing of it is judged.
        </Text>
      </Group>
      {printed && (
        <pre className={classes.output} role="status">
          {printed.printed || (printed.problem ? "" : "(nothing was printed)")}
          {printed.problem && <span className={classes.failed}>{printed.problem}</span>}
        </pre>
      )}
    </>
  );
}
