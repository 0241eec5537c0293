/** A debrief as a page: what came of the round, why, with whose words, and what to do next. */
import { Badge, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { words } from "@/shared/format";
import { Answer } from "./Answer";
import { FailedCases } from "./FailedCases";
import { Ladder } from "./Ladder";
import { Quote } from "./Quote";
import { Reps, type Retaking } from "./Reps";
import { SignalCard } from "./SignalCard";
import classes from "./DebriefBody.module.css";

export type Page = Schemas["Page"];
type Heading = 2 | 3;

interface Props {
  page: Page;
  headings?: Heading;
  /** Jump to a turn of the transcript; without it, quotes do not link. */
  jump?: (turn: number) => void;
  predicted?: Record<string, number>;
  retake?: Retaking;
}

export default function DebriefBody({ page, headings = 2, jump, predicted = {}, retake }: Props) {
  const section = (title: string, children: ReactNode) => (
    <Section title={title} order={headings}>
      {children}
    </Section>
  );
  return (
    <Stack gap="xl">
      <Verdict page={page} order={headings} />
      {page.moments.length > 0 &&
        section(
          "What decided it",
          <Stack gap="sm">
            {page.moments.map((told, k) => (
              <Told key={k} told={told} jump={jump} sign />
            ))}
          </Stack>,
        )}
      {page.rated.length > 0 &&
        section(
          "Signals",
          <Stack gap="sm">
            {page.rated.map((rated) => (
              <SignalCard key={rated.id} rated={rated} jump={jump} predicted={predicted[rated.id]} />
            ))}
          </Stack>,
        )}
      {page.unseen.length > 0 &&
        section(
          "Not seen",
          <List size="sm" spacing={4}>
            {page.unseen.map(([title, why]) => (
              <List.Item key={title}>
                <b>{title}</b>: {why}
              </List.Item>
            ))}
          </List>,
        )}
      {page.mistakes.length > 0 &&
        section("Mistakes that cost seniors the round", <ToldList list={page.mistakes} jump={jump} more="Instead" />)}
      {page.ups.length > 0 && section("One level up", <ToldList list={page.ups} jump={jump} />)}
      {page.failed.length > 0 && section("Cases that failed", <FailedCases cases={page.failed} />)}
      <Answer page={page} section={section} />
      {page.drills.length > 0 && section(
          "Drills",
          <>
            <Text mb="sm">{page.drilled}</Text>
            <ToldList list={page.drills} jump={jump} more="A senior answer" />
          </>,
        )}
      {page.curveballs.length > 0 && section(
          "Curveballs",
          <ToldList list={page.curveballs} jump={jump} more="Author's note" />,
        )}
      {page.checks.length > 0 && section("Checked", <ToldList list={page.checks} jump={jump} sign />)}
      {page.reps.length > 0 && section("Next reps", <Reps reps={page.reps} retake={retake} />)}
      {page.caveats.length > 0 &&
        section(
          "What to know about this page",
          <List size="sm" c="var(--quiet)" spacing={4}>
            {page.caveats.map((said) => (
              <List.Item key={said}>{said}</List.Item>
            ))}
          </List>,
        )}
    </Stack>
  );
}

function Section({ title, order, children }: { title: string; order: Heading; children: ReactNode }) {
  return (
    <section>
      <Title order={order} size="h2" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Verdict({ page, order }: { page: Page; order: Heading }) {
  const { verdict, altitude } = page;
  const hire = !verdict.value.includes("no");
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }} className={classes.verdict} data-hire={hire}>
      <Text size="sm" c="var(--quiet)">
        {page.title} · {page.about}
      </Text>
      <Group align="flex-start" gap="xl" mt="xs" wrap="wrap">
        <div className={classes.call}>
          <Text size="sm" fw={600}>
            Verdict
          </Text>
          <Title order={order} className={classes.value} data-hire={hire}>
            {words(verdict.value)}
          </Title>
          <Group gap={6} mt={4}>
            {verdict.range && <Badge variant="default">{verdict.range}</Badge>}
            {verdict.too_close && (
              <Badge variant="outline" color="gray">
                too close to call
              </Badge>
            )}
          </Group>
          <Text mt="xs">{verdict.reason}</Text>
        </div>
        <div className={classes.call}>
          <Text size="sm" fw={600} mb={4}>
            Altitude
          </Text>
          <Ladder rungs={page.ladder} />
          <Text mt="xs">{altitude.reason}</Text>
          <Text size="sm" c="var(--quiet)" mt={4}>
            {page.altitude_means}
          </Text>
        </div>
      </Group>
      {page.prediction && (
        <Text mt="md" pt="sm" className={classes.prediction}>
          {page.prediction}
        </Text>
      )}
    </Paper>
  );
}

interface ListProps {
  list: Page["mistakes"];
  jump?: (turn: number) => void;
  more?: string;
  sign?: boolean;
}

function ToldList({ list, ...rest }: ListProps) {
  return (
    <Stack gap="sm">
      {list.map((told, k) => (
        <Told key={k} told={told} {...rest} />
      ))}
    </Stack>
  );
}

function Told(props: { told: Page["mistakes"][number]; jump?: (turn: number) => void; sign?: boolean; more?: string }) {
  const { told, jump, sign, more } = props;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={6} flex={1} miw="min(100%, 20rem)">
          {told.title && <Text fw={600}>{told.title}</Text>}
          {told.cited.text && <Quote cited={told.cited} jump={jump} />}
          <Text>
            {sign && (
              <b className={told.for_better ? classes.good : classes.bad}>{told.for_better ? "Helped. " : "Cost you. "}</b>
            )}
            {!more && told.more && !told.more.startsWith("Said") && <b>{told.more}: </b>}
            {told.says}
          </Text>
          {told.more.startsWith("Said") && <Text size="sm">{told.more}</Text>}
          {more && told.more && (
            <Text>
              <b>{more}: </b>
              {told.more}
            </Text>
          )}
          {told.voiced && (
            <Text>
              <b>You could have said: </b>“{told.voiced}”{" "}
              <Text span size="xs" c="var(--quiet)">
                language model
              </Text>
            </Text>
          )}
        </Stack>
        {told.source && <Source source={told.source} />}
      </Group>
    </Paper>
  );
}

export function Source({ source }: { source: string }) {
  return (
    <Text size="xs" c="var(--quiet)" style={{ whiteSpace: "nowrap" }}>
      {source}
    </Text>
  );
}
