/** The room as a fold over what the server says and the candidate does. Pure: no socket, no clock, no storage. */
import type { Schemas } from "@/api/client";
import type { Stretch } from "./stretches";

export type ToBrowser = Schemas["ToBrowser"];
export type FromBrowser = Schemas["FromBrowser"];
type Happened = Schemas["Happened"];

export interface Turn {
  seq: number;
  at: number;
  speaker: "interviewer" | "candidate";
  text: string;
  /** The interviewer changes what was asked for. */
  changes: boolean;
  /** The candidate said it aloud, so that it can be corrected. */
  spoken: boolean;
  /** What of it was perhaps misheard. */
  unsure: Stretch[];
}

/** Something that is no turn, shown between turns. */
export interface Aside {
  seq: number;
  at: number;
  text: string;
}

/** A turn on its way: shown at once, dropped when the log has it. */
export interface Outgoing {
  id: string;
  text: string;
  /** Missing of turns that were kept by an earlier version of this page. */
  spoken?: boolean;
  unsure?: Stretch[];
  /** Newest event known when it was sent; only a later one can be this turn. */
  after: number;
}

export interface Room {
  welcome: Schemas["Welcome"] | null;
  standing: Schemas["Standing"] | null;
  lines: (Turn | Aside)[];
  /** `seq` of the newest event. */
  last: number;
  code: string | null;
  scene: string | null;
  drawn: Schemas["Drawn"] | null;
  results: Schemas["Results"] | null;
  /** How the open tests of this stage came out when they were last run, by the log. */
  ran: { passed: number; total: number } | null;
  printed: Schemas["Printed"] | null;
  busy: Schemas["Busy"]["what"];
  trouble: string | null;
  gone: string | null;
  connected: boolean;
  outbox: Outgoing[];
  /** Code and board that were sent from here and that the log has not shown yet. */
  sent: Record<Work, string | null>;
}

/** What is worked on beside the talk. */
export type Work = "code" | "scene";

/** The interviewer's move that changes the requirement. */
const CHANGES = "change_requirement";

export const EMPTY: Room = {
  welcome: null,
  standing: null,
  lines: [],
  last: -1,
  code: null,
  scene: null,
  drawn: null,
  results: null,
  ran: null,
  printed: null,
  busy: "",
  trouble: null,
  gone: null,
  connected: false,
  outbox: [],
  sent: { code: null, scene: null },
};

export type Action =
  | { type: "came"; message: ToBrowser }
  | { type: "connected" }
  | { type: "lost" }
  | { type: "said"; id: string; text: string; spoken: boolean; unsure: Stretch[] }
  | { type: "sent"; work: Work; text: string }
  | { type: "dismissed" };

export function reduce(room: Room, action: Action): Room {
  switch (action.type) {
    case "connected":
      return { ...room, connected: true, trouble: null };
    case "lost":
      return { ...room, connected: false, busy: "" };
    case "said":
      return { ...room, outbox: [...room.outbox, outgoing(action, room.last)] };
    case "sent":
      return sent(room, action.work, action.text);
    case "dismissed":
      return { ...room, trouble: null };
    case "came":
      return heard(room, action.message);
  }
}

function outgoing({ id, text, spoken, unsure }: Extract<Action, { type: "said" }>, after: number): Outgoing {
  return { id, text, spoken, unsure, after };
}

function heard(room: Room, message: ToBrowser): Room {
  switch (message.type) {
    case "welcome":
      return { ...room, welcome: message };
    case "stands":
      return { ...room, standing: message.standing };
    case "event":
      return happened(room, message);
    case "results":
      return { ...room, results: message, printed: null };
    case "printed":
      return { ...room, printed: message };
    case "drawn":
      return { ...room, drawn: message };
    case "busy":
      return { ...room, busy: message.what };
    case "trouble":
      return message.gone ? { ...room, gone: message.message } : { ...room, trouble: message.message };
    default:
      return room;
  }
}

/** An event that is known already (a second connection, a replay) changes nothing. */
function happened(room: Room, event: Happened): Room {
  if (event.seq <= room.last) return room;
  const line = lineOf(event);
  const next = { ...room, last: event.seq, lines: line ? [...room.lines, line] : room.lines };
  switch (event.kind) {
    case "candidate":
      return { ...next, outbox: without(room.outbox, event) };
    case "corrected":
      return { ...next, lines: next.lines.map((each) => (each.seq === event.turn ? corrected(each, event) : each)) };
    case "code":
      return worked(next, "code", event.text);
    case "run":
      return { ...next, ran: { passed: event.passed ?? 0, total: event.total ?? 0 } };
    case "interviewer":
      // Another stage has other tests: what was run before says nothing of them.
      return event.move === CHANGES ? { ...next, ran: null, results: null } : next;
    case "board":
      return event.scene ? worked(next, "scene", event.scene) : next;
    default:
      return next;
  }
}

const corrected = (line: Turn | Aside, { text, unsure }: Happened): Turn | Aside =>
  isTurn(line) ? { ...line, text, unsure: (unsure ?? []) as Stretch[] } : line;

/** What was sent from here is the newest at once. The log does not repeat code that it holds already. */
function sent(room: Room, work: Work, text: string): Room {
  const held = work === "code" ? codeOf(room) : room.scene;
  return text === held ? room : { ...room, [work]: text, sent: { ...room.sent, [work]: text } };
}

/** What the log shows before it shows what was sent from here is older than that, whoever wrote it. */
function worked(room: Room, work: Work, text: string): Room {
  const own = room.sent[work];
  if (own === null) return { ...room, [work]: text };
  return own === text ? { ...room, sent: { ...room.sent, [work]: null } } : room;
}

export const codeOf = (room: Room): string => room.code ?? room.welcome?.starter ?? "";

/** The outbox without the oldest turn that this event can be. */
function without(outbox: Outgoing[], event: Happened): Outgoing[] {
  const found = outbox.findIndex((one) => one.after < event.seq && one.text.trim() === event.text.trim());
  return found < 0 ? outbox : outbox.toSpliced(found, 1);
}

export function lineOf(event: Happened): Turn | Aside | null {
  const { seq, at, text } = event;
  const turn = { seq, at, text, changes: false, spoken: false, unsure: [] };
  switch (event.kind) {
    case "interviewer":
      return text ? { ...turn, speaker: "interviewer", changes: event.move === CHANGES } : null;
    case "candidate":
      return { ...turn, speaker: "candidate", spoken: !!event.spoken, unsure: (event.unsure ?? []) as Stretch[] };
    case "run":
      return { seq, at, text: `You ran the open tests: ${event.passed} of ${event.total} pass.` };
    case "handed_in":
      return { seq, at, text: event.problem || `You handed in stage ${event.stage}. Its result is in the debrief.` };
    case "board":
      return event.changes?.length ? { seq, at, text: `On the board: ${listed(event.changes)}.` } : null;
    default:
      return null;
  }
}

function listed(changes: string[]): string {
  return changes.length > 4 ? `${changes.slice(0, 4).join("; ")}; and ${changes.length - 4} more` : changes.join("; ");
}

export function isTurn(line: Turn | Aside): line is Turn {
  return "speaker" in line;
}

/** Seconds since the round began, between two reports of the server. */
export function nowOf(standing: Schemas["Standing"], reportedAt: number, present: number): number {
  return standing.running ? standing.now + Math.max(0, present - reportedAt) / 1000 : standing.now;
}
