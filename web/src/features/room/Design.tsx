import { Tabs, Text } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { Waiting } from "@/shared/Waiting";
import { BoardText } from "./BoardText";
import { EstimatePad } from "./EstimatePad";
import type { BoardHandle } from "./Board";
import type { Live } from "./useRoom";
import { useUnsent } from "./useUnsent";
import classes from "./Design.module.css";

const Board = lazy(() => import("./Board"));
const REST = 1200;

export default function Design({ id, live }: { id: string; live: Live }) {
  const { room } = live;
  const [board, setBoard] = useState<BoardHandle | null>(null);
  const { first, isNone, write } = useUnsent(id, "board", REST, live);
  const [begun] = useState(first ?? room.scene);
  const over = room.standing?.closed ?? false;

  // Another window has drawn; what is being drawn here wins.
  useEffect(() => {
    if (room.scene && isNone()) board?.show(room.scene);
  }, [room.scene, board, isNone]);

  return (
    <Tabs defaultValue="board" className={classes.tabs} keepMountedMode="display-none">
      <Tabs.List>
        <Tabs.Tab value="board">Board</Tabs.Tab>
        <Tabs.Tab value="text">As text{room.drawn?.components.length ? ` (${room.drawn.components.length})` : ""}</Tabs.Tab>
        <Tabs.Tab value="pad">Estimates</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="board" className={classes.board}>
        <Suspense fallback={<Waiting what="Loading the board…" />}>
          <Board ready={setBoard} first={begun} drew={write} readOnly={over} />
        </Suspense>
        {room.drawn?.problem && (
          <Text size="sm" c="var(--bad)" p="xs" role="alert">
            {room.drawn.problem}
          </Text>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="text" className={classes.panel}>
        <BoardText drawn={room.drawn} board={board} readOnly={over} />
      </Tabs.Panel>
      <Tabs.Panel value="pad" className={classes.panel}>
        <EstimatePad id={id} />
      </Tabs.Panel>
    </Tabs>
  );
}
