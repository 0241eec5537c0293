import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { debrief, events } from "@/api/queries";
import DebriefBody from "@/debrief/DebriefBody";
import { called, clock, moment } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { Head } from "./Head";
import { Note } from "./Note";
import { SaveStory } from "./SaveStory";
import { SecondOpinion } from "./SecondOpinion";
import { TranscriptView } from "./TranscriptView";
import { unsaid, Unsaid } from "./Unsaid";
import { useRetake, type Again } from "./useRetake";

const BoardPicture = lazy(() => import("./BoardPicture"));

/** After the round: what came of it, with every quote one click from where it was said. */
export default function DebriefPage({ id }: { id: string }) {
  const { data: made, error, refetch } = useQuery(debrief(id));
  const log = useQuery(events(id));
  const queries = useQueryClient();
  const again = useRetake(id);
  const place = useRef<HTMLDivElement>(null);
  useTitle(made ? `Debrief: ${made.page.title}` : "Debrief");
  // The list shows verdicts of debriefs that have been read.
  useEffect(() => {
    if (made) void queries.invalidateQueries({ queryKey: ["sessions"] });
  }, [made, queries]);
  const jump = useCallback((turn: number) => {
    const line = place.current?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
    line?.scrollIntoView({ block: "center" });
    line?.focus({ preventScroll: true });
  }, []);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!made) return <Waiting what="Reading the round again…" />;
  const left = unsaid(made);
  if (left) return <Unsaid session={left} />;
  const retakable = Boolean(made.session && !made.session.imported);
  const talk = (log.data ?? []).filter((event) => event.text && ["interviewer", "candidate"].includes(event.kind));
  return (
    <Stack gap="xl" maw={860} mx="auto" ref={place}>
      <Head id={id} session={made.session} />
      <DebriefBody
        page={made.page}
        jump={jump}
        predicted={made.predicted?.ratings}
        retake={retakable ? again : undefined}
      />
      {made.session?.ended && <SecondOpinion id={id} />}
      <Own id={id} made={made} />
      {log.error && <Problem error={log.error} retry={() => void log.refetch()} />}
      <BoardAtTheEnd events={log.data ?? []} />
      <Record id={id} made={made} at={(turn) => talk[turn]?.at ?? 0} again={retakable ? again : undefined} />
    </Stack>
  );
}

function BoardAtTheEnd({ events }: { events: Schemas["Happened"][] }) {
  const scene = events.findLast((event) => event.kind === "board" && event.scene)?.scene;
  if (!scene) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        Your board at the end
      </Title>
      <Suspense fallback={<Waiting what="Loading the board…" />}>
        <BoardPicture scene={scene} />
      </Suspense>
    </section>
  );
}

/** What the candidate thought and wrote, and their other takes. */
function Own({ id, made }: { id: string; made: Schemas["DebriefView"] }) {
  return (
    <>
      {made.predicted?.text && (
        <section>
          <Title order={2} mb="xs">
            What you noticed yourself
          </Title>
          <Text style={{ whiteSpace: "pre-wrap" }}>{made.predicted.text}</Text>
        </section>
      )}
      <Note id={id} first={made.note} />
      {made.session?.round === "behavioral" && made.session.ended && <SaveStory id={id} />}
      {made.takes.length > 0 && <Takes id={id} takes={made.takes} />}
    </>
  );
}

/** Code and words as they were. */
function Record(props: { id: string; made: Schemas["DebriefView"]; at: (turn: number) => number; again?: Again }) {
  const { id, at, again } = props;
  const { page } = props.made;
  return (
    <>
      {page.code && (
        <section>
          <Title order={2} mb="xs">
            Your code at the end
          </Title>
          {page.tests && <Text mb="xs">{page.tests}</Text>}
          <pre tabIndex={0} aria-label="Your code at the end" style={CODE}>
            {page.code}
          </pre>
        </section>
      )}
      <TranscriptView lines={page.lines} at={at} again={again} retake={again && <Retake id={id} />} />
      <Text size="xs" c="var(--quiet)">
        Session {page.id}, rated by {page.rater}.
      </Text>
    </>
  );
}

const CODE = { overflowX: "auto", padding: 14, background: "var(--wash)", borderRadius: 8, fontSize: 13 } as const;

function Retake({ id }: { id: string }) {
  return (
    <Text size="sm" c="var(--quiet)">
      “Retake from here” keeps everything before that moment and lets you answer again; both takes stay. Or{" "}
      <Anchor component={Link} href={`/replay/${id}`}>
        replay
      </Anchor>{" "}
      it with a scrubber.
    </Text>
  );
}

function Takes({ id, takes }: { id: string; takes: Schemas["SessionView"][] }) {
  return (
    <section>
      <Title order={2} mb="xs">
        Other takes
      </Title>
      {takes.map((take) => (
        <Group key={take.id} gap="sm">
          <Text>
            {take.parent ? `From ${clock(take.forked_at ?? 0)}` : "The first take"}, {moment(take.started_at)}
            {take.verdict ? `: ${called(take.verdict, take.verdict_range)}` : ""}
          </Text>
          <Anchor component={Link} href={take.parent === id || !take.parent ? `/compare/${firstOf(id, take)}` : `/compare/${take.id}/${id}`}>
            Side by side
          </Anchor>
        </Group>
      ))}
    </section>
  );
}

/** The earlier take on the left. */
function firstOf(id: string, take: Schemas["SessionView"]): string {
  return take.parent === id ? `${id}/${take.id}` : `${take.id}/${id}`;
}
