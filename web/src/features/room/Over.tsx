import { Button, Group, Radio, Select, SimpleGrid, Stack, Text, Textarea, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Schemas } from "@/api/client";
import { words } from "@/shared/format";
import { isTurn } from "./reducer";
import type { Live } from "./useRoom";
import classes from "./Composer.module.css";

const VERDICTS = ["strong_no_hire", "no_hire", "hire", "strong_hire"] as const;
const RATINGS = [
  { value: "1", label: "1 not shown" },
  { value: "2", label: "2 mid level" },
  { value: "3", label: "3 at the bar" },
  { value: "4", label: "4 beyond it" },
];

/** After the close: the candidate's own view first, the debrief after it. */
export function Over({ id, live }: { id: string; live: Live }) {
  const { standing } = live.room;
  const [, go] = useLocation();
  const [predicted, setPredicted] = useState(false);
  useEffect(() => {
    if (predicted && standing?.ended) go(`/debrief/${id}`);
  }, [predicted, standing?.ended, go, id]);
  if (standing?.ended) {
    return (
      <div className={classes.composer}>
        <Group justify="space-between">
          <Text fw={600}>The round is over.</Text>
          <Button component={Link} href={`/debrief/${id}`} autoFocus>
            Read the debrief
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <Prediction
      misheard={live.room.lines.filter((line) => isTurn(line) && line.unsure.length > 0).length}
      signals={standing?.ledger ?? []}
      connected={live.room.connected}
      send={(message) => live.send(message) && (setPredicted(true), true)}
    />
  );
}

interface Props {
  /** Spoken turns with words that were perhaps misheard. */
  misheard: number;
  signals: Schemas["SignalView"][];
  connected: boolean;
  send: (message: Schemas["Predict"]) => boolean;
}

function Prediction({ misheard, signals, connected, send }: Props) {
  // The field that was typed in is gone: who works by keyboard goes on here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [verdict, setVerdict] = useState<string>("");
  const [ratings, setRatings] = useState<Record<string, number>>({});
  const [text, setText] = useState("");
  const [detail, setDetail] = useState(false);
  return (
    <form
      className={classes.composer}
      style={{ overflowY: "auto", maxHeight: "60dvh" }}
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict) send({ type: "predict", verdict: verdict as Schemas["Verdict"], ratings, text });
      }}
    >
      <Stack gap="sm">
        {misheard > 0 && (
          <Text size="sm">
            {misheard === 1 ? "One of your turns has" : `${misheard} of your turns have`} words that were perhaps misheard.
            Correct them above first: the debrief is made from what stands there.
          </Text>
        )}
        <Title order={2} size="h4" ref={heading} tabIndex={-1} style={{ outline: "none" }}>
          Before the debrief: what would the verdict be?
        </Title>
        <Radio.Group value={verdict} onChange={setVerdict} label="Your own verdict">
          <Group gap="md">
            {VERDICTS.map((each) => (
              <Radio key={each} value={each} label={words(each)} />
            ))}
          </Group>
        </Radio.Group>
        {detail ? (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            {signals.map((signal) => (
              <Select
                key={signal.id}
                size="xs"
                label={signal.title}
                placeholder="no idea"
                clearable
                data={RATINGS}
                value={ratings[signal.id]?.toString() ?? null}
                onChange={(value) => setRatings(changed(ratings, signal.id, value))}
              />
            ))}
          </SimpleGrid>
        ) : (
          <Button variant="subtle" size="xs" onClick={() => setDetail(true)} style={{ alignSelf: "flex-start" }}>
            Predict each signal too
          </Button>
        )}
        <Textarea
          aria-label="Anything you noticed yourself"
          placeholder="Anything you noticed yourself (optional)"
          autosize
          minRows={1}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="xs" c="var(--quiet)">
            Knowing where you stand is a skill of its own; the debrief says how far off you were.
          </Text>
          <Button type="submit" disabled={!verdict || !connected}>
            To the debrief
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function changed(ratings: Record<string, number>, signal: string, value: string | null): Record<string, number> {
  const others = Object.fromEntries(Object.entries(ratings).filter(([id]) => id !== signal));
  return value ? { ...others, [signal]: Number(value) } : others;
}
