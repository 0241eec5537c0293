import { Button, Group, Modal, Tabs, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import { Editor, type EditorHandle } from "./Editor";
import { Scratch } from "./Scratch";
import { TestResults } from "./TestResults";
import { keep, kept } from "./keeping";
import type { Live } from "./useRoom";
import classes from "./Coding.module.css";

/** How long typing must rest before the code goes to the log. */
const REST = 900;

export default function Coding({ id, live }: { id: string; live: Live }) {
  const { room, send } = live;
  const editor = useRef<EditorHandle>(null);
  const timer = useRef(0);
  const [first] = useState(() => kept(id, "code"));
  const unsent = useRef(first);
  const [handing, setHanding] = useState(false);
  const over = room.standing?.closed ?? false;
  const stored = room.code ?? room.welcome?.starter ?? "";

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unsent.current && send({ type: "code", text: unsent.current })) {
      unsent.current = "";
      keep(id, "code", "");
    }
  }, [id, send]);

  const typed = useCallback(
    (text: string) => {
      unsent.current = text;
      keep(id, "code", text);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, REST);
    },
    [flush, id],
  );

  // Back on the line: what was typed meanwhile goes out.
  useEffect(() => {
    if (room.connected) flush();
  }, [room.connected, flush]);
  // Another window has changed the code; what is being typed here wins.
  useEffect(() => {
    if (!unsent.current) editor.current?.show(stored);
  }, [stored]);

  const run = () => {
    flush();
    send({ type: "run" });
  };
  useHotkeys([["mod+shift+Enter", run]], []);

  return (
    <>
      <div className={classes.editor}>
        <Editor ref={editor} first={first || stored} changed={typed} run={run} readOnly={over} />
      </div>
      <Group className={classes.keys} justify="space-between">
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={run} disabled={over || room.busy !== ""}>
            {room.busy === "running" ? "Running…" : "Run the open tests"}
          </Button>
          <Text size="xs" c="var(--quiet)">
            Python · Ctrl+Shift+Enter · every change is kept
          </Text>
        </Group>
        <Button size="xs" onClick={() => setHanding(true)} disabled={over || room.busy !== ""}>
          {room.busy === "handing_in" ? "Handing in…" : `Hand in stage ${room.standing?.stage}`}
        </Button>
      </Group>
      <Tabs defaultValue="tests" className={classes.below} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="tests">Open tests</Tabs.Tab>
          <Tabs.Tab value="scratch">Scratch</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tests" className={classes.panel}>
          <TestResults results={room.results} />
        </Tabs.Panel>
        <Tabs.Panel value="scratch" className={classes.panel}>
          <Scratch id={id} printed={room.printed} busy={room.busy !== ""} run={(text) => (flush(), send({ type: "scratch", text }))} />
        </Tabs.Panel>
      </Tabs>
      <Modal opened={handing} onClose={() => setHanding(false)} title={`Hand in stage ${room.standing?.stage}?`} centered>
        <Text mb="md">All tests are run, the closed ones too; which of those fail is told in the debrief. Where some do, the interviewer sends it back once; else the next stage
          follows, while there is time.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setHanding(false)}>
            Not yet
          </Button>
          <Button
            onClick={() => {
              setHanding(false);
              flush();
              send({ type: "hand_in" });
            }}
          >
            Hand in
          </Button>
        </Group>
      </Modal>
    </>
  );
}
