import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { data, DELETE, POST, type Schemas } from "@/api/client";
import { calibration, secondRater } from "@/api/queries";
import { whereabouts } from "@/shared/format";
import { Problem } from "@/shared/Problem";

/** How good the user's language model is at second opinions, and measuring that. */
export function SecondRater({ rater }: { rater: Schemas["SecondRater"] }) {
  const { now, ask, stop } = useCalibration();
  const error = now.error ?? ask.error ?? stop.error;
  const state = now.data?.state;
  return (
    <Stack gap="xs" align="flex-start">
      <div role="status">
        <Measured rater={rater} view={now.data} />
      </div>
      {error && <Problem error={error} />}
      <Group>
        {state && state !== "asking" && (
          <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
            {state === "given" ? "Measure it again" : `Measure ${rater.name}`}
          </Button>
        )}
        {(state === "asking" || state === "failed") && (
          <Button variant="subtle" color="gray" loading={stop.isPending} onClick={() => stop.mutate()}>
            {state === "asking" ? "Stop" : "Leave it"}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function useCalibration() {
  const now = useQuery(calibration);
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () => data(POST("/api/second/calibration")),
    onSuccess: (view) => queries.setQueryData(calibration.queryKey, view),
  });
  const stop = useMutation({
    mutationFn: () => data(DELETE("/api/second/calibration")),
    onSuccess: () => queries.invalidateQueries({ queryKey: calibration.queryKey }),
  });
  // What has come is said under debriefs too.
  const state = now.data?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "asking" && state === "given")
      void queries.invalidateQueries({ queryKey: secondRater.queryKey });
    before.current = state;
  });
  return { now, ask, stop };
}

function Measured({ rater, view }: { rater: Schemas["SecondRater"]; view?: Schemas["SecondView"] }) {
  if (view?.state === "asking")
    return (
      <Stack gap={6} w={320} maw="100%">
        <Text>
          {rater.name} rates labelled rounds{view.of > 0 ? `: ${view.done} of ${view.of} prompts.` : "…"}
        </Text>
        <Progress value={view.of ? (100 * view.done) / view.of : 1} animated aria-label="Prompts that are done" />
      </Stack>
    );
  if (view?.state === "failed") return <Text>It could not be measured. {view.says}</Text>;
  if (view?.state === "given") return <Text>{view.says}</Text>;
  return (
    <Text>
      How good {rater.name} is at rating is not known, so its second opinions weigh half. It can be measured on labelled
      rounds that come with the program: {rater.prompts} prompts to {whereabouts(rater.where)}, and nothing of yours.
    </Text>
  );
}
