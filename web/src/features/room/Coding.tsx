import { Button, Group, Modal, Tabs, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { Editor, type EditorHandle } from "./Editor";
import { Scratch } from "./Scratch";
import { TestResults } from "./TestResults";
import { codeOf } from "./reducer";
import type { Live } from "./useRoom";
import { useUnsent } from "./useUnsent";
import classes from "./Coding.module.css";

/** How long typing must rest before the code goes to the log. */
const REST = 900;

export default function Coding({ id, live }: { id: string; live: Live }) {
  const { room, send } = live;
  const editor = useRef<EditorHandle>(null);
  const { first, isNone, write, flush } = useUnsent(id, "code", REST, live);
  const [handing, setHanding] = useState(false);
  const over = room.standing?.closed ?? false;
  const out = over || room.busy !== "" || !room.connected;
  const stored = codeOf(room);

  // Another window has changed the code; what is being typed here wins. Until the log is caught up with, it names old code.
  useEffect(() => {
    if (room.connected && isNone()) editor.current?.show(stored);
  }, [room.connected, stored, isNone]);

  const run = () => {
    if (out) return;
    flush();
    send({ type: "run" });
  };
  useHotkeys([["mod+shift+Enter", run]], [], true);

  return (
    <>
      <div className={classes.editor}>
        <Editor ref={editor} first={first ?? stored} changed={write} readOnly={over} />
      </div>
      <Group className={classes.keys} justify="space-between">
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={run} disabled={out}>
            {room.busy === "running" ? "Running…" : "Run the open tests"}
          </Button>
          <Text size="xs" c="var(--quiet)">
            Python · Ctrl+Shift+Enter · every change is kept
          </Text>
        </Group>
        <Button size="xs" onClick={() => setHanding(true)} disabled={out}>
          {room.busy === "handing_in" ? "Handing in…" : `Hand in stage ${room.standing?.stage}`}
        </Button>
      </Group>
      <Tabs defaultValue="tests" className={classes.below} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="tests">Open tests</Tabs.Tab>
          <Tabs.Tab value="scratch">Scratch</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tests" className={classes.panel}>
          <TestResults results={room.results} ran={room.ran} />
        </Tabs.Panel>
        <Tabs.Panel value="scratch" className={classes.panel}>
          <Scratch id={id} printed={room.printed} busy={room.busy !== "" || !room.connected} run={(text) => (flush(), send({ type: "scratch", text }))} />
        </Tabs.Panel>
      </Tabs>
      <Modal opened={handing} onClose={() => setHanding(false)} title={`Hand in stage ${room.standing?.stage}?`} centered>
        <Text mb="md">
          All tests are run now, the closed ones too. If some fail, the interviewer sends it back once and does not say which: the debrief does. If all pass, the next
          stage follows, as long as there is time.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setHanding(false)}>
            Not yet
          </Button>
          <Button
            disabled={out}
            onClick={() => {
              if (!handing) return;
              flush();
              if (send({ type: "hand_in" })) setHanding(false);
            }}
          >
            Hand in
          </Button>
        </Group>
      </Modal>
    </>
  );
}
