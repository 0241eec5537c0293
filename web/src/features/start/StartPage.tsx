import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { nextRep, sample, sessions } from "@/api/queries";
import { clock, moment, words } from "@/shared/format";
import { NextRep } from "@/shared/NextRep";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

const DebriefBody = lazy(() => import("@/debrief/DebriefBody"));

const ROUNDS = [
  { round: "behavioral", name: "Behavioral", what: "Stories of ambiguity, influence and failure owned.", minutes: 25 },
  { round: "system_design", name: "System design", what: "Requirements, scale, a drawn design, and the drill.", minutes: 45 },
  { round: "coding", name: "Coding", what: "Clarify, write, test; the requirement changes twice.", minutes: 45 },
];

export function StartPage() {
  useTitle("");
  const made = useQuery(sessions);
  const rep = useQuery(nextRep);
  const open = made.data?.find((session) => !session.ended);
  // Nothing is shown that would be pushed down by what comes a moment later.
  const settled = !made.isPending && !rep.isPending;
  const failed = [made, rep].filter((query) => query.error);
  usePrefetchQuery(sample);
  return (
    <Stack gap="xl">
      <Stack gap={6}>
        <Title order={1}>A whole interview round, and a debrief that is true</Title>
        <Text c="var(--quiet)" maw={680}>
          An interviewer who probes, on this machine: offline, free, private. Below is what you get; then hold a round.
        </Text>
      </Stack>
      {settled && (
        <>
          {failed[0]?.error && <Problem error={failed[0].error} retry={() => failed.forEach((query) => void query.refetch())} />}
          {open && <GoOn session={open} />}
          {rep.data && (made.data?.length ?? 0) > 0 && <NextRep rep={rep.data} title="Today's rep" />}
          <Rounds />
          <Sample />
        </>
      )}
    </Stack>
  );
}

function GoOn({ session }: { session: Schemas["SessionView"] }) {
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div>
          <Text fw={600}>Go on where you left off</Text>
          <Text size="sm" c="var(--quiet)">
            {session.title} · {words(session.round)} · {clock(session.lasted)} of {session.minutes} min · begun{" "}
            {moment(session.started_at)}
          </Text>
        </div>
        <Button component={Link} href={`/room/${session.id}`}>
          Go on
        </Button>
      </Group>
    </Paper>
  );
}

function Rounds() {
  return (
    <section aria-labelledby="rounds">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="rounds">
          Start a round
        </Title>
        <Group gap="md">
          <Anchor component={Link} href="/new?round=behavioral&minutes=10" size="sm">
            10-minute drill
          </Anchor>
          <Anchor component={Link} href="/new?round=loop" size="sm">
            A loop of all three
          </Anchor>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {ROUNDS.map(({ round, name, what, minutes }) => (
          <Paper key={round} withBorder p="md">
            <Stack gap="xs" h="100%">
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="var(--quiet)" flex={1}>
                {what}
              </Text>
              <Button component={Link} href={`/new?round=${round}`} variant="light">
                Start<span className="visually-hidden">&nbsp;{name}</span>&nbsp;· {minutes} min
              </Button>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}

function Sample() {
  const { data, error, refetch } = useQuery(sample);
  return (
    <section aria-labelledby="sample">
      <Title order={2} id="sample" mb={4}>
        What you get
      </Title>
      <Text size="sm" c="var(--quiet)" mb="md">
        The debrief of an invented round, made on this machine just now. Every quote is the candidate&apos;s own sentence.
      </Text>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting what="Reading the sample round…" />}
      {data && (
        <Suspense fallback={<Waiting what="Reading the sample round…" />}>
          <DebriefBody page={data.page} headings={3} />
        </Suspense>
      )}
    </section>
  );
}
