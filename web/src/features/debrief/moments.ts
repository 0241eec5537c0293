/** What a session looked like at any moment of it. Pure. */
import type { Schemas } from "@/api/client";

export type Happened = Schemas["Happened"];

export interface Shown {
  /** How many of the talk events have happened. */
  turns: number;
  code: string;
  board: string;
  scene: string;
  tests: string;
}

export interface Film {
  talk: Happened[];
  code: Happened[];
  board: Happened[];
  tests: Happened[];
  length: number;
}

export function filmOf(events: Happened[]): Film {
  const of = (...kinds: string[]) => events.filter((event) => kinds.includes(event.kind));
  return {
    talk: of("interviewer", "candidate").filter((event) => event.text),
    code: of("code"),
    board: of("board"),
    tests: of("run", "handed_in"),
    length: events.at(-1)?.at ?? 0,
  };
}

export function shownAt(film: Film, at: number): Shown {
  const board = before(film.board, at);
  const tests = before(film.tests, at);
  return {
    turns: countUntil(film.talk, at),
    code: before(film.code, at)?.text ?? "",
    board: board?.changes?.join("; ") ?? "",
    scene: board?.scene ?? "",
    tests: tests ? `${tests.passed} of ${tests.total} pass` : "",
  };
}

function before(events: Happened[], at: number): Happened | undefined {
  return events[countUntil(events, at) - 1];
}

/** How many of the events, which are in order, have happened by then. */
export function countUntil(events: Happened[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as Happened).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
