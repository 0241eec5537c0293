/** What to do next, and the way to it. */
import { Button, Code, Paper, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { Problem } from "@/shared/Problem";
import type { Page } from "./DebriefBody";
import classes from "./DebriefBody.module.css";

/** Take the round again from a moment, in seconds; without it, reps that ask for it show their command. */
export interface Retaking {
  mutate: (at: number) => void;
  isPending: boolean;
  error: Error | null;
}

export function Reps({ reps, retake }: { reps: Page["reps"]; retake?: Retaking }) {
  return (
    <Stack gap="sm">
      {reps.map((rep, k) => (
        <Paper key={k} withBorder p="md">
          <Text fw={600}>
            {k + 1}. {rep.title}
          </Text>
          <Text mt={4}>{rep.do}</Text>
          {rep.command && <RepLink command={rep.command} retake={retake} />}
        </Paper>
      ))}
    </Stack>
  );
}

/** `sparring spar ROUND --question ID` as a link to the same set-up here, a retake as a key; any other command as it is. */
function RepLink({ command, retake }: { command: string; retake?: Retaking }) {
  const from = /^sparring retake \S+ --from (\d+):(\d+)$/.exec(command);
  if (from && retake) {
    const at = Number(from[1]) * 60 + Number(from[2]);
    return (
      <>
        <Button
          size="compact-sm"
          variant="light"
          mt={6}
          loading={retake.isPending}
          onClick={() => retake.mutate(Math.max(1, at))}
        >
          Retake from {from[1]}:{from[2]}
        </Button>
        {retake.error && <Problem error={retake.error} />}
      </>
    );
  }
  const found = /^sparring spar (\w+)(.*)$/.exec(command);
  if (!found) return <Code mt={6}>{command}</Code>;
  const asked = new URLSearchParams({ round: found[1] ?? "behavioral" });
  for (const [, name, value] of (found[2] ?? "").matchAll(/--(\w+) (\S+)/g)) asked.set(name ?? "", value ?? "");
  return (
    <Link href={`/new?${asked}`} className={classes.rep}>
      Set it up
    </Link>
  );
}
