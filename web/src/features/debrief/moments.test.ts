import { describe, expect, it } from "vitest";
import { countUntil, filmOf, shownAt, type Happened } from "./moments";

const event = (at: number, kind: string, more: Partial<Happened> = {}) =>
  ({ seq: at, at, kind, text: "", move: "", scene: "", problem: "", reason: "", verdict: "", ...more }) as Happened;

const EVENTS = [
  event(0, "opened"),
  event(1, "interviewer", { text: "Hello." }),
  event(5, "candidate", { text: "Hi." }),
  event(8, "code", { text: "a = 1" }),
  event(9, "interviewer", { text: "" }),
  event(12, "run", { passed: 2, total: 5 }),
  event(20, "code", { text: "a = 2" }),
];

describe("a film", () => {
  it("shows what had happened by then, and nothing later", () => {
    const shown = shownAt(filmOf(EVENTS), 12);
    expect(shown).toMatchObject({ turns: 2, code: "a = 1", tests: "2 of 5 pass" });
  });

  it("shows nothing before anything was done", () => {
    expect(shownAt(filmOf(EVENTS), 0.5)).toMatchObject({ turns: 0, code: "", tests: "" });
  });

  it("ends with the last event", () => {
    expect(filmOf(EVENTS).length).toBe(20);
    expect(filmOf([]).length).toBe(0);
  });

  it("counts events of the same moment together", () => {
    expect(countUntil([event(1, "a"), event(2, "b"), event(2, "c"), event(3, "d")], 2)).toBe(3);
  });
});
