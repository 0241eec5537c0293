import { Button, FileButton, Group, Paper, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { data, GET, POST, PUT } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { OwnForm } from "./OwnForm";
import type { OwnFile } from "./OwnPage";
import { useDraft } from "./useDraft";

const KINDS = [
  { value: "behavioral", label: "Behavioral question" },
  { value: "system_design", label: "System to design" },
  { value: "topic", label: "Topic for drills" },
];
const REST = 700;

interface Props {
  file: OwnFile | null;
  /** Those that are there already; a new one may not take their names. */
  others: OwnFile[];
  close: () => void;
}

/** A question or topic as TOML, checked as it is written. A draft stays in this browser until it is kept. */
export function OwnEditor({ file, others, close }: Props) {
  const [kind, setKind] = useState<OwnFile["kind"]>(file?.kind ?? "behavioral");
  const [name, setName] = useState(file?.id ?? "");
  const { text, setText, forget, error } = useDraft(file);
  const queries = useQueryClient();
  const path = { kind, name: name.trim() || "my_question" };
  const refused = refusalOf(file, name.trim(), others.filter((other) => other.kind === kind));
  const body = { text };
  const field = useRef<HTMLTextAreaElement>(null);
  const checked = useChecked(path, text);
  const keep = useMutation({
    mutationFn: () => data(PUT("/api/own/{kind}/files/{name}", { params: { path }, body })),
    onSuccess: async () => {
      forget();
      await queries.invalidateQueries();
      close();
    },
  });

  const failed = error ?? checked.error ?? keep.error;

  function takeDraft(made: string, title: string) {
    setText(made);
    if (!name) setName(nameOf(title));
  }

  function goTo(line: number) {
    const area = field.current;
    if (!area) return;
    const at = text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(at, at + (text.split("\n")[line - 1]?.length ?? 0));
    area.scrollTop = (line - 5) * (area.scrollHeight / Math.max(1, text.split("\n").length));
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Select
            label="Kind"
            data={KINDS}
            allowDeselect={false}
            disabled={file !== null}
            value={kind}
            onChange={(value) => setKind(value as OwnFile["kind"])}
          />
          <TextInput
            label="Name"
            placeholder="said_no"
            disabled={file !== null}
            value={name}
            maxLength={60}
            error={text.trim() && refused}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Begin kind={kind} take={setText} empty={text.trim() === ""} />
        </SimpleGrid>
        {file === null && kind === "behavioral" && <OwnForm written={text.trim() !== ""} take={takeDraft} />}
        <Textarea
          ref={field}
          label="The file (TOML)"
          rows={22}
          spellCheck={false}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13, whiteSpace: "pre", overflowX: "auto" } }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Problems problems={checked.problems} goTo={goTo} />
        {failed && <Problem error={failed} />}
        <Group>
          <Button onClick={() => keep.mutate()} loading={keep.isPending} disabled={!checked.isSound || refused !== null || error !== null}>
            Keep it
          </Button>
          <Button variant="default" disabled={!text.trim()} onClick={() => download(`${path.name}.toml`, text)}>
            Download
          </Button>
          <FileButton accept=".toml,text/*" onChange={(chosen) => void chosen?.text().then(setText)}>
            {(props) => (
              <Button {...props} variant="default">
                Open a file
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" color="gray" onClick={close}>
            Close; the draft stays
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** What is wrong with a text, asked for when typing rests. */
function useChecked(path: { kind: OwnFile["kind"]; name: string }, text: string) {
  const [settled] = useDebouncedValue(JSON.stringify([path, text]), REST);
  const asked = useQuery({
    queryKey: ["own", "check", settled],
    queryFn: () => data(POST("/api/own/{kind}/files/{name}/check", { params: { path }, body: { text } })),
    enabled: text.trim() !== "",
    placeholderData: (before) => before,
  });
  return { problems: asked.data ?? null, error: asked.error, isSound: text.trim() !== "" && asked.data?.length === 0 };
}

/** Why a new file cannot have this name; null where it can. */
function refusalOf(file: OwnFile | null, name: string, others: OwnFile[]): string | null {
  if (file) return null;
  if (!name) return "It needs a name.";
  return others.some((other) => other.id === name) ? "One of yours has this name. Choose another, or change that one." : null;
}

/** A shipped file to begin from. It shows what its interviewer is after, so it is better one that was met already. */
function Begin({ kind, take, empty }: { kind: OwnFile["kind"]; take: (text: string) => void; empty: boolean }) {
  const models = useQuery({
    queryKey: ["own", "models", kind],
    queryFn: () => data(GET("/api/own/{kind}/models", { params: { path: { kind } } })),
  });
  const begin = useMutation({
    mutationFn: (model: string) => data(GET("/api/own/{kind}/models/{model}", { params: { path: { kind, model } } })),
    onSuccess: (came) => take(came.text),
  });
  return (
    <Select
      label="Begin from"
      placeholder={empty ? "A shipped one (you will see its answers)" : "Replaces what is below"}
      searchable
      data={(models.data ?? []).map((each) => ({ value: each.id, label: each.title }))}
      value={null}
      onChange={(model) => model && begin.mutate(model)}
      error={(models.error ?? begin.error)?.message}
    />
  );
}

/** A file's name out of a title: "Saying no" is saying_no. */
function nameOf(title: string): string {
  const plain = title.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "");
  return plain.slice(0, 60).padEnd(3, "_q");
}

function Problems(props: { problems: { line: number; says: string }[] | null; goTo: (line: number) => void }) {
  const { problems, goTo } = props;
  if (!problems) return null;
  return (
    <div role="status">
      <Text fw={600} size="sm">
        {problems.length === 0 ? "Nothing is wrong with it." : `${problems.length} to mend:`}
      </Text>
      {problems.slice(0, 12).map((problem, k) => (
        <Group key={k} gap="xs" wrap="nowrap" align="baseline">
          <Button size="compact-xs" variant="default" onClick={() => goTo(problem.line)}>
            line {problem.line}
          </Button>
          <Text size="sm">{problem.says}</Text>
        </Group>
      ))}
    </div>
  );
}

function download(name: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
