import { Accordion, Badge, Button, Group, SegmentedControl, Stack, Switch, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { questions } from "@/api/queries";
import { day, plural, words } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

const ROUNDS = [
  { value: "all", label: "All" },
  { value: "behavioral", label: "Behavioral" },
  { value: "system_design", label: "System design" },
  { value: "coding", label: "Coding" },
];

export default function QuestionsPage() {
  useTitle("Questions");
  const { data, error, refetch } = useQuery(questions);
  const [round, setRound] = useState("all");
  const [wanted, setWanted] = useState("");
  const [fresh, setFresh] = useState(false);
  const shown = useMemo(
    () => (data ?? []).filter((each) => (round === "all" || each.round === round) && (!fresh || !each.times) && speaksOf(each, wanted)),
    [data, round, wanted, fresh],
  );
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Fetching the questions…" />;
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>Questions</Title>
        <Text c="var(--quiet)">What you would be asked; never what the interviewer is after.</Text>
      </div>
      <Group gap="md" align="flex-end">
        <SegmentedControl data={ROUNDS} value={round} onChange={setRound} aria-label="Round" />
        <TextInput
          aria-label="Words to look for"
          placeholder="Words to look for"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          flex={1}
          miw={200}
        />
        <Switch label="Not met yet" checked={fresh} onChange={(event) => setFresh(event.currentTarget.checked)} pb={8} />
      </Group>
      <Text size="sm" role="status">
        {shown.length ? plural(shown.length, "question") : "No question fits. Take a word or a filter away."}
      </Text>
      <Accordion variant="separated" chevronPosition="left">
        {shown.map((each) => (
          <Question key={each.id} question={each} />
        ))}
      </Accordion>
    </Stack>
  );
}

function Question({ question }: { question: Schemas["QuestionView"] }) {
  return (
    <Accordion.Item value={question.id}>
      <Accordion.Control>
        <Group justify="space-between" gap="xs" pr="sm">
          <Text fw={500}>{question.title}</Text>
          <Group gap="xs">
            {question.family && <Text size="sm">{question.family}</Text>}
            <Badge variant="default" tt="none">
              {words(question.round)}
            </Badge>
            <Text size="sm" c="var(--quiet)">
              {question.met ? `met ${question.times}×, last ${day(question.met)}` : "not met yet"}
            </Text>
          </Group>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text maw="72ch">{question.statement}</Text>
        <Button component={Link} href={`/new?round=${question.round}&question=${question.id}`} size="xs" mt="sm">
          Practise this
        </Button>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function speaksOf(question: Schemas["QuestionView"], wanted: string): boolean {
  const text = `${question.title} ${question.statement} ${question.family}`.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
