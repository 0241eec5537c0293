import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { data, GET, type Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { OwnEditor } from "./OwnEditor";
import { OwnList } from "./OwnList";

export type OwnFile = Schemas["OwnFile"];

/** The user's own questions and topics. */
export default function OwnPage() {
  useTitle("Your own questions");
  const { data: files, error, refetch } = useQuery({ queryKey: ["own"], queryFn: () => data(GET("/api/own")) });
  const [open, setOpen] = useState<OwnFile | "new" | null>(null);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!files) return <Waiting what="Looking what you have written…" />;
  return (
    <Stack gap="lg" maw={900}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>Your own questions</Title>
          <Text c="var(--quiet)" maw={640}>
            The one your last company asked, the one you failed. Fill in the form, or begin from a shipped one and change it; whatever is
            wrong is said while you write. Coding questions are folders of several files: see docs/authoring.md.
          </Text>
        </div>
        {open === null && <Button onClick={() => setOpen("new")}>Write one</Button>}
      </Group>
      {open && (
        <OwnEditor
          key={open === "new" ? "new" : open.kind + open.id}
          file={open === "new" ? null : open}
          others={files}
          close={() => setOpen(null)}
        />
      )}
      {!open && files.length === 0 && (
        <Text>
          None yet. There are many to practise in the <Anchor component={Link} href="/questions">bank</Anchor> meanwhile.
        </Text>
      )}
      {!open && files.length > 0 && <OwnList files={files} open={setOpen} />}
    </Stack>
  );
}
