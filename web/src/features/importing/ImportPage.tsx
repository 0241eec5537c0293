import { Button, FileButton, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useLocation } from "wouter";
import type { Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Unread, Understood } from "./Understood";
import { bringIn, look, NOTHING_SAID, type Said } from "./uploading";
import classes from "./ImportPage.module.css";

type Heard = Schemas["Heard"];

const ACCEPT = ".vtt,.srt,.txt,.md,.markdown,.json,.jsonl,text/*";
const PASTED = "pasted.txt";

export default function ImportPage() {
  useTitle("Import");
  useNoStrayDrop();
  const [, go] = useLocation();
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  // Stays while the file is looked at again, so that what has the focus stays too.
  const [heard, setHeard] = useState<Heard | null>(null);
  const looked = useMutation({ mutationFn: ({ source, wish }: { source: File; wish: Said }) => look(source, wish) });
  const kept = useMutation({
    mutationFn: (source: File) => bringIn(source, said),
    onSuccess: ({ id }) => go(`/debrief/${id}`),
  });
  const read = (source: File, wish: Said) => {
    kept.reset();
    looked.mutate({ source, wish }, { onSuccess: setHeard });
  };

  function take(source: File | null) {
    setFile(source);
    setHeard(null);
    setSaid(NOTHING_SAID);
    if (source) read(source, NOTHING_SAID);
    else looked.reset();
  }

  function correct(wish: Said) {
    setSaid(wish);
    if (file && (wish.round !== said.round || wish.candidate !== said.candidate)) read(file, wish);
  }

  function paste(text: string) {
    setPasted(text);
    // What was read is not what stands there any more.
    if (file?.name === PASTED) take(null);
  }

  return (
    <Stack gap="lg" maw={760}>
      <div>
        <Title order={1}>Import a round</Title>
        <Text c="var(--quiet)">
          The transcript of a real mock or interview gets the same debrief. It stays on this machine.
        </Text>
      </div>
      <Drop take={take} />
      <Paste text={pasted} change={paste} read={() => take(new File([pasted], PASTED, { type: "text/plain" }))} />
      <Text role="status" className={heard ? "visually-hidden" : undefined}>
        {looked.isPending && "Reading it…"}
        {heard && !looked.isPending && "It is read. How it was understood stands below."}
      </Text>
      {looked.error && <Problem error={looked.error} />}
      {file && !heard && looked.error && <Unread said={said} change={setSaid} again={() => read(file, said)} />}
      {file && heard && (
        <Understood
          name={file.name}
          heard={heard}
          said={said}
          correct={correct}
          busy={kept.isPending || looked.isPending}
          done={() => kept.mutate(file)}
        />
      )}
      {kept.error && <Problem error={kept.error} />}
    </Stack>
  );
}

function Paste({ text, change, read }: { text: string; change: (text: string) => void; read: () => void }) {
  return (
    <Stack gap="xs">
      <Textarea
        label="Or paste it"
        description="Begin each turn with who speaks, such as Interviewer: or Me:"
        placeholder={"Interviewer: Tell me about a time …\nMe: …"}
        autosize
        minRows={4}
        maxRows={14}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={!text.trim()} onClick={read}>
          Read what I pasted
        </Button>
      </Group>
    </Stack>
  );
}

function Drop({ take }: { take: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const again = useRef<() => void>(null);
  const choose = (file: File | null) => {
    if (file) take(file);
    // The same file, mended, can be chosen again.
    again.current?.();
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <Paper withBorder p="xl" className={classes.drop} data-over={over} onDragOver={hover} onDragLeave={leave} onDrop={drop}>
      <Text mb="sm">{over ? "Let go to read it" : "Drop a file here"}</Text>
      <FileButton onChange={choose} accept={ACCEPT} resetRef={again}>
        {(props) => (
          <Button {...props} variant="light">
            Choose a file
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="var(--quiet)" mt="sm">
        Captions (VTT, SRT), text, Markdown or JSON; one round a file, at most 20 MB.
      </Text>
    </Paper>
  );
}

/** A file that is dropped beside the area would replace the page, and what was pasted with it. */
function useNoStrayDrop(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    addEventListener("dragover", refuse);
    addEventListener("drop", refuse);
    return () => {
      removeEventListener("dragover", refuse);
      removeEventListener("drop", refuse);
    };
  }, []);
}
