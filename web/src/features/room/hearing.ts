/** Where listening stands, as a fold over what the server says and the candidate does. Pure. */
import type { Schemas } from "@/api/client";

export type ToSpeaker = Schemas["ToSpeaker"];

export interface Hearing {
  /** The candidate wants to be heard. */
  on: boolean;
  /** The server listens. */
  ready: boolean;
  /** There was a connection, and it is gone. */
  lost: boolean;
  speaking: boolean;
  /** Phrases that ended and are not in words yet. Some never are: a cough is none. */
  pending: number;
  /** The last words are being waited for. */
  finishing: boolean;
  /** Phrases that were heard, in all. */
  heard: number;
  /** What went wrong, and what to do. */
  trouble: string | null;
}

export const DEAF: Hearing = {
  on: false,
  ready: false,
  lost: false,
  speaking: false,
  pending: 0,
  finishing: false,
  heard: 0,
  trouble: null,
};

export const MISSED = "The connection was lost for a while. What you said then was not heard; say it again.";

export type HearingAction =
  | { type: "on" }
  | { type: "off"; trouble: string | null }
  | { type: "came"; message: ToSpeaker }
  | { type: "lost" }
  | { type: "finishing" }
  | { type: "finished" }
  /** What is pending has taken so long that it was nothing. */
  | { type: "settled" };

export function hear(hearing: Hearing, action: HearingAction): Hearing {
  switch (action.type) {
    case "on":
      return { ...DEAF, heard: hearing.heard, on: true };
    case "off":
      return { ...DEAF, heard: hearing.heard, trouble: action.trouble };
    case "lost":
      return { ...hearing, ready: false, lost: true, speaking: false, pending: 0 };
    case "finishing":
      return { ...hearing, finishing: true };
    case "finished":
      return { ...hearing, finishing: false };
    case "settled":
      return { ...hearing, pending: 0 };
    case "came":
      return came(hearing, action.message);
  }
}

function came(hearing: Hearing, message: ToSpeaker): Hearing {
  switch (message.type) {
    case "ready":
      return { ...hearing, ready: true, lost: false, trouble: hearing.lost ? MISSED : hearing.trouble };
    case "speaking":
      return { ...hearing, speaking: message.now, pending: hearing.pending + (message.now ? 0 : 1) };
    case "phrase":
      return { ...hearing, pending: Math.max(0, hearing.pending - 1), heard: hearing.heard + (message.text ? 1 : 0), trouble: null };
    case "finished":
      return { ...hearing, pending: 0, speaking: false };
    case "trouble":
      return { ...(message.gone ? { ...DEAF, heard: hearing.heard } : hearing), trouble: message.message };
  }
}

/** What of that is told to who cannot see it: not that each phrase is on its way. */
export function announcedOf(hearing: Hearing, waits: boolean): string {
  return stateOf({ ...hearing, pending: 0 }, waits);
}

/** Where it stands, in words; empty where nothing is listened to. `waits` is whether the interviewer is read aloud. */
export function stateOf(hearing: Hearing, waits: boolean): string {
  if (hearing.finishing) return "Hearing the end of it…";
  if (!hearing.on) return "";
  if (hearing.lost) return "The connection is lost, and what you say now with it. Trying again…";
  if (!hearing.ready) return "Starting the microphone…";
  if (waits) return "The microphone waits until this has been read.";
  return hearing.pending > 0 && !hearing.speaking ? "Hearing…" : "Listening";
}
