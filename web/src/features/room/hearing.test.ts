import { describe, expect, it } from "vitest";
import { announcedOf, DEAF, hear, MISSED, stateOf, type Hearing, type HearingAction, type ToSpeaker } from "./hearing";

const came = (message: ToSpeaker): HearingAction => ({ type: "came", message });
const READY = came({ type: "ready" });
const BEGAN = came({ type: "speaking", now: true });
const STOPPED = came({ type: "speaking", now: false });
const PHRASE = came({ type: "phrase", text: "Yes.", unsure: [] });

function after(...actions: HearingAction[]): Hearing {
  return actions.reduce(hear, DEAF);
}

const words = (...actions: HearingAction[]) => stateOf(after(...actions), false);

describe("listening", () => {
  it("is told in words", () => {
    expect(words()).toBe("");
    expect(words({ type: "on" })).toBe("Starting the microphone…");
    expect(words({ type: "on" }, READY)).toBe("Listening");
    expect(words({ type: "on" }, READY, BEGAN)).toBe("Listening");
    expect(words({ type: "on" }, READY, BEGAN, STOPPED)).toBe("Hearing…");
    expect(words({ type: "on" }, READY, BEGAN, STOPPED, PHRASE)).toBe("Listening");
    expect(words({ type: "on" }, READY, { type: "finishing" })).toBe("Hearing the end of it…");
    expect(words({ type: "on" }, READY, { type: "lost" })).toContain("connection is lost");
    expect(stateOf(after({ type: "on" }, READY), true)).toContain("waits");
  });

  it("is not announced with every phrase", () => {
    expect(announcedOf(after({ type: "on" }, READY, BEGAN, STOPPED), false)).toBe("Listening");
  });

  it("waits for each phrase that has ended", () => {
    expect(after({ type: "on" }, READY, BEGAN, STOPPED, BEGAN, STOPPED, PHRASE).pending).toBe(1);
  });

  it("does not wait for a phrase that was cut while it was spoken", () => {
    expect(after({ type: "on" }, READY, BEGAN, PHRASE).pending).toBe(0);
  });

  it("waits for nothing once everything was put into words, or has taken too long", () => {
    expect(after({ type: "on" }, READY, BEGAN, STOPPED, came({ type: "finished" })).pending).toBe(0);
    expect(after({ type: "on" }, READY, BEGAN, STOPPED, { type: "settled" }).pending).toBe(0);
  });

  it("says after a lost connection that something was missed, until something is heard", () => {
    const back = after({ type: "on" }, READY, { type: "lost" }, READY);
    expect([back.trouble, back.lost]).toEqual([MISSED, false]);
    expect(hear(back, PHRASE).trouble).toBeNull();
  });

  it("ends with a trouble that no retry helps, and goes on after another", () => {
    const gone = after({ type: "on" }, READY, came({ type: "trouble", message: "Install it.", gone: true }));
    expect([gone.on, gone.trouble]).toEqual([false, "Install it."]);
    const going = after({ type: "on" }, READY, came({ type: "trouble", message: "Slow.", gone: false }));
    expect([going.on, going.trouble]).toEqual([true, "Slow."]);
  });

  it("begins without the trouble of before", () => {
    expect(after({ type: "off", trouble: "No microphone." }, { type: "on" }).trouble).toBeNull();
  });
});
