import { Button, Group, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { keep, kept } from "./keeping";
import type { Live } from "./useRoom";
import classes from "./Composer.module.css";

const LONGEST = 60_000;

/** Where the candidate's turn is typed. What stands here survives a reload. */
export function Composer({ id, live }: { id: string; live: Live }) {
  const [text, setText] = useState(() => kept(id, "draft") ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  function write(next: string) {
    setText(next);
    keep(id, "draft", next);
    live.typing();
  }

  function done() {
    if (!text.trim()) return;
    live.say(text.trim());
    setText("");
    keep(id, "draft", null);
    field.current?.focus();
  }

  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Textarea
        ref={field}
        aria-label="Your answer"
        placeholder="Your answer. Take your time."
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
            event.preventDefault();
            done();
          }
        }}
      />
      <Group justify="space-between" mt={8} wrap="nowrap">
        <Text size="xs" c="var(--quiet)">
          {text.length > LONGEST * 0.9 ? `${LONGEST - text.length} characters left` : "Ctrl+Enter sends. Enter begins a new line."}
        </Text>
        <Button type="submit" size="sm" flex="none" disabled={!text.trim()}>
          I&apos;m done
        </Button>
      </Group>
    </form>
  );
}
