/** The room: a conversation, its clock, and the editor or the board where the round has one. */
import { Alert, Button, CloseButton, Group, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import { Composer } from "./Composer";
import { Conversation } from "./Conversation";
import { Ledger } from "./Ledger";
import { Over } from "./Over";
import { TopBar } from "./TopBar";
import { keep, kept } from "./keeping";
import { useRoom, type Live } from "./useRoom";
import classes from "./RoomPage.module.css";

const Coding = lazy(() => import("./Coding"));
const Design = lazy(() => import("./Design"));

/** Below this width the ledger would push the conversation off the screen; it is there when asked for. */
const WIDE = 992;

export default function RoomPage({ id }: { id: string }) {
  const live = useRoom(id);
  const { room } = live;
  const [ledger, setLedger] = useState(kept(id, "view") !== "quiet" && window.innerWidth >= WIDE);
  const toggle = () => {
    keep(id, "view", ledger ? "quiet" : null);
    setLedger(!ledger);
  };
  useTitle(room.welcome?.title ?? "Room");
  useHotkeys([["mod+shift+L", toggle]], [], true);
  /** Whether what was being said at the close has been said. */
  const [handedOver, setHandedOver] = useState(false);
  if (room.gone && !room.welcome) return <Gone id={id} says={room.gone} />;
  if (!room.welcome || !room.standing) return <Waiting what="Opening the room…" />;
  const over = room.standing.closed && (handedOver || room.standing.ended);
  return (
    <div className={classes.room} data-round={room.welcome.round}>
      <TopBar live={live} ledger={ledger} toggleLedger={toggle} />
      <Notices live={live} id={id} />
      <main className={classes.floor}>
        {room.welcome.round !== "behavioral" && (
          <section className={classes.work} aria-label={room.welcome.round === "coding" ? "Code" : "Board"}>
            <Suspense fallback={<Waiting what="Loading…" />}>
              {room.welcome.round === "coding" ? <Coding id={id} live={live} /> : <Design id={id} live={live} />}
            </Suspense>
          </section>
        )}
        <section className={classes.talk} aria-label="Conversation">
          <Conversation live={live} />
          {over ? (
            <Over id={id} live={live} />
          ) : (
            <Composer id={id} live={live} over={room.standing.closed} handedOver={() => setHandedOver(true)} />
          )}
        </section>
        {ledger && <Ledger signals={room.standing.ledger} />}
      </main>
    </div>
  );
}

function Notices({ live, id }: { live: Live; id: string }) {
  const { room } = live;
  if (room.gone) return <Gone id={id} says={room.gone} />;
  return (
    <div aria-live="polite">
      {!room.connected && (
        <Alert color="yellow" variant="light" radius={0} py={6}>
          <Text size="sm" c="var(--mantine-color-text)">
            Not connected; trying again. You can go on typing: everything is kept, and the clock stands still.
          </Text>
        </Alert>
      )}
      {room.trouble && (
        <Alert color="red" variant="light" radius={0} py={6}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" c="var(--mantine-color-text)">
              {room.trouble}
            </Text>
            <CloseButton size="sm" onClick={live.dismiss} aria-label="Dismiss" />
          </Group>
        </Alert>
      )}
    </div>
  );
}

function Gone({ id, says }: { id: string; says: string }) {
  const over = says.startsWith("This round is over");
  return (
    <main style={{ maxWidth: 560, margin: "12vh auto", padding: "0 16px" }}>
      {over ? <Title order={1}>This round is over</Title> : <Problem error={says} />}
      <Group mt="md">
        {over && (
          <Button component={Link} href={`/debrief/${id}`}>
            Read the debrief
          </Button>
        )}
        <Button component={Link} href="/sessions" variant="default">
          All sessions
        </Button>
      </Group>
    </main>
  );
}
