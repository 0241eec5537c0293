import { Button, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { LONGEST } from "./stretches";

interface Props {
  text: string;
  save: (text: string) => boolean;
  close: () => void;
}

/** What was said in a spoken turn, where it was misheard. */
export function Correction({ text: heard, save, close }: Props) {
  const [text, setText] = useState(heard);
  const right = text.trim();
  const [unsent, setUnsent] = useState(false);
  function done() {
    if (!right) return;
    if (right === heard || save(right)) close();
    else setUnsent(true);
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          done();
        }
      }}
    >
      <Textarea
        aria-label="What you said"
        autosize
        autoFocus
        minRows={2}
        maxRows={12}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={6} justify="flex-end">
        <Text size="xs" c="var(--quiet)" role="status">
          {unsent && "Not connected. Save it again in a moment."}
        </Text>
        <Button size="compact-sm" variant="default" onClick={close}>
          Cancel
        </Button>
        <Button size="compact-sm" type="submit" disabled={!right}>
          Save
        </Button>
      </Group>
    </form>
  );
}
