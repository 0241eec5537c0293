import {
  Button,
  Group,
  Kbd,
  Modal,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
  useMantineColorScheme,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, useState, type ReactNode } from "react";
import { data, POST, type Schemas } from "@/api/client";
import { about, secondRater } from "@/api/queries";
import { Problem } from "@/shared/Problem";
import { forgetTyped } from "@/shared/storage";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { SecondRater } from "./SecondRater";
import classes from "./SettingsPage.module.css";

const KEYS = [
  ["Ctrl + Enter", "sends your turn"],
  ["Ctrl + Shift + Enter", "runs the open tests"],
  ["Ctrl + Shift + H", "asks for a hint"],
  ["Ctrl + Shift + L", "shows or hides the signal ledger"],
  ["Escape, then Tab", "leaves the code editor"],
] as const;
const WORDS = "delete everything";

export default function SettingsPage() {
  useTitle("Settings");
  const { data: here, error, refetch } = useQuery(about);
  const { data: rater, error: unnamed } = useQuery(secondRater);
  return (
    <Stack gap="lg" maw={760}>
      <Title order={1}>Settings</Title>
      <Appearance />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!here && !error && <Waiting what="Looking what is installed…" />}
      {here && <Data here={here} />}
      {here && <Installed here={here} />}
      {(rater || unnamed) && (
        <Part title="Second opinions">
          {rater && <SecondRater rater={rater} />}
          {unnamed && <Problem error={unnamed} />}
        </Part>
      )}
      <Part title="Keys in a room">
        <dl className={classes.pairs}>
          {KEYS.map(([keys, what]) => (
            <Fragment key={keys}>
              <dt>
                <Kbd>{keys}</Kbd>
              </dt>
              <dd>{what}</dd>
            </Fragment>
          ))}
        </dl>
        <Text size="sm" c="var(--quiet)" mt="sm">
          On a Mac, Command stands in for Ctrl.
        </Text>
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Part title="Appearance">
      <SegmentedControl
        aria-label="Colours"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
        data={[
          { value: "auto", label: "As the system" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
      />
    </Part>
  );
}

function Data({ here }: { here: Schemas["About"] }) {
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState(false);
  return (
    <Part title="Your data">
      <Text mb="sm" className={classes.place}>
        Everything lies on this machine and goes nowhere by itself: <code>{here.store}</code>
      </Text>
      <Group>
        <Button component="a" href="/api/export" download variant="default">
          Export everything
        </Button>
        <Button variant="outline" color="red" onClick={() => (setErased(false), setErasing(true))}>
          Delete everything…
        </Button>
      </Group>
      <Text size="sm" c="var(--quiet)" mt="sm">
        The export is a ZIP of every session with its debrief and your note, of every story, and of what was measured of
        language models, as JSON.
      </Text>
      <Text role="status">{erased && "Everything is deleted."}</Text>
      <Erasing opened={erasing} close={() => setErasing(false)} done={() => setErased(true)} />
    </Part>
  );
}

function Erasing({ opened, close, done }: { opened: boolean; close: () => void; done: () => void }) {
  const [typed, setTyped] = useState("");
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () => data(POST("/api/erase", { body: { confirm: WORDS } })),
    onSuccess: async () => {
      forgetTyped();
      queries.removeQueries({ type: "inactive" });
      await queries.invalidateQueries();
      close();
      done();
    },
  });
  const meant = typed.trim() === WORDS;
  const begin = () => {
    setTyped("");
    erase.reset();
  };
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={begin} withCloseButton={false} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (meant && !erase.isPending) erase.mutate();
        }}
      >
        <Stack>
          <Modal.Title fw={600}>Delete everything?</Modal.Title>
          <Text>
            Every session with its debrief and your note, every story, your goal and what was measured of language models
            go for good. Export them first if you may want them.
          </Text>
          <TextInput
            label={`Type “${WORDS}”`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          {erase.error && <Problem error={erase.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep everything
            </Button>
            <Button type="submit" color="red" disabled={!meant} loading={erase.isPending}>
              Delete everything
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Installed({ here }: { here: Schemas["About"] }) {
  return (
    <Part title="What is installed">
      <dl className={classes.pairs}>
        {here.checks.map((check) => (
          <Fragment key={check.name}>
            <Text component="dt" fw={600}>
              {check.name}
            </Text>
            <dd>
              {check.ok ? "Works. " : <b>Does not work. </b>}
              {check.says}
            </dd>
          </Fragment>
        ))}
        <Text component="dt" fw={600}>
          Version
        </Text>
        <dd>Interview Sparring {here.version}</dd>
      </dl>
    </Part>
  );
}
