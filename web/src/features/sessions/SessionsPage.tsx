import { Anchor, Button, Group, Modal, SegmentedControl, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { data, DELETE, POST, type Schemas } from "@/api/client";
import { sessions } from "@/api/queries";
import { clock, moment, words } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

type Session = Schemas["SessionView"];

export default function SessionsPage() {
  useTitle("Sessions");
  const { data: all, error, refetch } = useQuery(sessions);
  const [round, setRound] = useState("all");
  const [leaving, setLeaving] = useState<Session | null>(null);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!all) return <Waiting what="Fetching your sessions…" />;
  const shown = all.filter((each) => round === "all" || each.round === round);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>Sessions</Title>
        <Rounds value={round} choose={setRound} />
      </Group>
      {shown.length === 0 ? (
        <Text>
          Nothing here yet. <Anchor component={Link} href="/new">Hold a round</Anchor>, or{" "}
          <Anchor component={Link} href="/import">bring in a transcript</Anchor> of a real one.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": "Sessions" } }}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {["When", "Round", "Question", "State", "Verdict", "Altitude", ""].map((heading) => (
                  <Table.Th key={heading}>{heading || <span className="visually-hidden">What to do</span>}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((each) => (
                <Row key={each.id} session={each} remove={() => setLeaving(each)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {leaving && <Removal session={leaving} close={() => setLeaving(null)} />}
    </Stack>
  );
}

function Rounds({ value, choose }: { value: string; choose: (round: string) => void }) {
  const rounds = [
    { value: "all", label: "All" },
    { value: "behavioral", label: "Behavioral" },
    { value: "system_design", label: "Design" },
    { value: "coding", label: "Coding" },
  ];
  return <SegmentedControl data={rounds} value={value} onChange={choose} aria-label="Round" />;
}

function Row({ session, remove }: { session: Session; remove: () => void }) {
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{moment(session.started_at)}</Table.Td>
      <Table.Td>{words(session.round)}</Table.Td>
      <Table.Td>
        {session.title}
        <Text size="xs" c="var(--quiet)">
          {session.level}
          {session.interviewer && `, ${session.interviewer}`}
          {session.loop && ", part of a loop"}
        </Text>
      </Table.Td>
      <Table.Td>{stateOf(session)}</Table.Td>
      <Table.Td>{session.verdict ? words(session.verdict) : ""}</Table.Td>
      <Table.Td>{session.altitude ?? ""}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" justify="flex-end">
          {session.ended ? (
            <Button size="compact-sm" variant="light" component={Link} href={`/debrief/${session.id}`}>
              Debrief
            </Button>
          ) : (
            <Button size="compact-sm" component={Link} href={`/room/${session.id}`}>
              Go on
            </Button>
          )}
          {session.next_in_loop && <NextRound session={session} />}
          <Button size="compact-sm" variant="subtle" color="red" onClick={remove} aria-label={`Delete ${session.title}`}>
            Delete
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function stateOf(session: Session): string {
  if (session.imported) return "brought in";
  const lasted = `${clock(session.lasted)} of ${session.minutes} min`;
  if (session.parent) return `take from ${clock(session.forked_at ?? 0)}, ${lasted}`;
  return session.ended ? lasted : `open, ${lasted}`;
}

function NextRound({ session }: { session: Session }) {
  const [, go] = useLocation();
  const next = useMutation({
    mutationFn: () => data(POST("/api/sessions/{session}/next", { params: { path: { session: session.id } } })),
    onSuccess: ({ id }) => go(`/room/${id}`),
  });
  return (
    <Button size="compact-sm" loading={next.isPending} onClick={() => next.mutate()}>
      Next round
    </Button>
  );
}

function Removal({ session, close }: { session: Session; close: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => data(DELETE("/api/sessions/{session}", { params: { path: { session: session.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      close();
    },
  });
  return (
    <Modal opened onClose={close} title="Delete this session?" centered>
      <Text mb="md">
        “{session.title}” of {moment(session.started_at)} goes for good: its log, its debrief and your note on it.
      </Text>
      {remove.error && <Problem error={remove.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          Delete it
        </Button>
      </Group>
    </Modal>
  );
}
