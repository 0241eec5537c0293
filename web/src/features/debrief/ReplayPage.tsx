import { Anchor, Button, Group, Slider, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import { events } from "@/api/queries";
import { clock } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { filmOf, shownAt, type Film } from "./moments";
import classes from "./ReplayPage.module.css";

const BoardPicture = lazy(() => import("./BoardPicture"));
const SPEEDS = [1, 4, 16];

/** Talk, code and board of a round together, at any moment of it. */
export default function ReplayPage({ id }: { id: string }) {
  const { data: log, error, refetch } = useQuery(events(id));
  useTitle("Replay");
  const film = useMemo(() => (log ? filmOf(log) : null), [log]);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!film) return <Waiting what="Loading the round…" />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>Replay</Title>
        <Anchor component={Link} href={`/debrief/${id}`}>
          Back to the debrief
        </Anchor>
      </Group>
      {film.talk.length ? <Player film={film} /> : <Text>Nothing was said in this round.</Text>}
    </Stack>
  );
}

function Player({ film }: { film: Film }) {
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState(1);
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!plays) return;
    let frame = 0;
    let before = performance.now();
    const step = (now: number) => {
      const passed = ((now - before) / 1000) * speed;
      before = now;
      setAt((was) => Math.min(film.length, was + passed));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [plays, speed, film.length]);
  const ended = at >= film.length;
  const shown = useMemo(() => shownAt(film, at), [film, at]);
  const marks = useMemo(() => film.tests.map((event) => ({ value: event.at })), [film]);
  return (
    <>
      <Group gap="md" className={classes.controls}>
        <Button
          size="xs"
          onClick={() => {
            if (ended) setAt(0);
            setPlays(!plays || ended);
          }}
        >
          {plays && !ended ? "Pause" : "Play"}
        </Button>
        {SPEEDS.map((each) => (
          <Button
            key={each}
            size="compact-xs"
            variant={speed === each ? "light" : "default"}
            aria-pressed={speed === each}
            onClick={() => setSpeed(each)}
          >
            {each}×
          </Button>
        ))}
        <Slider
          flex={1}
          miw={200}
          min={0}
          max={film.length}
          step={0.1}
          value={at}
          onChange={setAt}
          marks={marks}
          label={clock}
          thumbLabel="Moment of the round"
          thumbProps={{ "aria-valuetext": clock(at) }}
        />
        <Text size="sm" style={{ fontVariantNumeric: "tabular-nums" }}>
          {clock(at)} of {clock(film.length)}
        </Text>
      </Group>
      <div className={classes.stage} data-two={film.code.length > 0 || film.board.length > 0}>
        <Talk film={film} turns={shown.turns} />
        {film.code.length > 0 && (
          <div>
            <pre className={classes.code} tabIndex={0} aria-label="The code at this moment">
              {shown.code || "No code yet."}
            </pre>
            <Text size="sm" c="var(--quiet)">
              {shown.tests}
            </Text>
          </div>
        )}
        {film.board.length > 0 && (
          <div>
            <Suspense fallback={<Waiting what="Loading the board…" />}>
              <BoardPicture scene={shown.scene} />
            </Suspense>
            <Text size="sm" c="var(--quiet)">
              {shown.board && `Last change: ${shown.board}`}
            </Text>
          </div>
        )}
      </div>
    </>
  );
}

const Talk = memo(function Talk({ film, turns }: { film: Film; turns: number }) {
  const log = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // scrollIntoView would pull the page along, away from the code or the board that is being looked at.
    const box = log.current?.getBoundingClientRect();
    const turn = now.current?.getBoundingClientRect();
    if (box && turn) log.current!.scrollTop += Math.max(0, turn.bottom - box.bottom) + Math.min(0, turn.top - box.top);
  }, [turns]);
  return (
    <div ref={log} className={classes.talk} tabIndex={0} role="log" aria-label="What was said until this moment">
      {film.talk.slice(0, turns).map((event, k) => (
        <div key={event.seq} ref={k === turns - 1 ? now : undefined} className={classes.turn} data-now={k === turns - 1}>
          <span className={classes.who}>
            {event.kind === "interviewer" ? "Interviewer" : "You"} {clock(event.at)}
          </span>
          <p>{event.text}</p>
        </div>
      ))}
      {turns === 0 && <Text c="var(--quiet)">Press Play, or drag the slider.</Text>}
    </div>
  );
});
