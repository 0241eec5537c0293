import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { DELETE } from "@/api/client";
import { words } from "@/shared/format";
import { Removal } from "@/shared/Removal";
import type { OwnFile } from "./OwnPage";

export function OwnList({ files, open }: { files: OwnFile[]; open: (file: OwnFile) => void }) {
  const [leaving, setLeaving] = useState<OwnFile | null>(null);
  return (
    <Stack gap="sm">
      {files.map((file) => (
        <Paper key={file.kind + file.id} withBorder p="sm">
          <Group justify="space-between">
            <div>
              <Text fw={600}>{words(file.id)}</Text>
              <Text size="sm" c="var(--quiet)">
                {words(file.kind)}
              </Text>
            </div>
            <Group gap="xs">
              {file.kind !== "topic" && (
                <Button size="xs" variant="light" component={Link} href={`/new?round=${file.kind}&question=${file.id}`}>
                  Practise
                </Button>
              )}
              <Button size="xs" variant="default" onClick={() => open(file)} aria-label={`Change ${words(file.id)}`}>
                Change
              </Button>
              <Button size="xs" variant="subtle" color="red" onClick={() => setLeaving(file)} aria-label={`Delete ${words(file.id)}`}>
                Delete
              </Button>
            </Group>
          </Group>
        </Paper>
      ))}
      {leaving && (
        <Removal
          title="Delete this question?"
          says={`“${words(leaving.id)}” goes for good. Rounds that were held with it keep their words.`}
          remove={() =>
            DELETE("/api/own/{kind}/files/{name}", { params: { path: { kind: leaving.kind, name: leaving.id } } })
          }
          close={() => setLeaving(null)}
        />
      )}
    </Stack>
  );
}
