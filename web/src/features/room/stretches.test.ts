import { describe, expect, it } from "vitest";
import { appended, confirmed, doubts, edited, LONGEST, NOTHING, pieces, trimmed, type Draft } from "./stretches";

const HEARD: Draft = { text: "We cash the keys in the edge.", spoken: true, unsure: [[3, 7], [24, 28]] };

const marked = ({ text, unsure }: Draft) => unsure.map(([begin, end]) => text.slice(begin, end));

describe("a phrase that is heard", () => {
  it("begins an empty draft as it is", () => {
    expect(appended(NOTHING, { text: "So I", unsure: [[3, 4]] })).toEqual({ text: "So I", spoken: true, unsure: [[3, 4]] });
  });

  it("comes after a space, and its doubts move with it", () => {
    const draft = appended(HEARD, { text: "And shard it.", unsure: [[4, 9]] });
    expect(draft.text).toBe("We cash the keys in the edge. And shard it.");
    expect(marked(draft)).toEqual(["cash", "edge", "shard"]);
  });

  it("adds no second space", () => {
    expect(appended({ ...NOTHING, text: "One.\n" }, { text: "Two.", unsure: [] }).text).toBe("One.\nTwo.");
  });

  it("is cut where the longest turn ends, and its doubts with it", () => {
    const draft = appended({ ...NOTHING, text: "x".repeat(LONGEST - 4) }, { text: "one two", unsure: [[0, 3], [4, 7]] });
    expect([draft.text.length, marked(draft)]).toEqual([LONGEST, ["one"]]);
  });
});

describe("typing into the draft", () => {
  it("keeps the doubts before and after, and drops what it touches", () => {
    expect(marked(edited(HEARD, "We cache the keys in the edge."))).toEqual(["edge"]);
    expect(marked(edited(HEARD, "We cash all of the keys in the edge."))).toEqual(["cash", "edge"]);
    expect(marked(edited(HEARD, "Now: We cash the keys in the edge."))).toEqual(["cash", "edge"]);
    expect(marked(edited(HEARD, "We cash the keys in the edge. Or not."))).toEqual(["cash", "edge"]);
  });

  it("takes letters right beside a word for part of it", () => {
    expect(marked(edited(HEARD, "We cashed the keys in the edge."))).toEqual(["edge"]);
    expect(marked(edited(HEARD, "We cash the keys in the wedge."))).toEqual(["cash"]);
    expect(marked(edited(HEARD, "We cash, the keys in the edge."))).toEqual(["cash", "edge"]);
  });

  it("drops what lies within a stretch that was replaced", () => {
    expect(marked(edited(HEARD, "We go."))).toEqual([]);
  });

  it("changes no doubt where nothing was changed", () => {
    expect(edited(HEARD, HEARD.text)).toEqual(HEARD);
  });

  it("makes an emptied draft one that was not spoken", () => {
    expect(edited(HEARD, " ")).toEqual({ text: " ", spoken: false, unsure: [] });
    expect(edited(HEARD, "Typed after it.").spoken).toBe(true);
  });
});

describe("doubts", () => {
  const twice: Draft = { text: "Cash it. Then cash more.", spoken: true, unsure: [[0, 4], [14, 18], [19, 23]] };

  it("are told once each, where they stand first", () => {
    expect(doubts(twice)).toEqual([
      { words: "Cash", stretch: [0, 4] },
      { words: "more", stretch: [19, 23] },
    ]);
  });

  it("are gone where the words are right", () => {
    expect(marked(confirmed(twice, "Cash"))).toEqual(["more"]);
  });
});

describe("what is sent", () => {
  it("has no blanks around it, and its doubts at their places", () => {
    const draft = trimmed({ text: "\n  So cash. ", spoken: true, unsure: [[6, 10]] });
    expect([draft.text, marked(draft)]).toEqual(["So cash.", ["cash"]]);
  });
});

describe("pieces", () => {
  it("are the whole text, cut at its doubts", () => {
    expect(pieces("We cash it", [[3, 7]])).toEqual([
      { text: "We ", unsure: false },
      { text: "cash", unsure: true },
      { text: " it", unsure: false },
    ]);
  });

  it("leave out stretches that lie in no text, or over another", () => {
    expect(pieces("cash", [[0, 4], [2, 4], [3, 9]])).toEqual([{ text: "cash", unsure: true }]);
    expect(pieces("", [])).toEqual([]);
  });
});
