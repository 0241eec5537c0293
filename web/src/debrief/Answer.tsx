/** What the author of a question has for whoever has answered it: each level's way with it, and a good answer. */
import { Badge, Button, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Page } from "./DebriefBody";
import classes from "./DebriefBody.module.css";

interface Props {
  page: Page;
  section: (title: string, children: ReactNode) => ReactNode;
}

export function Answer({ page, section }: Props) {
  return (
    <>
      {page.levels.length > 0 && section("This question, by level", <Levels levels={page.levels} />)}
      {page.board.length > 0 && section(
          "A board that would do",
          <Shown>
            <Board arrows={page.board} />
          </Shown>,
        )}
      {page.solution && section(
          "A solution that passes every case",
          <Shown>
            <Text mb="sm">{page.solution_note}</Text>
            <pre className={classes.solution} tabIndex={0} aria-label="A solution">
              {page.solution}
            </pre>
          </Shown>,
        )}
    </>
  );
}

/** What each level does with this very question; the one that was called is marked. */
function Levels({ levels }: { levels: Page["levels"] }) {
  return (
    <Stack gap="sm">
      {levels.map(([altitude, does, here]) => (
        <Paper key={altitude} withBorder p="md" aria-current={here ? "true" : undefined}>
          <Group gap="xs" mb={4}>
            <Text fw={600}>{altitude}</Text>
            {here && <Badge variant="light">you, this time</Badge>}
          </Group>
          <Text>{does}</Text>
        </Paper>
      ))}
    </Stack>
  );
}

/** What would spoil a retake, behind a button. */
function Shown({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap="sm" align="stretch">
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="no-print"
        style={{ alignSelf: "flex-start" }}
      >
        {open ? "Hide it" : "Show it"}
      </Button>
      {open && <div>{children}</div>}
    </Stack>
  );
}

/** The arrows of a drawing, as lines. */
function Board({ arrows }: { arrows: Page["board"] }) {
  return (
    <List spacing={4}>
      {arrows.map(([from, to, what], k) => (
        <List.Item key={k}>
          {from} → {to}
          {what && (
            <Text span size="sm" c="var(--quiet)">
              {" "}
              {what}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}
