import { Accordion, Badge, Button, Group, SegmentedControl, Stack, Switch, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { questions } from "@/api/queries";
import { day, plural, words } from "@/shared/format";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

type Question = Schemas["QuestionView"];

interface Wish {
  round: string;
  search: string;
  fresh: boolean;
}

const ANY: Wish = { round: "all", search: "", fresh: false };
const ROUNDS = [
  { value: "all", label: "All" },
  { value: "behavioral", label: "Behavioral" },
  { value: "system_design", label: "Design" },
  { value: "coding", label: "Coding" },
];

export default function QuestionsPage() {
  useTitle("Questions");
  const { data: all, error, refetch } = useQuery(questions);
  const [wish, setWish] = useState(ANY);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>Questions</Title>
          <Text c="var(--quiet)">What you would be asked; never what the interviewer is after.</Text>
        </div>
        <Button component={Link} href="/own" variant="default">
          Your own questions
        </Button>
      </Group>
      <Filters wish={wish} choose={setWish} />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!all && !error && <Waiting what="Fetching the questions…" />}
      {all && <Found all={all} wish={wish} clear={() => setWish(ANY)} />}
    </Stack>
  );
}

function Filters({ wish, choose }: { wish: Wish; choose: (wish: Wish) => void }) {
  return (
    <Group gap="md">
      <SegmentedControl
        data={ROUNDS}
        value={wish.round}
        onChange={(round) => choose({ ...wish, round })}
        aria-label="Round"
      />
      <TextInput
        type="search"
        aria-label="Words to look for"
        placeholder="Words to look for"
        value={wish.search}
        onChange={(event) => choose({ ...wish, search: event.currentTarget.value })}
        flex={1}
        miw={200}
      />
      <Switch
        label="Not met yet"
        checked={wish.fresh}
        onChange={(event) => choose({ ...wish, fresh: event.currentTarget.checked })}
      />
    </Group>
  );
}

function Found({ all, wish, clear }: { all: Question[]; wish: Wish; clear: () => void }) {
  const shown = all.filter((each) => fits(each, wish)).sort(inOrder);
  return (
    <>
      <Text size="sm" role="status">
        {shown.length ? `${plural(shown.length, "question")}, by round and title` : "No question fits. Take a word or a filter away."}
      </Text>
      {shown.length === 0 && (
        <Group>
          <Button variant="default" onClick={clear}>
            Show all questions
          </Button>
        </Group>
      )}
      <Accordion variant="separated" chevronPosition="left" order={2} keepMounted={false}>
        {shown.map((each) => (
          <Item key={each.id} question={each} />
        ))}
      </Accordion>
    </>
  );
}

function Item({ question }: { question: Question }) {
  const asked = new URLSearchParams({ round: question.round, question: question.id });
  return (
    <Accordion.Item value={question.id}>
      <Accordion.Control>
        <Group component="span" justify="space-between" gap="xs" pr="sm">
          <Text span fw={500}>
            {question.title}
          </Text>
          <Group component="span" gap="xs">
            {question.family && (
              <Text span size="sm">
                {question.family}
              </Text>
            )}
            <Badge component="span" variant="default">
              {words(question.round)}
            </Badge>
            <Text span size="sm" c="var(--quiet)">
              {question.met ? `met ${question.times}×, last ${day(question.met)}` : "not met yet"}
            </Text>
          </Group>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text maw="72ch" style={{ whiteSpace: "pre-line" }}>
          {question.statement}
        </Text>
        <Button component={Link} href={`/new?${asked}`} size="xs" mt="sm">
          Practise this
        </Button>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** By round as in the filter, then by title. */
function inOrder(a: Question, b: Question): number {
  const place = (each: Question) => ROUNDS.findIndex((round) => round.value === each.round);
  return place(a) - place(b) || a.title.localeCompare(b.title);
}

function fits(question: Question, wish: Wish): boolean {
  const text = `${question.title} ${question.statement} ${question.family}`.toLowerCase();
  return (
    (wish.round === "all" || question.round === wish.round) &&
    (!wish.fresh || !question.times) &&
    wish.search.toLowerCase().split(/\s+/).every((word) => text.includes(word))
  );
}
