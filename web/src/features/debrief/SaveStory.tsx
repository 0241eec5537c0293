import { Anchor, Button, Group, Select, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { data, POST } from "@/api/client";
import { stories } from "@/api/queries";
import { Problem } from "@/shared/Problem";

/** What was told here goes into the story bank: as a new story, or as one more telling of one that is there. */
export function SaveStory({ id }: { id: string }) {
  const bank = useQuery(stories);
  const queries = useQueryClient();
  const [story, setStory] = useState<string | null>(null);
  const done = useMutation({
    mutationFn: async () => {
      if (story) await data(POST("/api/stories/{story}/told", { params: { path: { story } }, body: { id } }));
      else await data(POST("/api/sessions/{session}/story", { params: { path: { session: id } } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["stories"] }),
  });
  const known = bank.data?.stories ?? [];
  const saved = done.isSuccess || known.some((each) => each.session === id);
  return (
    <section className="no-print">
      <Title order={2} mb="xs">
        Story bank
      </Title>
      {saved ? (
        <Text role="status">
          It is in your <Anchor component={Link} href="/stories">stories</Anchor>.
        </Text>
      ) : (
        <Group align="flex-end">
          {known.length > 0 && (
            <Select
              label="What you told"
              placeholder="A new story"
              clearable
              data={known.map((each) => ({ value: each.id, label: each.title }))}
              value={story}
              onChange={setStory}
            />
          )}
          <Button variant="default" loading={done.isPending} onClick={() => done.mutate()}>
            {story ? "I told this story" : "Save as a story"}
          </Button>
          {done.error && (
            <Text c="var(--bad)" role="alert">
              {done.error.message}
            </Text>
          )}
        </Group>
      )}
      {bank.error && <Problem error={bank.error} retry={() => void bank.refetch()} />}
    </section>
  );
}
