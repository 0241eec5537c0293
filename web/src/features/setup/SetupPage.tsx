import {
  Button,
  Group,
  NumberInput,
  Paper,
  Radio,
  Select,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { data, POST, type Schemas } from "@/api/client";
import { choices, questions } from "@/api/queries";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

const PRESSURE = [
  { value: "0", label: "Gentle", says: "Waits longer, digs less." },
  { value: "1", label: "Normal", says: "As most interviewers do." },
  { value: "2", label: "Hard", says: "Digs deeper, waits less; one suggestion may be wrong." },
  { value: "3", label: "Relentless", says: "Every claim is pressed, and silence is short." },
];

type Kind = Schemas["Round"] | "loop";

export default function SetupPage() {
  useTitle("New round");
  const [asked] = useSearchParams();
  const known = useQuery(choices);
  if (known.error) return <Problem error={known.error} retry={() => void known.refetch()} />;
  if (!known.data) return <Waiting what="Looking what there is…" />;
  return <Setup key={asked.toString()} known={known.data} asked={asked} />;
}

function Setup({ known, asked }: { known: Schemas["Choices"]; asked: URLSearchParams }) {
  const [, go] = useLocation();
  const [kind, setKind] = useState<Kind>((asked.get("round") as Kind | null) ?? "behavioral");
  const [question, setQuestion] = useState<string | null>(asked.get("question"));
  const [minutes, setMinutes] = useState<number | string>(asked.get("minutes") ? Number(asked.get("minutes")) : "");
  const [level, setLevel] = useState("senior");
  const [interviewer, setInterviewer] = useState<string | null>(null);
  const [pressure, setPressure] = useState("1");
  const round = kind === "loop" ? "coding" : kind;
  const usual = known.rounds.find((each) => each.id === round)?.minutes ?? 45;

  const begin = useMutation({
    mutationFn: () =>
      data(
        POST("/api/sessions", {
          body: {
            round,
            question: kind === "loop" ? null : question,
            minutes: minutes === "" ? null : Number(minutes),
            level: level as Schemas["Altitude"],
            interviewer,
            pressure: Number(pressure),
            fast: asked.get("fast") === "1",
            loop: kind === "loop",
          },
        }),
      ),
    onSuccess: ({ id }) => go(`/room/${id}`),
  });

  return (
    <Stack gap="lg" maw={760}>
      <Title order={1}>New round</Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Stack gap="lg">
          <RoundChoice known={known} kind={kind} choose={(chosen) => (setKind(chosen), setQuestion(null))} />
          {kind !== "loop" && <QuestionChoice round={round} question={question} choose={setQuestion} />}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput
              label="Minutes"
              description={`Between ${known.shortest} and ${known.longest}; ${usual} where left empty`}
              placeholder={String(usual)}
              min={known.shortest}
              max={known.longest}
              value={minutes}
              onChange={setMinutes}
            />
            <Select
              label="Interviewer"
              description={known.interviewers.find((each) => each.id === interviewer)?.about ?? "Drawn where left empty"}
              placeholder="Surprise me"
              data={known.interviewers.map((each) => ({ value: each.id, label: `${each.name}, ${each.title}` }))}
              value={interviewer}
              onChange={setInterviewer}
              clearable
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Labelled label="Level you are held against">
              <SegmentedControl
                fullWidth
                value={level}
                onChange={setLevel}
                data={known.levels.map((value) => ({ value, label: value }))}
                aria-label="Level you are held against"
              />
            </Labelled>
            <Labelled label="Pressure" note={PRESSURE[Number(pressure)]?.says}>
              <SegmentedControl
                fullWidth
                value={pressure}
                onChange={setPressure}
                data={PRESSURE.map(({ value, label }) => ({ value, label }))}
                aria-label="Pressure"
              />
            </Labelled>
          </SimpleGrid>
          {begin.error && <Problem error={begin.error} />}
          <Group>
            <Button type="submit" size="md" loading={begin.isPending}>
              {kind === "loop" ? "Begin the loop" : "Begin the round"}
            </Button>
            <Text size="sm" c="var(--quiet)">
              The clock starts when the interviewer speaks, and stands still when you leave.
            </Text>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

function RoundChoice({ known, kind, choose }: { known: Schemas["Choices"]; kind: Kind; choose: (kind: Kind) => void }) {
  const kinds = [
    ...known.rounds.map((each) => ({ id: each.id as Kind, title: each.title, says: `${each.questions} questions` })),
    { id: "loop" as Kind, title: "Loop", says: "All three, one verdict" },
  ];
  return (
    <Radio.Group label="Round" value={kind} onChange={(value) => choose(value as Kind)}>
      <SimpleGrid cols={{ base: 2, sm: 4 }} mt={6}>
        {kinds.map(({ id, title, says }) => (
          <Paper key={id} withBorder p="sm" component="label" style={{ cursor: "pointer" }}>
            <Radio value={id} label={title} description={says} />
          </Paper>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function QuestionChoice(props: { round: string; question: string | null; choose: (id: string | null) => void }) {
  const { data: all, error, refetch } = useQuery(questions);
  const mine = (all ?? []).filter((each) => each.round === props.round);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  return (
    <Select
      label="Question"
      description="Surprise me draws one that you have not met lately"
      placeholder="Surprise me"
      searchable
      clearable
      nothingFoundMessage="No question has these words"
      data={mine.map((each) => ({ value: each.id, label: each.title + (each.times ? ` (met ${each.times}×)` : "") }))}
      value={props.question}
      onChange={props.choose}
    />
  );
}

function Labelled({ label, note, children }: { label: string; note?: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      {children}
      <Text size="xs" c="var(--quiet)" mt={4}>
        {note}
      </Text>
    </div>
  );
}
