import { Button, Group, List, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/api/client";
import { plural } from "@/shared/format";
import type { Said } from "./uploading";
import classes from "./ImportPage.module.css";

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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Paper withBorder p="md" component="section" className={classes.understood}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" ref={heading} tabIndex={-1}>
            How “{name}” was understood
          </Title>
          <Text>
            {plural(heard.turns, "turn")}; the candidate says {plural(heard.candidate_words, "word")}.
          </Text>
        </div>
        <Corrections heard={heard} said={said} correct={correct} />
        <First turns={heard.first as unknown as [string, string][]} />
        {heard.notes.length > 0 && (
          <div>
            <Text fw={600} size="sm" mb={4}>
              Notes
            </Text>
            <List size="sm" c="var(--quiet)" pr="md">
              {heard.notes.map((note) => (
                <List.Item key={note}>{note}</List.Item>
              ))}
            </List>
          </div>
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

function Corrections({ heard, said, correct }: Pick<Props, "heard" | "said" | "correct">) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {heard.speakers.length > 0 && (
        <Select
          label="Who is the candidate?"
          description="Choose where the turns below have it wrong"
          data={[...new Set(heard.speakers)]}
          placeholder="As below"
          value={said.candidate || null}
          onChange={(candidate) => correct({ ...said, candidate: candidate ?? "" })}
          clearable
        />
      )}
      <Select
        label="Round"
        description="What kind of interview it was"
        data={ROUNDS}
        allowDeselect={false}
        value={said.round || heard.round}
        onChange={(round) => correct({ ...said, round: round ?? "" })}
      />
      <TextInput
        label="Title"
        description="What was asked; as found where left empty"
        placeholder={heard.title}
        value={said.title}
        maxLength={200}
        onChange={(event) => correct({ ...said, title: event.currentTarget.value })}
      />
      <Select
        label="Level you are held against"
        description="The level that the interview was for"
        data={["mid", "senior", "staff"]}
        allowDeselect={false}
        value={said.level}
        onChange={(level) => correct({ ...said, level: level ?? "senior" })}
      />
    </SimpleGrid>
  );
}

function First({ turns }: { turns: [string, string][] }) {
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        The first turns
      </Text>
      {turns.map(([speaker, text], k) => (
        <Text key={k} size="sm" mb={4}>
          <b>{speaker === "candidate" ? "Candidate" : "Interviewer"}:</b> {text}
        </Text>
      ))}
    </div>
  );
}

/** A file that could not be read as it is; what it does not say may be said here. */
export function Unread({ said, change, again }: { said: Said; change: (said: Said) => void; again: () => void }) {
  return (
    <Paper withBorder p="md" component="form" onSubmit={(event) => (event.preventDefault(), again())}>
      <Stack gap="md">
        <Title order={2} size="h4">
          Say what the file does not
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Title"
            description="What was asked; a text without names is then read as one answer"
            value={said.title}
            maxLength={200}
            onChange={(event) => change({ ...said, title: event.currentTarget.value })}
          />
          <TextInput
            label="Who is the candidate?"
            description="The name as the file has it"
            value={said.candidate}
            maxLength={200}
            onChange={(event) => change({ ...said, candidate: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" variant="default">
            Read it again
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
