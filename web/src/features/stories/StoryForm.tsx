import { Button, Group, Paper, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { data, POST, PUT, type Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { read, write } from "@/shared/storage";
import { Frame } from "./Frame";

interface Props {
  story: Schemas["StoryView"] | null;
  close: () => void;
}

interface Written {
  title: string;
  text: string;
  happened: string;
}

/** Write a story, see at any time what it contains, keep it. What is written is there again after a reload, until it is kept or cancelled. */
export function StoryForm({ story, close }: Props) {
  const place = `sparring:story:${story?.id ?? "new"}`;
  const [{ title, text, happened }, setWritten] = useState<Written>(() => ({
    title: story?.title ?? "",
    text: story?.text ?? "",
    happened: story?.happened ?? "",
    ...draft(place),
  }));
  const change = (part: Partial<Written>) => {
    const next = { title, text, happened, ...part };
    setWritten(next);
    write(place, JSON.stringify(next));
  };
  const leave = () => {
    write(place, null);
    close();
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const queries = useQueryClient();
  const body = { title: title.trim() || "Untitled", text, happened: happened || null };
  const look = useMutation({ mutationFn: () => data(POST("/api/stories/parse", { body })) });
  const keep = useMutation({
    mutationFn: async () => {
      if (story) await data(PUT("/api/stories/{story}", { params: { path: { story: story.id } }, body }));
      else await data(POST("/api/stories", { body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["stories"] });
      leave();
    },
  });
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <Stack gap="sm">
          <Group align="flex-end" grow preventGrowOverflow={false}>
            <TextInput
              ref={field}
              label="Title"
              placeholder="The refunds nobody had counted"
              required
              maxLength={200}
              value={title}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label="When it happened"
              value={happened}
              onChange={(event) => change({ happened: event.currentTarget.value })}
            />
          </Group>
          <Textarea
            label="The story, as you would tell it"
            description="Two to three minutes: what was wrong and for whom, what you decided, what came of it, what it cost, what you would do differently."
            autosize
            minRows={8}
            required
            maxLength={20_000}
            value={text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          {(keep.error ?? look.error) && <Problem error={(keep.error ?? look.error) as Error} />}
          <Group>
            <Button type="submit" loading={keep.isPending}>
              Keep it
            </Button>
            <Button variant="default" disabled={!text.trim()} loading={look.isPending} onClick={() => look.mutate()}>
              What does it contain?
            </Button>
            <Button variant="subtle" color="gray" onClick={leave}>
              Cancel
            </Button>
          </Group>
          {look.data && <Frame parts={look.data.parts} />}
        </Stack>
      </form>
    </Paper>
  );
}

function draft(place: string): Partial<Written> {
  try {
    return (JSON.parse(read(place) ?? "{}") as Partial<Written> | null) ?? {};
  } catch {
    return {};
  }
}
