import { Button, Group, Modal, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { data, DELETE } from "@/api/client";
import { words } from "@/shared/format";
import { Problem } from "@/shared/Problem";
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
      {leaving && <Removal file={leaving} close={() => setLeaving(null)} />}
    </Stack>
  );
}

function Removal({ file, close }: { file: OwnFile; close: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => data(DELETE("/api/own/{kind}/files/{name}", { params: { path: { kind: file.kind, name: file.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      close();
    },
  });
  return (
    <Modal opened onClose={close} title="Delete this question?" centered>
      <Text mb="md">“{words(file.id)}” goes for good. Rounds that were held with it keep their words.</Text>
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
