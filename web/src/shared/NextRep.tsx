import { Button, Group, Paper, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { words } from "./format";

/** The one rep to do now, and why. */
export function NextRep({ rep, title }: { rep: Schemas["NextView"]; title: string }) {
  const asked = new URLSearchParams({ round: rep.round, question: rep.question, minutes: String(rep.minutes) });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="md">
        <div style={{ flex: "1 1 320px" }}>
          <Text fw={600}>{title}</Text>
          <Text>{rep.why}</Text>
          <Text size="sm" c="var(--quiet)">
            {words(rep.round)} · {rep.title} · {rep.minutes} min
          </Text>
        </div>
        <Button component={Link} href={`/new?${asked}`} variant="light">
          Set it up
        </Button>
      </Group>
    </Paper>
  );
}
