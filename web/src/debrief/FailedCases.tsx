import { Code, Paper, Stack, Text } from "@mantine/core";
import type { Page } from "./DebriefBody";

/** The closed cases that the code did not pass, which the debrief may show. */
export function FailedCases({ cases }: { cases: Page["failed"] }) {
  return (
    <Stack gap="sm">
      {cases.map((failed) => (
        <Paper key={failed.why} withBorder p="md">
          <Text fw={600}>
            {failed.why}{" "}
            <Text span size="sm" c="var(--quiet)">
              stage {failed.stage}
            </Text>
          </Text>
          <Code block my="xs">
            {failed.run}
          </Code>
          <Text>
            <b>Wanted: </b>
            <Code>{failed.expected}</Code>
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
