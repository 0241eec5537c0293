import { Button, Group, List, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Schemas } from "@/api/client";
import { plural } from "@/shared/format";
import type { Said } from "./uploading";

const ROUNDS = [
  { value: "behavioral", label: "Behavioral" },
  { value: "system_design", label: "System design" },
  { value: "coding", label: "Coding" },
];

interface Props {
  name: string;
  heard: Schemas["Heard"];
  said: Said;
  correct: (said: Said) => void;
  busy: boolean;
  done: () => void;
}

/** How a file was understood, to be corrected before anything is made of it. */
export function Understood({ name, heard, said, correct, busy, done }: Props) {
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            How “{name}” was understood
          </Title>
          <Text role="status">
            {plural(heard.turns, "turn")}, {heard.candidate_words} words of the candidate.
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Who is the candidate?"
            data={heard.speakers}
            disabled={heard.speakers.length < 2}
            placeholder={heard.speakers.length ? "As guessed" : "The file names nobody"}
            value={said.candidate || null}
            onChange={(candidate) => correct({ ...said, candidate: candidate ?? "" })}
            clearable
          />
          <Select
            label="Round"
            data={ROUNDS}
            allowDeselect={false}
            value={said.round || heard.round}
            onChange={(round) => correct({ ...said, round: round ?? "" })}
          />
          <TextInput
            label="What was asked"
            placeholder={heard.title}
            value={said.title}
            maxLength={200}
            onChange={(event) => correct({ ...said, title: event.currentTarget.value })}
          />
          <Select
            label="Held against"
            data={["mid", "senior", "staff"]}
            allowDeselect={false}
            value={said.level}
            onChange={(level) => correct({ ...said, level: level ?? "senior" })}
          />
        </SimpleGrid>
        <div>
          <Text fw={600} size="sm" mb={4}>
            The first turns
          </Text>
          {heard.first.map((turn, k) => {
            const [speaker, text] = turn as unknown as [string, string];
            return (
              <Text key={k} size="sm" mb={4}>
                <b>{speaker === "candidate" ? "Candidate" : "Interviewer"}:</b> {text}
              </Text>
            );
          })}
        </div>
        {heard.notes.length > 0 && (
          <List size="sm" c="var(--quiet)">
            {heard.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        )}
        <Group>
          <Button onClick={done} loading={busy}>
            Get the debrief
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
