import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ToSpeaker } from "./hearing";
import { openLine } from "./line";

/** A server's end that does what the test says. */
class FakeSocket {
  static OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: (ArrayBuffer | string)[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage: (event: { data: string }) => void = () => {};

  constructor() {
    FakeSocket.made.push(this);
  }

  send(what: ArrayBuffer | string) {
    this.sent.push(what);
  }

  open() {
    this.readyState = 1;
    this.onopen();
  }

  say(message: ToSpeaker) {
    this.onmessage({ data: JSON.stringify(message) });
  }

  close() {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose();
  }
}

const FRAME = new ArrayBuffer(4);
const FINISH = JSON.stringify({ type: "finish" });

function opened() {
  const came: ToSpeaker[] = [];
  let lost = 0;
  const line = openLine("ws://here", { came: (message) => came.push(message), lost: () => lost++ });
  return { line, came, lost: () => lost };
}

const newest = () => FakeSocket.made.at(-1)!;

/** Whether it is fulfilled by now. */
async function isDone(promise: Promise<void>) {
  return Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve().then(() => false))]);
}

beforeEach(() => {
  FakeSocket.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the line", () => {
  it("keeps what is said before it stands", () => {
    const { line } = opened();
    line.sound(FRAME);
    void line.finish();
    expect(newest().sent).toEqual([]);
    newest().open();
    expect(newest().sent).toEqual([FRAME, FINISH]);
  });

  it("finishes when the server has", async () => {
    const { line, came } = opened();
    newest().open();
    const finished = line.finish();
    expect(line.finish()).toBe(finished);
    expect(newest().sent).toEqual([FINISH]);
    newest().say({ type: "phrase", text: "Yes.", unsure: [] });
    expect(await isDone(finished)).toBe(false);
    newest().say({ type: "finished" });
    expect(await isDone(finished)).toBe(true);
    expect(came.map(({ type }) => type)).toEqual(["phrase", "finished"]);
  });

  it("waits for the end no longer than one can bear", async () => {
    const { line } = opened();
    newest().open();
    const finished = line.finish();
    vi.advanceTimersByTime(15_000);
    expect(await isDone(finished)).toBe(true);
  });

  it("comes back by itself, later each time, and what was said meanwhile is lost", async () => {
    const { line, lost } = opened();
    newest().open();
    newest().close();
    expect(lost()).toBe(1);
    line.sound(FRAME);
    expect(await isDone(line.finish())).toBe(true);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.made).toHaveLength(2);
    newest().close();
    vi.advanceTimersByTime(500);
    expect(FakeSocket.made).toHaveLength(2);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.made).toHaveLength(3);
    newest().open();
    expect(newest().sent).toEqual([]);
  });

  it("does not wait for an end that cannot come", async () => {
    const { line } = opened();
    newest().open();
    const finished = line.finish();
    newest().close();
    expect(await isDone(finished)).toBe(true);
  });

  it("stays closed once it was closed, or the server is done with it", () => {
    const { line, lost } = opened();
    newest().open();
    line.close();
    const other = opened();
    newest().open();
    newest().say({ type: "trouble", message: "This round is over.", gone: true });
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(2);
    expect([lost(), other.lost()]).toEqual([0, 0]);
  });
});
