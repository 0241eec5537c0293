import { Anchor, Button, Group, Modal, Paper, SegmentedControl, Stack, Table, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { data, DELETE, POST, type Schemas } from "@/api/client";
import { sessions } from "@/api/queries";
import { called, clock, day, moment, plural, words } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { forgetTyped } from "@/shared/storage";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import classes from "./SessionsPage.module.css";

type Session = Schemas["SessionView"];

interface Listed {
  list: Session[];
  remove: (session: Session) => void;
}

const ROUNDS = [
  { value: "all", label: "All" },
  { value: "behavioral", label: "Behavioral" },
  { value: "system_design", label: "Design" },
  { value: "coding", label: "Coding" },
];
const HEADINGS = ["When", "Round", "Question", "Lasted", "State", "Verdict"];

export default function SessionsPage() {
  useTitle("Sessions");
  const { data: all, error, refetch } = useQuery(sessions);
  const [round, setRound] = useState("all");
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>Sessions</Title>
        <SegmentedControl data={ROUNDS} value={round} onChange={setRound} aria-label="Round" />
      </Group>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!all && !error && <Waiting what="Fetching your sessions…" />}
      {all && <Sessions all={all} round={round} />}
    </Stack>
  );
}

function Sessions({ all, round }: { all: Session[]; round: string }) {
  const narrow = useMediaQuery("(max-width: 62em)", undefined, { getInitialValueInEffect: false });
  // The name stays in the dialog while it closes.
  const [leaving, setLeaving] = useState<{ session: Session; asked: boolean } | null>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const list = all.filter((each) => round === "all" || each.round === round);
  const remove = (session: Session) => setLeaving({ session, asked: true });
  return (
    <>
      <Text size="sm" c="var(--quiet)" role="status" ref={count} tabIndex={-1}>
        {list.length > 0 && plural(list.length, "session")}
      </Text>
      {list.length === 0 && <Empty round={all.length ? round : "all"} />}
      {list.length > 0 && (narrow ? <Cards list={list} remove={remove} /> : <Rows list={list} remove={remove} />)}
      <Removal
        session={leaving?.session}
        opened={leaving?.asked ?? false}
        close={() => setLeaving((was) => was && { ...was, asked: false })}
        gone={() => count.current?.focus()}
      />
    </>
  );
}

function Empty({ round }: { round: string }) {
  return (
    <Stack align="flex-start">
      <Text>
        {round === "all" ? "No session yet. " : `No ${words(round).toLowerCase()} session yet. `}
        Hold a round, or <Anchor component={Link} href="/import">bring in a transcript</Anchor> of a real one.
      </Text>
      <Button component={Link} href={round === "all" ? "/new" : `/new?round=${round}`}>
        Set up a round
      </Button>
    </Stack>
  );
}

function Rows({ list, remove }: Listed) {
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {HEADINGS.map((heading) => (
            <Table.Th key={heading}>{heading}</Table.Th>
          ))}
          <Table.Th>
            <span className="visually-hidden">What to do</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Td style={{ whiteSpace: "nowrap" }}>{when(each)}</Table.Td>
            <Table.Td>{words(each.round)}</Table.Td>
            <Table.Td className={classes.title} miw={180}>
              {each.title}
              <Text size="sm" c="var(--quiet)">
                {setupOf(each)}
              </Text>
            </Table.Td>
            <Table.Td style={{ whiteSpace: "nowrap" }}>{lastedOf(each)}</Table.Td>
            <Table.Td>{stateOf(each)}</Table.Td>
            <Table.Td>{readingOf(each) || <span className="visually-hidden">not read yet</span>}</Table.Td>
            <Table.Td>
              <Actions session={each} remove={() => remove(each)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ list, remove }: Listed) {
  return (
    <ul className={classes.cards}>
      {list.map((each) => (
        <Paper key={each.id} component="li" withBorder p="md" className={classes.card}>
          <Title order={2} size="h5" className={classes.title}>
            {each.title}
          </Title>
          <Text size="sm" c="var(--quiet)">
            {words(each.round)} · {when(each)} · {setupOf(each)}
          </Text>
          <Text size="sm" mt={4} mb="sm">
            {[words(stateOf(each)), lastedOf(each), readingOf(each)].filter(Boolean).join(" · ")}
          </Text>
          <Actions session={each} remove={() => remove(each)} />
        </Paper>
      ))}
    </ul>
  );
}

function Actions({ session, remove }: { session: Session; remove: () => void }) {
  const [, go] = useLocation();
  const next = useMutation({
    mutationFn: () => data(POST("/api/sessions/{session}/next", { params: { path: { session: session.id } } })),
    onSuccess: ({ id }) => go(`/room/${id}`),
  });
  const which = <span className="visually-hidden">: {session.title}</span>;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        {!session.ended && (
          <Button size="compact-sm" component={Link} href={`/room/${session.id}`}>
            Go on{which}
          </Button>
        )}
        {session.next_in_loop && (
          <Button size="compact-sm" loading={next.isPending} onClick={() => next.mutate()}>
            Next round<span className="visually-hidden"> of the loop: {session.title}</span>
          </Button>
        )}
        {session.ended && (
          <>
            <Button size="compact-sm" variant="light" component={Link} href={`/debrief/${session.id}`}>
              Debrief{which}
            </Button>
            <Button size="compact-sm" variant="default" component={Link} href={`/replay/${session.id}`}>
              Replay{which}
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
          Delete{which}
        </Button>
      </Group>
      {next.error && <Problem error={next.error} />}
    </>
  );
}

interface Removing {
  session?: Session;
  opened: boolean;
  close: () => void;
  /** The button that had the focus went with its session. */
  gone: () => void;
}

function Removal({ session, opened, close, gone }: Removing) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => data(DELETE("/api/sessions/{session}", { params: { path: { session: id } } })),
    onSuccess: async (_, id) => {
      forgetTyped(id);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(id) });
      await queries.invalidateQueries();
      close();
    },
  });
  const closed = () => {
    if (remove.isSuccess) gone();
    remove.reset();
  };
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={closed} withCloseButton={false} centered>
      <Stack>
        <Modal.Title fw={600}>Delete this session?</Modal.Title>
        <Text className={classes.title}>
          “{session?.title}” of {session && when(session)} goes for good: its log, its debrief and your note on it.
        </Text>
        {remove.error && <Problem error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => session && remove.mutate(session.id)}>
            Delete it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const when = ({ started_at }: Session): string =>
  new Date(started_at).getFullYear() === new Date().getFullYear() ? moment(started_at) : day(started_at);

const setupOf = ({ level, interviewer, loop }: Session): string =>
  [level, interviewer && `with ${interviewer}`, loop && "part of a loop"].filter(Boolean).join(", ");

const lastedOf = ({ imported, lasted, minutes }: Session): string =>
  imported ? clock(lasted) : `${clock(lasted)} of ${minutes} min`;

function readingOf(session: Session): string {
  if (session.left_at_once) return "Left at once, counts for nothing";
  return session.verdict ? `${called(session.verdict, session.verdict_range)}; at ${session.altitude} altitude` : "";
}

function stateOf(session: Session): string {
  const state = session.imported ? "imported" : session.ended ? "over" : "open";
  return session.parent ? `${state}, take of another from ${clock(session.forked_at ?? 0)}` : state;
}
