/** The microphone and the connection that it is sent over, for as long as the candidate wants to be heard. */
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { DEAF, hear, type Hearing } from "./hearing";
import { openLine, type Line } from "./line";
import { NO_MICROPHONE, openMicrophone } from "./microphone";
import type { Schemas } from "@/api/client";

/** Milliseconds after which a phrase that did not come as words was a cough. */
const SETTLES = 12_000;

export interface Dictation {
  hearing: Hearing;
  /** Loudness of the last tenth of a second, 0 to 1. */
  level: number;
  toggle: () => void;
  /** Fulfilled when everything that was said has come as words. */
  finish: () => Promise<void>;
}

interface Wanted {
  /** What was said up to a pause. */
  heard: (phrase: Schemas["Phrase"]) => void;
  /** Somebody has begun to speak. */
  began: () => void;
  /** Somebody is speaking, or what they said is not in words yet; called again and again. */
  busy: () => void;
  /** The room is closed: nobody listens any more. */
  over: boolean;
  /** The interviewer is being read aloud: it would hear itself. */
  muted: boolean;
}

export function useDictation(id: string, wanted: Wanted): Dictation {
  const [hearing, act] = useReducer(hear, DEAF);
  const [level, setLevel] = useState(0);
  const line = useRef<Line | null>(null);
  const newest = useRef(wanted);
  useEffect(() => {
    newest.current = wanted;
  });
  const on = hearing.on && !wanted.over;

  useEffect(() => {
    if (!on) return;
    let left = false;
    let close = () => {};
    const opened = openLine(`${location.origin.replace("http", "ws")}/api/sessions/${encodeURIComponent(id)}/voice`, {
      came: (message) => {
        act({ type: "came", message });
        if (message.type === "phrase") newest.current.heard(message);
        if (message.type === "speaking" && message.now) newest.current.began();
      },
      lost: () => act({ type: "lost" }),
    });
    line.current = opened;
    openMicrophone(
      ({ sound, level }) => {
        setLevel(newest.current.muted ? 0 : level);
        if (!newest.current.muted) opened.sound(sound);
      },
      () => act({ type: "off", trouble: NO_MICROPHONE }),
    ).then(
      (opened) => {
        close = opened;
        if (left) close();
      },
      (error: Error) => left || act({ type: "off", trouble: error.message }),
    );
    return () => {
      left = true;
      close();
      opened.close();
      line.current = null;
      setLevel(0);
    };
  }, [id, on]);

  // Nobody is spoken into while they speak, or asked whether they are still there while their words are on the way.
  const busy = on && (!hearing.ready || hearing.speaking || hearing.pending > 0);
  useEffect(() => {
    if (!busy) return;
    newest.current.busy();
    const again = window.setInterval(() => newest.current.busy(), 1000);
    return () => clearInterval(again);
  }, [busy]);

  useEffect(() => {
    if (hearing.pending === 0) return;
    const settled = window.setTimeout(() => act({ type: "settled" }), SETTLES);
    return () => clearTimeout(settled);
  }, [hearing.pending, hearing.heard]);

  const finish = useCallback(async () => {
    if (!line.current) return;
    act({ type: "finishing" });
    await line.current.finish();
    act({ type: "finished" });
  }, []);

  const toggle = () => act(hearing.on ? { type: "off", trouble: null } : { type: "on" });
  return { hearing, level, toggle, finish };
}
