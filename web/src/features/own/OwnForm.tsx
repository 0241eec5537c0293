import { Button, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { data, GET, POST } from "@/api/client";
import { Problem } from "@/shared/Problem";

interface Props {
  /** What was written already would be replaced. */
  written: boolean;
  take: (text: string, title: string) => void;
}

/** The few things one knows of a behavioral question; the rest of the file comes from the rubric and can be changed. */
export function OwnForm({ written, take }: Props) {
  const [title, setTitle] = useState("");
  const [statement, setStatement] = useState("");
  const [target, setTarget] = useState<string | null>(null);
  const [expects, setExpects] = useState<string[]>([]);
  const signals = useQuery({ queryKey: ["own", "signals"], queryFn: () => data(GET("/api/own/behavioral/signals")), staleTime: Infinity });
  const choices = (signals.data ?? []).map((each) => ({ value: each.id, label: each.title }));
  const make = useMutation({
    mutationFn: () =>
      data(POST("/api/own/behavioral/drafts", { body: { title: title.trim(), statement: statement.trim(), target: target ?? "", expects } })),
    onSuccess: (came) => take(came.text, title),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput label="Title" required maxLength={120} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <Textarea
          label="What the interviewer says"
          description="As it was put to you: 72 words at most."
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <Select label="What it is mostly about" required data={choices} value={target} onChange={setTarget} />
          <MultiSelect label="What else it shows" data={choices.filter((each) => each.value !== target)} value={expects} onChange={setExpects} />
        </Group>
        {signals.error && <Problem error={signals.error} retry={() => void signals.refetch()} />}
        {make.error && <Problem error={make.error} />}
        <Group>
          <Button type="submit" variant="light" loading={make.isPending} disabled={!title.trim() || !statement.trim() || !target}>
            Make the file
          </Button>
          <Text size="sm" c="var(--quiet)">
            {written ? "It replaces what is below. " : ""}Follow-ups come from the rubric; change them below if you know better ones.
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
