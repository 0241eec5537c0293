import { Anchor, Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { data, DELETE, POST, type Schemas } from "@/api/client";
import { debrief, second, secondRater } from "@/api/queries";
import { whereabouts } from "@/shared/format";
import { Problem } from "@/shared/Problem";

const BACK = { asking: "Stop", given: "Back to the local raters alone", failed: "Leave it" } as const;

/** The user's language model as a second rater; nothing where none is named and none was asked. */
export function SecondOpinion({ id }: { id: string }) {
  const rater = useQuery(secondRater);
  const { now, ask, drop } = useSecond(id);
  const error = rater.error ?? now.error ?? ask.error ?? drop.error;
  const view = now.data;
  if (!view || (!rater.data && view.state === "none" && !error)) return null;
  return (
    <section className="no-print">
      <Title order={2} mb="xs">
        A second opinion
      </Title>
      <Stack gap="xs" align="flex-start">
        <div role="status">
          <Standing view={view} rater={rater.data} />
        </div>
        {error && <Problem error={error} />}
        <Group>
          {rater.data?.used && view.state !== "asking" && (
            <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
              {view.state === "none" ? `Ask ${rater.data.name}` : "Ask again"}
            </Button>
          )}
          {view.state !== "none" && (
            <Button variant="subtle" color="gray" loading={drop.isPending} onClick={() => drop.mutate()}>
              {BACK[view.state]}
            </Button>
          )}
        </Group>
      </Stack>
    </section>
  );
}

/** How it stands, and the two things that can be done about it. */
function useSecond(id: string) {
  const now = useQuery(second(id));
  const queries = useQueryClient();
  const params = { params: { path: { session: id } } };
  const show = (view: Schemas["SecondView"]) => queries.setQueryData(second(id).queryKey, view);
  const anew = () => queries.invalidateQueries({ queryKey: debrief(id).queryKey });
  const ask = useMutation({ mutationFn: () => data(POST("/api/sessions/{session}/second", params)), onSuccess: show });
  const drop = useMutation({
    mutationFn: () => data(DELETE("/api/sessions/{session}/second", params)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: second(id).queryKey });
      await anew();
    },
  });
  // What was asked for has come: the debrief is another one now.
  const state = now.data?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "asking" && state === "given") void anew();
    before.current = state;
  });
  return { now, ask, drop };
}

function NotMeasured() {
  return (
    <>
      How good it is at that is not known, so it weighs half; it can be measured in{" "}
      <Anchor component={Link} href="/settings">
        Settings
      </Anchor>
      .
    </>
  );
}

interface StandingProps {
  view: Schemas["SecondView"];
  rater?: Schemas["SecondRater"] | null;
}

function Standing({ view, rater }: StandingProps) {
  if (view.state === "asking")
    return (
      <Stack gap={6} w={320} maw="100%">
        <Text>
          {rater?.name ?? "The model"} reads the transcript
          {view.of > 0 ? `: ${view.done} of ${view.of} steps.` : "…"}
        </Text>
        <Progress value={view.of ? (100 * view.done) / view.of : 3} animated aria-label="Steps that are done" />
      </Stack>
    );
  if (view.state === "failed") return <Text>No second opinion came. {view.says}</Text>;
  if (view.state === "given")
    return (
      <Text>
        Given by {view.says.replace(/\/prompts-\d+$/, "")}. Where two raters spoke, a rating says what each of them said.
      </Text>
    );
  if (!rater) return null;
  return (
    <Text>
      {rater.name} can rate the same signals, with quotes of its own, and say your weakest passages one level up. The
      transcript and your final code go to {whereabouts(rater.where)}. {rater.measured || <NotMeasured />}
    </Text>
  );
}
