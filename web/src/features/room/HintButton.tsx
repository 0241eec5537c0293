import { Button, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { Sure } from "./Sure";

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
      <Sure
        title="Ask for a hint?"
        opened={asking && !disabled}
        close={() => setAsking(false)}
        keys={["Not yet", "Ask for it"]}
        ready
        act={ask}
      >
        It may save the round. The debrief names the minute, and what you find with it was found with help. Saying
        aloud where you are stuck costs nothing and often does as much.
      </Sure>
    </>
  );
}
