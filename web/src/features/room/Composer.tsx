import { Alert, Button, Group, Text, Textarea } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useEffectEvent, useState } from "react";
import { read, write } from "@/shared/storage";
import { Microphone } from "./Microphone";
import { appended, confirmed, edited, LONGEST, NOTHING, type Draft, type Stretch } from "./stretches";
import { Unsure } from "./Unsure";
import { useDraft } from "./useDraft";
import { useDictation, type Dictation } from "./useDictation";
import { useField } from "./useField";
import { usePause } from "./usePause";
import { useReadAloud } from "./useReadAloud";
import type { Live } from "./useRoom";
import classes from "./Composer.module.css";

const SENDS = "sparring:send-after-pause";

/** Seconds of silence after which a spoken turn is sent: nobody is cut off while thinking, least of all at a board. */
const PAUSE = { behavioral: 5, system_design: 8, coding: 8 } as const;

interface Props {
  id: string;
  live: Live;
  /** The round has closed: what was begun is said, and nothing new. */
  over: boolean;
  /** Nothing is left to be said. */
  handedOver: () => void;
}

/** Where the candidate's turn is typed or heard. What stands here survives a reload. */
export function Composer({ id, live, over, handedOver }: Props) {
  const [draft, newest, set] = useDraft(id);
  const [sends, setSends] = useState(() => read(SENDS) === "yes");
  const { welcome } = live.room;
  const [field, keepCaret] = useField(draft.text);
  const dictation = useDictation(id, {
    heard: (phrase) => {
      keepCaret();
      if (phrase.text) set(appended(newest.current, phrase));
    },
    busy: live.typing,
    over,
  });
  const { hearing, mute } = dictation;
  const readAloud = useReadAloud(live.room, hearing.speaking);
  useEffect(() => mute(readAloud.reading), [mute, readAloud.reading]);
  useEffect(() => field.current?.focus(), [field]);
  useHotkeys([["mod+shift+M", (event) => !event.repeat && !welcome?.no_voice && dictation.toggle()]], [], true);

  async function done() {
    readAloud.stop();
    await dictation.finish();
    if (!newest.current.text.trim()) return;
    live.say(newest.current);
    set(NOTHING);
    field.current?.focus();
  }

  // What was being said or typed when the time ran out is an answer still.
  const handOver = useEffectEvent(async () => {
    await done();
    handedOver();
  });
  useEffect(() => {
    if (over) void handOver();
  }, [over]);

  const counts = sends && !readAloud.reading && isWaiting(dictation, draft);
  const left = usePause(counts, PAUSE[welcome?.round ?? "coding"], hearing.heard, () => void done());

  function select([begin, end]: Stretch) {
    field.current?.focus();
    field.current?.setSelectionRange(begin, end);
  }

  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <Trouble says={hearing.trouble} />
      <Textarea
        ref={field}
        aria-label="Your answer"
        placeholder={hearing.on ? "Speak. What is heard stands here, and can be edited." : "Your answer. Take your time."}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LONGEST}
        value={draft.text}
        onChange={(event) => {
          set(edited(newest.current, event.currentTarget.value));
          live.typing();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
            event.preventDefault();
            void done();
          }
        }}
      />
      <Unsure draft={draft} select={select} confirm={(words) => set(confirmed(newest.current, words))} />
      <Group justify="space-between" mt={8} gap={8}>
        <Microphone
          dictation={dictation}
          readAloud={readAloud}
          noVoice={welcome?.no_voice ?? ""}
          sends={sends}
          setSends={(next) => {
            write(SENDS, next ? "yes" : null);
            setSends(next);
          }}
        />
        <Group gap={8} wrap="nowrap" ml="auto">
          <Aside left={left} length={draft.text.length} />
          <Button type="submit" size="sm" flex="none" disabled={!draft.text.trim() && !hearing.on} loading={hearing.finishing}>
            I&apos;m done
          </Button>
        </Group>
      </Group>
    </form>
  );
}

/** Something was heard, all of it has come as words, and nobody is speaking. */
function isWaiting({ hearing }: Dictation, { spoken, text }: Draft): boolean {
  const silent = hearing.on && hearing.ready && !hearing.speaking && hearing.pending === 0 && !hearing.finishing;
  return silent && hearing.heard > 0 && spoken && !!text.trim();
}

function Trouble({ says }: { says: string | null }) {
  return (
    says && (
      <Alert color="yellow" variant="light" py={6} mb={8} role="alert">
        <Text size="sm" c="var(--mantine-color-text)">
          {says}
        </Text>
      </Alert>
    )
  );
}

/** What stands beside the key that sends: the seconds until it goes by itself, the room that is left, or the keys. */
function Aside({ left, length }: { left: number | null; length: number }) {
  if (left !== null) {
    // It waits for any key and any click, this one too.
    return (
      <Button size="sm" variant="default">
        Wait: sending in {left}…
      </Button>
    );
  }
  return (
    <Text size="xs" c="var(--quiet)">
      {length > LONGEST * 0.9 ? `${LONGEST - length} characters left` : "Ctrl+Enter sends"}
    </Text>
  );
}
