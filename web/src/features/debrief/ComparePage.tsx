import { Anchor, Group, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { debrief } from "@/api/queries";
import { called, moment } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import classes from "./TranscriptView.module.css";

type View = Schemas["DebriefView"];

/** Two takes of one round: what was rated, and what was said after they parted. */
export default function ComparePage({ first, second }: { first: string; second: string }) {
  const [left, right] = [useQuery(debrief(first)), useQuery(debrief(second))];
  useTitle("Two takes");
  const error = left.error ?? right.error;
  if (error) return <Problem error={error} />;
  if (!left.data || !right.data) return <Waiting what="Reading both takes…" />;
  return (
    <Stack gap="lg">
      <Title order={1}>Two takes</Title>
      <Ratings takes={[left.data, right.data]} />
      <Text size="sm" c="var(--quiet)">
        A difference inside the intervals is noise, not progress. What both takes share is left out below.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {[left.data, right.data].map((view) => (
          <Words key={view.page.id} view={view} from={parting(left.data, right.data)} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Ratings({ takes }: { takes: [View, View] }) {
  const ids = [...new Set(takes.flatMap((take) => take.page.rated.map((rated) => rated.id)))];
  const rated = (take: View, id: string) => take.page.rated.find((each) => each.id === id);
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Signal</Table.Th>
            {takes.map((take) => (
              <Table.Th key={take.page.id}>
                <Anchor component={Link} href={`/debrief/${take.page.id}`}>
                  {take.session ? moment(take.session.started_at) : take.page.id}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row name="Verdict" cells={takes.map((take) => called(take.page.verdict.value, take.page.verdict.range))} />
          <Row name="Altitude" cells={takes.map(({ page: { altitude } }) => called(altitude.value, altitude.range))} />
          {ids.map((id) => (
            <Row
              key={id}
              name={rated(takes[0], id)?.title ?? rated(takes[1], id)?.title ?? id}
              cells={takes.map((take) => {
                const one = rated(take, id);
                return one ? `${one.value} (${one.interval})` : "not seen";
              })}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ name, cells }: { name: string; cells: string[] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      {cells.map((cell, k) => (
        <Table.Td key={k}>{cell}</Table.Td>
      ))}
    </Table.Tr>
  );
}

function Words({ view, from }: { view: View; from: number }) {
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {view.session?.parent ? "Retake" : "First take"}
        </Title>
      </Group>
      {view.page.lines.slice(from).map((line) => (
        <div key={line.i} className={classes.line} data-speaker={line.speaker}>
          <span className={classes.who}>
            {line.speaker === "interviewer" ? "Interviewer" : "You"} {line.clock}
          </span>
          <p className={classes.text}>{line.parts.map((part) => part.text).join("")}</p>
        </div>
      ))}
    </div>
  );
}

/** The first turn that differs. */
function parting(left: View, right: View): number {
  const text = (view: View, k: number) => JSON.stringify(view.page.lines[k]?.parts.map((part) => part.text));
  let k = 0;
  while (k < left.page.lines.length && k < right.page.lines.length && text(left, k) === text(right, k)) k++;
  return k;
}
