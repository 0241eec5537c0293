import { describe, expect, it } from "vitest";
import { EMPTY, isTurn, nowOf, reduce, type Action, type Room, type ToBrowser } from "./reducer";

function event(seq: number, kind: string, text = "", more: object = {}): Action {
  const message = { type: "event", seq, at: seq * 10, kind, text, move: "", scene: "", problem: "", ...more };
  return { type: "came", message: message as ToBrowser };
}

const said = (id: string, text: string): Action => ({ type: "said", id, text, spoken: false, unsure: [] });

function after(...actions: Action[]): Room {
  return actions.reduce(reduce, EMPTY);
}

describe("the room", () => {
  it("keeps turns in the order of the log", () => {
    const room = after(event(0, "opened"), event(1, "interviewer", "Design a feed."), event(2, "candidate", "For whom?"));
    expect(room.lines.filter(isTurn).map((turn) => turn.speaker)).toEqual(["interviewer", "candidate"]);
    expect(room.last).toBe(2);
  });

  it("takes an event once, however often it comes", () => {
    const room = after(event(0, "opened"), event(1, "interviewer", "Hello."), event(1, "interviewer", "Hello."));
    expect(room.lines).toHaveLength(1);
  });

  it("shows no silent move of the interviewer", () => {
    expect(after(event(0, "interviewer", "")).lines).toEqual([]);
  });

  it("drops a turn from the outbox when the log has it, and only one of two alike", () => {
    const room = after(event(0, "opened"), said("a", "Yes."), said("b", "Yes."), event(1, "candidate", "Yes."));
    expect(room.outbox.map((one) => one.id)).toEqual(["b"]);
  });

  it("never takes an older event for a turn that was sent later", () => {
    const room = { ...EMPTY, outbox: [{ id: "a", text: "Yes.", after: 9 }] };
    expect(reduce(room, event(7, "candidate", "Yes.")).outbox).toHaveLength(1);
  });

  it("ends at the newest code and the newest board, after older versions sent without text", () => {
    const board = (seq: number, scene: string) => event(seq, "board", "", { scene });
    const room = after(event(0, "code", ""), board(1, ""), event(2, "code", "a = 1"), board(3, "{}"));
    expect([room.code, room.scene]).toEqual(["a = 1", "{}"]);
  });

  it("knows how the open tests came out last, until another stage has others", () => {
    const ran = after(event(0, "interviewer", "Write it."), event(1, "run", "", { passed: 1, total: 5 }));
    expect(ran.ran).toEqual({ passed: 1, total: 5 });
    const changed = reduce(ran, event(2, "interviewer", "Now with a cost.", { move: "change_requirement" }));
    expect([changed.ran, changed.results]).toEqual([null, null]);
    expect(changed.lines.filter(isTurn).map((turn) => turn.changes)).toEqual([false, true]);
  });

  it("takes an emptied editor for what it is", () => {
    expect(after(event(0, "code", "a = 1"), event(1, "code", "")).code).toBe("");
  });

  it("is not brought back by the log to what stood there before its own last change", () => {
    const own = (text: string): Action => ({ type: "sent", work: "code", text });
    const room = after(own("a"), own("ab"), event(0, "code", "a"), event(1, "code", "from another window"));
    expect([room.code, room.sent.code]).toEqual(["ab", "ab"]);
    const caughtUp = [event(2, "code", "ab"), event(3, "code", "from another window")].reduce(reduce, room);
    expect([caughtUp.code, caughtUp.sent.code]).toEqual(["from another window", null]);
  });

  it("waits for nothing where the log holds the code already", () => {
    expect(after(event(0, "code", "a"), { type: "sent", work: "code", text: "a" }).sent.code).toBeNull();
  });

  it("keeps everything through a lost connection", () => {
    const room = after(event(0, "interviewer", "Hello."), said("a", "Hi."), { type: "lost" });
    expect([room.lines.length, room.outbox.length, room.connected]).toEqual([1, 1, false]);
  });

  it("shows a spoken turn as it was corrected", () => {
    const spoken = event(2, "candidate", "A Redis cash.", { spoken: true, unsure: [[8, 12]] });
    const before = after(event(1, "interviewer", "Go on."), spoken);
    expect(before.lines.filter(isTurn).at(-1)).toMatchObject({ spoken: true, unsure: [[8, 12]] });
    const corrected = reduce(before, event(3, "corrected", "A Redis cache.", { turn: 2, unsure: [] }));
    expect(corrected.lines.filter(isTurn).map((turn) => turn.text)).toEqual(["Go on.", "A Redis cache."]);
    expect(corrected.lines.filter(isTurn).at(-1)?.unsure).toEqual([]);
  });

  it("keeps what is unsure of a turn until the log has it", () => {
    const action: Action = { type: "said", id: "a", text: "A Redis cash.", spoken: true, unsure: [[8, 12]] };
    expect(after(action).outbox).toEqual([{ id: "a", text: "A Redis cash.", spoken: true, unsure: [[8, 12]], after: -1 }]);
  });

  it("counts the clock on between reports, and not while it stands still", () => {
    const standing = { now: 60, running: true } as NonNullable<Room["standing"]>;
    expect(nowOf(standing, 1000, 3500)).toBe(62.5);
    expect(nowOf({ ...standing, running: false }, 1000, 3500)).toBe(60);
  });

  it("folds ten thousand events fast enough to be sent them all at once", () => {
    let room = EMPTY;
    for (let seq = 0; seq < 10_000; seq++) room = reduce(room, event(seq, seq % 2 ? "candidate" : "interviewer", "x"));
    expect(room.lines).toHaveLength(10_000);
  });
});
