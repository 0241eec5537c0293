import { Button, Group, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { data, PUT } from "@/api/client";
import { debrief } from "@/api/queries";

/** The candidate's own note on the round. */
export function Note({ id, first }: { id: string; first: string }) {
  const [text, setText] = useState(first);
  const [saved, setSaved] = useState(first);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (note: string) =>
      data(PUT("/api/sessions/{session}/note", { params: { path: { session: id } }, body: { text: note } })),
    onSuccess: (_, note) => {
      setSaved(note);
      queries.setQueryData(debrief(id).queryKey, (made) => made && { ...made, note });
    },
  });
  return (
    <section>
      <Title order={2} mb="xs">
        Your note
      </Title>
      <Textarea
        aria-label="Your note"
        placeholder="What will you do differently in the next round?"
        autosize
        minRows={2}
        maxLength={50_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => text !== saved && save.mutate(text)}
      />
      <Group mt={6} className="no-print">
        <Button size="xs" variant="default" disabled={text === saved} loading={save.isPending} onClick={() => save.mutate(text)}>
          Save the note
        </Button>
        <Text size="sm" c="var(--quiet)" role="status">
          {save.error ? `Not saved: ${save.error.message}` : text === saved && saved ? "Saved." : ""}
        </Text>
      </Group>
    </section>
  );
}
