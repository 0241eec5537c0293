import { Button, Group, Select, SimpleGrid, Text, TextInput, Title } from "@mantine/core";
import { useRef, useState } from "react";
import type { Schemas } from "@/api/client";
import type { BoardHandle } from "./Board";
import { KINDS, nameOf, type KindId } from "./components";
import classes from "./Design.module.css";

interface Props {
  drawn: Schemas["Drawn"] | null;
  board: BoardHandle | null;
  readOnly: boolean;
}

/** The board without a picture: what the interviewer reads off it, and the same by keyboard. */
export function BoardText({ drawn, board, readOnly }: Props) {
  const components = drawn?.components ?? [];
  const connections = drawn?.connections ?? [];
  const label = (id: string) => components.find((each) => each.id === id)?.label ?? id;
  const disabled = readOnly || !board;
  const begin = useRef<HTMLParagraphElement>(null);
  // The button that had the focus goes with what it removes.
  const take = (remove: () => void) => {
    remove();
    begin.current?.focus();
  };
  return (
    <>
      <Text size="sm" c="var(--quiet)" mb="sm" ref={begin} tabIndex={-1}>
        This is how the interviewer reads your board. Whatever you add here appears on it.
      </Text>
      <Title order={2} size="h5">
        Components
      </Title>
      {components.length === 0 && <Text size="sm">None yet.</Text>}
      <ul className={classes.parts}>
        {components.map((each) => (
          <li key={each.id}>
            <Name label={each.label} rename={(name) => board?.rename(each.id, name)} disabled={disabled} />
            <Text span size="xs" c="var(--quiet)" flex={1}>
              {nameOf(each.kind)}
            </Text>
            <Remove what={each.label} remove={() => take(() => board?.remove(each.id))} disabled={disabled} />
          </li>
        ))}
      </ul>
      <AddComponent add={(kind, name) => board?.add(kind, name)} disabled={disabled} />
      <Title order={2} size="h5" mt="lg">
        Connections
      </Title>
      {connections.length === 0 && <Text size="sm">None yet.</Text>}
      <ul className={classes.parts}>
        {connections.map((each, k) => (
          <li key={k}>
            <span style={{ flex: 1 }}>
              {label(each.source)} → {label(each.target)} {each.label && `(${each.label})`}
            </span>
            <Remove
              what={`${label(each.source)} → ${label(each.target)}`}
              remove={() => take(() => board?.disconnect(each.source, each.target, each.label))}
              disabled={disabled}
            />
          </li>
        ))}
      </ul>
      <Connect
        components={components}
        connect={(source, target, name) => board?.connect(source, target, name)}
        disabled={disabled}
      />
    </>
  );
}

function Name({ label, rename, disabled }: { label: string; rename: (name: string) => void; disabled: boolean }) {
  // What is typed stands there while the board still has the name it was typed over, or the one that was asked for:
  // the board takes a moment. Another name is somebody else's, and goes first.
  const [typed, setTyped] = useState<{ text: string; over: string[] } | null>(null);
  const mine = typed?.over.includes(label) ? typed : null;
  const done = () => {
    const name = mine?.text.trim();
    if (!mine || !name) return setTyped(null);
    if (name !== label) rename(name);
    setTyped({ text: mine.text, over: [...mine.over, name] });
  };
  return (
    <TextInput
      size="xs"
      aria-label={`Name of ${label}`}
      disabled={disabled}
      value={mine?.text ?? label}
      maxLength={100}
      onChange={(event) => setTyped({ text: event.currentTarget.value, over: mine?.over ?? [label] })}
      onBlur={done}
      onKeyDown={(event) => event.key === "Enter" && done()}
    />
  );
}

function Remove({ what, remove, disabled }: { what: string; remove: () => void; disabled: boolean }) {
  return (
    <Button size="compact-xs" variant="subtle" color="red" disabled={disabled} onClick={remove} aria-label={`Remove ${what}`}>
      Remove
    </Button>
  );
}

function AddComponent({ add, disabled }: { add: (kind: KindId, label: string) => void; disabled: boolean }) {
  const [kind, setKind] = useState<KindId>("service");
  const [name, setName] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add(kind, name.trim() || nameOf(kind));
        setName("");
      }}
    >
      <Group align="flex-end" mt="sm" gap="xs">
        <Select
          label="Kind"
          size="xs"
          allowDeselect={false}
          data={KINDS.map(({ id, name: label }) => ({ value: id, label }))}
          value={kind}
          onChange={(value) => setKind((value ?? "service") as KindId)}
        />
        <TextInput label="Name" size="xs" value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" size="xs" variant="light" disabled={disabled}>
          Add component
        </Button>
      </Group>
    </form>
  );
}

interface ConnectProps {
  components: Schemas["ComponentView"][];
  connect: (source: string, target: string, label: string) => void;
  disabled: boolean;
}

function Connect({ components, connect, disabled }: ConnectProps) {
  const [from, setSource] = useState<string | null>(null);
  const [to, setTarget] = useState<string | null>(null);
  const [name, setName] = useState("");
  const options = components.map((each) => ({ value: each.id, label: each.label }));
  // A component that was removed is chosen no longer.
  const there = (id: string | null) => (components.some((each) => each.id === id) ? id : null);
  const source = there(from);
  const target = there(to);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (source && target) connect(source, target, name.trim());
        setName("");
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} mt="sm" spacing="xs">
        <Select label="From" size="xs" data={options} value={source} onChange={setSource} />
        <Select label="To" size="xs" data={options} value={target} onChange={setTarget} />
        <TextInput label="Carrying (optional)" size="xs" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </SimpleGrid>
      <Button type="submit" size="xs" variant="light" mt="xs" disabled={disabled || !source || !target || source === target}>
        Connect
      </Button>
    </form>
  );
}
