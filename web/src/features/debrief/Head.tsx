import { Anchor, Button, Group, Menu, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { data, POST, type Schemas } from "@/api/client";
import { clock, moment, words } from "@/shared/format";
import { Problem } from "@/shared/Problem";

/** Which round it was, and what can be done with its debrief. */
export function Head({ id, session }: { id: string; session?: Schemas["SessionView"] | null }) {
  const next = useNext(id);
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>Debrief</Title>
          {session && <About session={session} />}
        </div>
        <Keys id={id} session={session} next={next} />
      </Group>
      {next.error && <Problem error={next.error} />}
      {session?.left_at_once && <Text>You left this round almost at once, so your progress leaves it out.</Text>}
      {session && !session.ended && (
        <Text>
          This round is still open, so this is how it stands so far.{" "}
          <Anchor component={Link} href={`/room/${id}`}>
            Go on with it
          </Anchor>
        </Text>
      )}
    </>
  );
}

export function About({ session }: { session: Schemas["SessionView"] }) {
  const parts = [
    words(session.round),
    moment(session.started_at),
    session.imported ? "brought in" : `${clock(session.lasted)} of ${session.minutes} min`,
    session.interviewer,
  ];
  return (
    <Text size="sm" c="var(--quiet)">
      {parts.filter(Boolean).join(" · ")}
      {session.parent && ` · another take of ${session.parent} from ${clock(session.forked_at ?? 0)}`}
    </Text>
  );
}

function useNext(id: string) {
  const [, go] = useLocation();
  return useMutation({
    mutationFn: () => data(POST("/api/sessions/{session}/next", { params: { path: { session: id } } })),
    onSuccess: (begun) => go(`/room/${begun.id}`),
  });
}

interface KeysProps {
  id: string;
  session?: Schemas["SessionView"] | null;
  next: ReturnType<typeof useNext>;
}

function Keys({ id, session, next }: KeysProps) {
  const file = (form: string) => `/api/sessions/${id}/debrief.${form}`;
  return (
    <Group gap="xs" className="no-print">
      {session?.next_in_loop && (
        <Button onClick={() => next.mutate()} loading={next.isPending}>
          Next round of the loop
        </Button>
      )}
      <Button component={Link} href={`/replay/${id}`} variant="default">
        Replay
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">Save as…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => window.print()}>Print or PDF</Menu.Item>
          <Menu.Item component="a" href={file("md")} download>
            Markdown
          </Menu.Item>
          <Menu.Item component="a" href={file("html")} download>
            One page (HTML)
          </Menu.Item>
          <Menu.Item component="a" href={file("json")} download>
            JSON
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
