import { Anchor, List, Select, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { answering, questions } from "@/api/queries";
import { Problem } from "@/shared/Problem";

/** Which story answers a question, and why. */
export function Answers() {
  const all = useQuery(questions);
  const [question, setQuestion] = useState<string | null>(null);
  const behavioral = (all.data ?? []).filter((each) => each.round === "behavioral");
  const asked = behavioral.find((each) => each.id === question);
  return (
    <section>
      <Title order={2} mb="xs">
        Which story answers this question?
      </Title>
      <Select
        aria-label="Question"
        placeholder="Choose a question"
        searchable
        clearable
        maw={480}
        data={behavioral.map((each) => ({ value: each.id, label: each.title }))}
        value={question}
        onChange={setQuestion}
      />
      {all.error && <Problem error={all.error} retry={() => void all.refetch()} />}
      {asked && <Text mt="sm">{asked.statement}</Text>}
      {question && <Fits question={question} />}
    </section>
  );
}

function Fits({ question }: { question: string }) {
  const { data, error } = useQuery(answering(question));
  if (error) return <Problem error={error} />;
  return (
    <>
      <List type="ordered" mt="sm" spacing={4}>
        {(data ?? []).map((each) => (
          <List.Item key={each.id}>
            <b>{each.title}</b>. {each.why}
          </List.Item>
        ))}
      </List>
      <Anchor component={Link} href={`/new?round=behavioral&question=${question}&minutes=10`} size="sm">
        Tell it in a 10-minute round
      </Anchor>
    </>
  );
}
