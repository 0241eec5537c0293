import { Anchor, SegmentedControl, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { progress } from "@/api/queries";
import { NextRep } from "@/shared/NextRep";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { AltitudeChart } from "./AltitudeChart";
import { HeatMap } from "./HeatMap";
import { Plan } from "./Plan";
import { Predictions } from "./Predictions";
import { Weeks } from "./Weeks";

const ROUNDS = [
  { value: "behavioral", label: "Behavioral" },
  { value: "system_design", label: "System design" },
  { value: "coding", label: "Coding" },
];

export default function ProgressPage() {
  useTitle("Progress");
  const { data, error, refetch } = useQuery(progress);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Reading your rounds…" />;
  return (
    <Stack gap="xl">
      <div>
        <Title order={1}>Progress</Title>
        <Text c="var(--quiet)">
          Levels come with the interval that four rounds in five would fall into. A move smaller than that is shown as none.
        </Text>
      </div>
      {data.next && <NextRep rep={data.next} title="What to train next" />}
      {data.sessions.length === 0 ? (
        <Text>
          Nothing to show yet. <Anchor component={Link} href="/new">Hold a round</Anchor> of two minutes or more, and read its
          debrief.
        </Text>
      ) : (
        <Shown data={data} />
      )}
      <Plan goal={data.goal} days={data.plan} />
    </Stack>
  );
}

function Shown({ data }: { data: Schemas["ProgressView"] }) {
  const newest = data.sessions.at(-1)?.round ?? "behavioral";
  const [round, setRound] = useState<string>(newest);
  const sessions = data.sessions.filter((each) => each.round === round);
  return (
    <>
      <section>
        <Title order={2} mb="sm">
          Signals
        </Title>
        <SegmentedControl data={ROUNDS} value={round} onChange={setRound} aria-label="Round" mb="md" />
        {sessions.length === 0 ? (
          <Text>No round of this kind yet.</Text>
        ) : (
          <HeatMap sessions={sessions} rows={data.rows.filter((each) => each.round === round)} />
        )}
      </section>
      <section>
        <Title order={2} mb="sm">
          Altitude
        </Title>
        <AltitudeChart sessions={data.sessions} />
      </section>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Predictions sessions={data.sessions} says={data.calibration} />
        <Weeks weeks={data.weeks} minutes={data.minutes} />
      </SimpleGrid>
    </>
  );
}
