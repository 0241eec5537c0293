import { Button, Group, NumberInput, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { data, PUT, type Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { words } from "@/shared/format";
import classes from "./Progress.module.css";

interface Props {
  goal: Schemas["GoalView"];
  days: Schemas["DayView"][];
}

/** The days up to the interview. It is made anew from where the candidate stands, so a missed day is simply gone. */
export function Plan({ goal, days }: Props) {
  const [interview, setInterview] = useState(goal.interview ?? "");
  const [perWeek, setPerWeek] = useState<number | string>(goal.per_week);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => data(PUT("/api/goal", { body: { interview: interview || null, per_week: Number(perWeek) || 4 } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["progress"] }),
  });
  return (
    <section>
      <Title order={2} mb="sm">
        Plan
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Group align="flex-end" mb="md">
          <TextInput
            type="date"
            label="Day of the interview"
            value={interview}
            onChange={(event) => setInterview(event.currentTarget.value)}
          />
          <NumberInput label="Sessions a week" min={1} max={7} w={140} value={perWeek} onChange={setPerWeek} />
          <Button type="submit" variant="default" loading={save.isPending}>
            Make the plan
          </Button>
        </Group>
      </form>
      {save.error && <Problem error={save.error} />}
      {!goal.interview && <Text c="var(--quiet)">Set the day, and the plan says which round on which evening.</Text>}
      {goal.interview && days.length === 0 && <Text>The day is today or over. Set a new one when there is one.</Text>}
      <ol className={classes.days}>
        {days.map((each) => (
          <li key={each.day}>
            <span>
              {new Date(`${each.day}T12:00`).toLocaleDateString(undefined, { weekday: "short", day: "numeric", month: "short" })}
            </span>
            <b>{startOf(each) ? <Link href={`/new?round=${startOf(each)}`}>{words(startOf(each))}</Link> : words(each.kind)}</b>
            <span>{each.why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the set-up page calls the day's round; nothing for a day of rest. */
function startOf(day: Schemas["DayView"]): string {
  return day.round ?? (day.kind === "loop" ? "loop" : "");
}
