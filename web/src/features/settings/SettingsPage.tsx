import {
  Button,
  Group,
  Kbd,
  Modal,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
  useMantineColorScheme,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { data, POST, type Schemas } from "@/api/client";
import { about } from "@/api/queries";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";

const KEYS = [
  ["Ctrl + Enter", "send your turn"],
  ["Ctrl + Shift + Enter", "run the open tests"],
  ["Ctrl + Shift + H", "ask for a hint"],
  ["Ctrl + Shift + L", "show or hide the signal ledger"],
  ["Escape, then Tab", "leave the code editor"],
];
const WORDS = "delete everything";

export default function SettingsPage() {
  useTitle("Settings");
  const { data: here, error, refetch } = useQuery(about);
  return (
    <Stack gap="lg" maw={760}>
      <Title order={1}>Settings</Title>
      <Appearance />
      <Part title="Keys in a room">
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Tbody>
            {KEYS.map(([keys, what]) => (
              <Table.Tr key={keys}>
                <Table.Td w={220}>
                  <Kbd>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Part>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!here && !error && <Waiting what="Looking what is installed…" />}
      {here && <Data here={here} />}
      {here && <Installed here={here} />}
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section">
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
  return (
    <Part title="Your data">
      <Text mb="sm">
        Everything is in one file on this machine and goes nowhere: <code>{here.store}</code>
      </Text>
      <Group>
        <Button component="a" href="/api/export" download variant="default">
          Export everything
        </Button>
        <Button variant="outline" color="red" onClick={() => setErasing(true)}>
          Delete everything…
        </Button>
      </Group>
      {erasing && <Erasing close={() => setErasing(false)} />}
    </Part>
  );
}

function Erasing({ close }: { close: () => void }) {
  const [typed, setTyped] = useState("");
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () => data(POST("/api/erase", { body: { confirm: WORDS } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      close();
    },
  });
  return (
    <Modal opened onClose={close} title="Delete everything?" centered>
      <Stack>
        <Text>Every session, debrief and note goes for good. Export them first if you may want them.</Text>
        <TextInput
          label={`Type “${WORDS}”`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        {erase.error && <Problem error={erase.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Keep everything
          </Button>
          <Button color="red" disabled={typed.trim() !== WORDS} loading={erase.isPending} onClick={() => erase.mutate()}>
            Delete everything
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Installed({ here }: { here: Schemas["About"] }) {
  return (
    <Part title="What is installed">
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {here.checks.map((check) => (
            <Table.Tr key={check.name}>
              <Table.Th scope="row" w={160}>
                {check.name}
              </Table.Th>
              <Table.Td w={110}>{check.ok ? "works" : <b>does not work</b>}</Table.Td>
              <Table.Td>{check.says}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="var(--quiet)" mt="sm">
        Interview Sparring {here.version}
      </Text>
    </Part>
  );
}
