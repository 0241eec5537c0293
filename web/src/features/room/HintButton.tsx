import { Button, Group, Modal, Text, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";

interface Props {
  disabled: boolean;
  /** Asks for the hint. */
  ask: () => boolean;
}

/** A hint is written down and cannot be given back: what it costs is said before it is asked for. */
export function HintButton({ disabled, ask }: Props) {
  const [asking, setAsking] = useState(false);
  useHotkeys([["mod+shift+H", (event) => !event.repeat && !disabled && setAsking(true)]], [], true);
  return (
    <>
      <Tooltip label="It helps, and it costs (Ctrl+Shift+H)">
        <Button size="xs" variant="default" disabled={disabled} onClick={() => setAsking(true)}>
          Hint
        </Button>
      </Tooltip>
      <Modal opened={asking && !disabled} onClose={() => setAsking(false)} title="Ask for a hint?" centered>
        <Text mb="md">
          It may save the round. The debrief names the minute, and what you find with it was found with help. Saying
          aloud where you are stuck costs nothing and often does as much.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            Not yet
          </Button>
          <Button data-autofocus onClick={() => asking && ask() && setAsking(false)}>
            Ask for it
          </Button>
        </Group>
      </Modal>
    </>
  );
}
