import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { About } from "./Head";

/** The session, where it was left before anything was done in it. */
export function unsaid({ session, page }: Schemas["DebriefView"]): Schemas["SessionView"] | null {
  const silent = !page.code && page.lines.every((line) => line.speaker !== "candidate");
  return session?.left_at_once && silent ? session : null;
}

/** In place of a debrief of nothing. */
export function Unsaid({ session }: { session: Schemas["SessionView"] }) {
  return (
    <Stack gap="sm" maw={860} mx="auto" align="flex-start">
      <Title order={1}>Debrief</Title>
      <Text>{session.title}</Text>
      <About session={session} />
      <Text>You left before you said anything: there is nothing to debrief, and the round counts for nothing.</Text>
      <Group gap="xs">
        <Button component={Link} href={`/new?round=${session.round}&question=${session.question}`}>
          Hold it now
        </Button>
        <Button component={Link} href="/sessions" variant="default">
          To your sessions
        </Button>
      </Group>
    </Stack>
  );
}
