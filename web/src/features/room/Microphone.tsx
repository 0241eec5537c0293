import { Button, Group, Popover, Switch, Text, Tooltip } from "@mantine/core";
import { announcedOf, stateOf } from "./hearing";
import type { Dictation } from "./useDictation";
import { NO_VOICE, type ReadAloud } from "./useReadAloud";
import classes from "./Microphone.module.css";

interface Props {
  dictation: Dictation;
  readAloud: ReadAloud;
  /** Why nothing can be said aloud here; empty where it can. */
  noVoice: string;
  sends: boolean;
  setSends: (sends: boolean) => void;
}

/** Speaking in place of typing: the key, how loud it is, and how the talk goes on by itself. */
export function Microphone({ dictation: { hearing, meter, toggle }, readAloud, noVoice, sends, setSends }: Props) {
  const says = stateOf(hearing, readAloud.reading);
  return (
    <Group gap={8} wrap="nowrap" className={classes.microphone}>
      <Tooltip
        label={noVoice || "Say your answer aloud (Ctrl+Shift+M)"}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          size="xs"
          variant={hearing.on ? "filled" : "default"}
          color={hearing.on ? "red" : undefined}
          aria-pressed={hearing.on}
          aria-disabled={!!noVoice}
          data-disabled={noVoice ? true : undefined}
          onClick={(event) => (noVoice ? event.preventDefault() : toggle())}
          leftSection={<span className={classes.dot} data-on={hearing.on} />}
        >
          {hearing.on ? "Stop" : "Speak"}
        </Button>
      </Tooltip>
      {hearing.on && (
        <span className={classes.meter} aria-hidden>
          <span ref={meter} className={classes.level} />
        </span>
      )}
      <Text size="xs" c="var(--quiet)" aria-hidden className={classes.says}>
        {says}
      </Text>
      <span role="status" className="visually-hidden">
        {announcedOf(hearing, readAloud.reading)}
      </span>
      <Popover position="top-start" withinPortal={false} trapFocus returnFocus withRoles width={320}>
        <Popover.Target>
          <Button size="xs" variant="subtle" color="gray" px={6} aria-label="How speaking works" title="How speaking works">
            ⋯
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label="How speaking works">
          <Switch
            label="Send after a pause"
            description="A spoken turn goes out by itself after a silence; it counts down first."
            checked={sends}
            onChange={(event) => setSends(event.currentTarget.checked)}
          />
          <Switch
            mt="sm"
            label="Read aloud"
            description={readAloud.possible ? "The interviewer's lines, in this browser's own voice." : NO_VOICE}
            disabled={!readAloud.possible}
            checked={readAloud.wanted && readAloud.possible}
            onChange={readAloud.toggle}
          />
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
