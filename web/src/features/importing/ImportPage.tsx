import { Button, FileButton, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type DragEvent } from "react";
import { useLocation } from "wouter";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Understood } from "./Understood";
import { bringIn, look, NOTHING_SAID, type Said } from "./uploading";
import classes from "./ImportPage.module.css";

const ACCEPT = ".vtt,.srt,.txt,.md,.json,.jsonl,text/*";

export default function ImportPage() {
  useTitle("Import");
  const [, go] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState("");
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const looked = useMutation({ mutationFn: ({ source, wish }: { source: File; wish: Said }) => look(source, wish) });
  const kept = useMutation({
    mutationFn: (source: File) => bringIn(source, said),
    onSuccess: ({ id }) => go(`/debrief/${id}`),
  });

  function take(source: File | null) {
    if (!source) return;
    setFile(source);
    setSaid(NOTHING_SAID);
    looked.mutate({ source, wish: NOTHING_SAID });
  }

  function correct(wish: Said) {
    setSaid(wish);
    if (file && (wish.round !== said.round || wish.candidate !== said.candidate)) looked.mutate({ source: file, wish });
  }

  return (
    <Stack gap="lg" maw={760}>
      <div>
        <Title order={1}>Import a round</Title>
        <Text c="var(--quiet)">
          A transcript of a real mock or interview gets the same debrief: captions (VTT, SRT), text, Markdown or JSON. It stays on
          this machine.
        </Text>
      </div>
      <Drop take={take} />
      <Stack gap="xs">
        <Textarea
          label="Or paste it"
          placeholder={"Interviewer: Tell me about a time …\nMe: …"}
          autosize
          minRows={4}
          maxRows={14}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            disabled={!pasted.trim()}
            onClick={() => take(new File([pasted], "pasted.txt", { type: "text/plain" }))}
          >
            Read what I pasted
          </Button>
        </Group>
      </Stack>
      {looked.error && <Problem error={looked.error} />}
      {file && looked.data && (
        <Understood
          name={file.name}
          heard={looked.data}
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

function Drop({ take }: { take: (file: File | null) => void }) {
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0] ?? null);
  };
  return (
    <Paper
      withBorder
      p="xl"
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <Text mb="sm">Drop a file here</Text>
      <FileButton onChange={take} accept={ACCEPT}>
        {(props) => (
          <Button {...props} variant="light">
            Choose a file
          </Button>
        )}
      </FileButton>
    </Paper>
  );
}
