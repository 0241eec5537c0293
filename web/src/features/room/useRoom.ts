/** One room's connection: comes back by itself, sends again what was not acknowledged, keeps typed text. */
import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "@/shared/newId";
import { keepOutbox, keptOutbox } from "./keeping";
import { EMPTY, reduce, type Action, type FromBrowser, type Room, type ToBrowser, type Work } from "./reducer";
import { trimmed, type Draft } from "./stretches";

const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;
/** Events that come in one burst are drawn at once, this many milliseconds after the first. */
const DRAW_AFTER = 12;
/** After so many milliseconds a turn that was not taken is sent again; the log takes each once. */
const AGAIN = 4000;
/** How often, in milliseconds, the room is told that somebody is typing. */
const TOLD_EVERY = 1500;

export interface Live {
  room: Room;
  /** When the server last said where the room stands, by `performance.now()`. */
  reportedAt: number;
  /** False where there is no connection; nothing was sent then. */
  send: (message: FromBrowser) => boolean;
  /** Whether the log has not shown yet what was last sent from here. */
  underway: (work: Work) => boolean;
  say: (draft: Draft) => void;
  /** Somebody is typing or drawing: nobody is interrupted in the middle of a line. To be called as often as one likes. */
  typing: () => void;
  dismiss: () => void;
}

export function useRoom(id: string): Live {
  const [room, act] = useFold(id);
  const [reportedAt, setReportedAt] = useState(0);
  const socket = useRef<WebSocket | null>(null);

  useEffect(() => {
    let wait = FIRST_WAIT;
    let timer = 0;
    let left = false;
    let gone = false;

    function connect() {
      const opened = new WebSocket(`${location.origin.replace("http", "ws")}/api/sessions/${encodeURIComponent(id)}/room`);
      let caughtUp = false;
      socket.current = opened;
      opened.onopen = () => opened.send(JSON.stringify({ type: "hello", after: act(null).last }));
      opened.onmessage = ({ data }: MessageEvent<string>) => {
        const message = JSON.parse(data) as ToBrowser;
        let now = act({ type: "came", message });
        if (message.type === "trouble" && message.gone) gone = true;
        if (message.type === "trouble" && now.outbox.length > 0) window.setTimeout(sayAgain, AGAIN);
        if (message.type !== "stands") return;
        setReportedAt(performance.now());
        if (caughtUp) return;
        // The log has been caught up with: what is still on its way is not in it.
        caughtUp = true;
        wait = 0;
        now = act({ type: "connected" });
        for (const message of onItsWay(now)) opened.send(JSON.stringify(message));
      };
      opened.onclose = () => {
        if (left) return;
        act({ type: "lost" });
        wait = Math.min(LONGEST_WAIT, (wait || FIRST_WAIT / 2) * 2);
        if (!gone) timer = window.setTimeout(connect, wait);
      };
    }

    const sayAgain = () => {
      if (socket.current?.readyState !== WebSocket.OPEN) return;
      for (const message of turns(act(null))) socket.current.send(JSON.stringify(message));
    };
    const hurry = () => {
      if (socket.current?.readyState === WebSocket.CLOSED && !gone) {
        clearTimeout(timer);
        connect();
      }
    };
    connect();
    window.addEventListener("online", hurry);
    return () => {
      left = true;
      clearTimeout(timer);
      window.removeEventListener("online", hurry);
      socket.current?.close();
    };
  }, [id, act]);

  const send = useCallback(
    (message: FromBrowser): boolean => {
      if (socket.current?.readyState !== WebSocket.OPEN) return false;
      socket.current.send(JSON.stringify(message));
      if (message.type === "code") act({ type: "sent", work: "code", text: message.text });
      if (message.type === "draw") act({ type: "sent", work: "scene", text: message.scene });
      return true;
    },
    [act],
  );

  const say = useCallback(
    (draft: Draft) => {
      const message = { type: "say" as const, id: newId(), ...trimmed(draft) };
      act({ ...message, type: "said" });
      send(message);
    },
    [act, send],
  );

  const told = useRef(0);
  const typing = useCallback(() => {
    if (performance.now() - told.current <= TOLD_EVERY) return;
    told.current = performance.now();
    send({ type: "typing" });
  }, [send]);

  const underway = useCallback((work: Work) => act(null).sent[work] !== null, [act]);
  const dismiss = useCallback(() => void act({ type: "dismissed" }), [act]);
  return { room, reportedAt, send, underway, say, typing, dismiss };
}

function turns({ outbox }: Room): FromBrowser[] {
  return outbox.map(({ id, text, spoken = false, unsure = [] }) => ({ type: "say", id, text, spoken, unsure }));
}

function onItsWay(room: Room): FromBrowser[] {
  const { sent } = room;
  return [
    ...turns(room),
    ...(sent.code === null ? [] : [{ type: "code" as const, text: sent.code }]),
    ...(sent.scene === null ? [] : [{ type: "draw" as const, scene: sent.scene }]),
  ];
}

/** The fold, readable at once by whoever acts, and drawn once for each burst of actions. `null` only reads. */
function useFold(id: string): [Room, (action: Action | null) => Room] {
  const [room, setRoom] = useState<Room>(() => ({ ...EMPTY, outbox: keptOutbox(id) }));
  const newest = useRef(room);
  const waiting = useRef(0);
  const act = useCallback(
    (action: Action | null) => {
      if (action === null) return newest.current;
      const before = newest.current;
      newest.current = reduce(before, action);
      if (newest.current.outbox !== before.outbox) keepOutbox(id, newest.current.outbox);
      if (!waiting.current) {
        waiting.current = window.setTimeout(() => {
          waiting.current = 0;
          setRoom(newest.current);
        }, DRAW_AFTER);
      }
      return newest.current;
    },
    [id],
  );
  return [room, act];
}
