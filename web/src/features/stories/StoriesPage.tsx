import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { DELETE, type Schemas } from "@/api/client";
import { stories } from "@/api/queries";
import { plural } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { Removal } from "@/shared/Removal";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { Answers } from "./Answers";
import { Frame } from "./Frame";
import { Matrix } from "./Matrix";
import { StoryForm } from "./StoryForm";

type Story = Schemas["StoryView"];

export default function StoriesPage() {
  useTitle("Stories");
  const { data, error, refetch } = useQuery(stories);
  const [writing, setWriting] = useState<Story | "new" | null>(null);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Reading your stories…" />;
  return (
    <Stack gap="xl">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>Stories</Title>
          <Text c="var(--quiet)" maw={640}>
            Eight stories answer most behavioral rounds. Write them down, or save them from a round, and see what each of them shows.
          </Text>
        </div>
        {writing === null && <Button onClick={() => setWriting("new")}>Write a story</Button>}
      </Group>
      {writing && (
        <StoryForm
          key={writing === "new" ? "new" : writing.id}
          story={writing === "new" ? null : writing}
          close={() => setWriting(null)}
        />
      )}
      {data.stories.length === 0 && !writing && (
        <Text>
          None yet. Hold a <Anchor component={Link} href="/new?round=behavioral">behavioral round</Anchor> and save what you told
          from its debrief.
        </Text>
      )}
      {data.stories.length > 0 && <Matrix bank={data} />}
      {data.stories.length > 0 && <Answers />}
      {data.stories.map((story) => (
        <StoryCard key={story.id} story={story} edit={writing === null ? () => setWriting(story) : undefined} />
      ))}
    </Stack>
  );
}

/** Without `edit` another story is being written. */
function StoryCard({ story, edit }: { story: Story; edit?: () => void }) {
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {story.title}
          </Title>
          <Group gap="xs" mt={4}>
            {story.happened && <Text size="sm">{story.happened.slice(0, 4)}</Text>}
            <Text size="sm" c="var(--quiet)">
              told {plural(story.told, "time")}
            </Text>
            {story.stale && <Badge variant="default">over three years old</Badge>}
            {story.overused && <Badge variant="default">told too often lately</Badge>}
          </Group>
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? "Hide the words" : "Read"}
          </Button>
          <Button size="xs" variant="default" onClick={edit} disabled={!edit}>
            Rewrite
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={() => setLeaving(true)} aria-label={`Delete ${story.title}`}>
            Delete
          </Button>
        </Group>
      </Group>
      {open && (
        <Text mt="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {story.text}
        </Text>
      )}
      <Frame parts={story.parsed.parts} />
      {leaving && (
        <Removal
          title="Delete this story?"
          says={`“${story.title}” goes for good. The round it was told in stays.`}
          remove={() => DELETE("/api/stories/{story}", { params: { path: { story: story.id } } })}
          stale={["stories"]}
          close={() => setLeaving(false)}
        />
      )}
    </Paper>
  );
}
