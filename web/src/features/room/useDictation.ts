/** The microphone and the connection that it is sent over, for as long as the candidate wants to be heard. */
import { useCallback, useEffect, useReducer, useRef, type RefObject } from "react";
import { DEAF, hear, type Hearing } from "./hearing";
import { openLine, type Line } from "./line";
import { NO_MICROPHONE, openMicrophone } from "./microphone";
import type { Schemas } from "@/api/client";

/** Milliseconds after which a phrase that did not come as words was a cough. */
const SETTLES = 12_000;
/** Milliseconds that the last words may take before one is told that they are waited for. */
const SLOW = 200;
/** Loudness at which the meter is full: speech close to a microphone. */
const LOUD = 0.2;

export interface Dictation {
  hearing: Hearing;
  /** Shows how loud it is, ten times a second: drawn past React. */
  meter: RefObject<HTMLSpanElement | null>;
  toggle: () => void;
  /** Fulfilled when everything that was said has come as words. */
  finish: () => Promise<void>;
  /** The interviewer is being read aloud, and would hear itself. */
  mute: (muted: boolean) => void;
}

interface Wanted {
  /** What was said up to a pause. */
  heard: (phrase: Schemas["Phrase"]) => void;
  /** Somebody is speaking, or what they said is not in words yet; called again and again. */
  busy: () => void;
  /** The room is closed: nobody listens any more. */
  over: boolean;
}

export function useDictation(id: string, wanted: Wanted): Dictation {
  const [hearing, act] = useReducer(hear, DEAF);
  const meter = useRef<HTMLSpanElement>(null);
  const muted = useRef(false);
  const line = useRef<Line | null>(null);
  const newest = useRef(wanted);
  useEffect(() => {
    newest.current = wanted;
  });
  const on = hearing.on && !wanted.over;

  const finish = useCallback(async () => {
    if (!line.current) return;
    const slow = window.setTimeout(() => act({ type: "finishing" }), SLOW);
    await line.current.finish();
    clearTimeout(slow);
    act({ type: "finished" });
  }, []);
  const mute = useCallback((now: boolean) => void (muted.current = now), []);

  useEffect(() => {
    if (!on) return;
    let left = false;
    let sounded = false;
    let close = () => {};
    const opened = openLine(`${location.origin.replace("http", "ws")}/api/sessions/${encodeURIComponent(id)}/voice`, {
      came: (message) => {
        act({ type: "came", message });
        if (message.type === "phrase") newest.current.heard(message);
      },
      lost: () => act({ type: "lost" }),
    });
    line.current = opened;
    openMicrophone(
      ({ sound, level }) => {
        meter.current?.style.setProperty("transform", `scaleX(${muted.current ? 0 : Math.min(1, level / LOUD)})`);
        if (muted.current) return;
        sounded = true;
        opened.sound(sound);
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
      // What was said last still comes as words.
      if (!sounded) opened.close();
      void finish().then(() => {
        opened.close();
        if (line.current === opened) line.current = null;
      });
    };
  }, [id, on, finish]);

  // Nobody is spoken into while they speak, or asked whether they are still there while their words are on the way.
  const starting = !hearing.ready && !hearing.lost;
  const busy = on && (starting || hearing.speaking || hearing.pending > 0);
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

  const toggle = () => act(hearing.on ? { type: "off", trouble: null } : { type: "on" });
  return { hearing, meter, toggle, finish, mute };
}
