import { describe, expect, it } from "vitest";
import { between, placeFor } from "./components";

const box = (x: number, y: number) => ({ type: "rectangle", x, y, width: 160, height: 70 });

describe("placing", () => {
  it("fills a row before it begins the next, and never puts one box on another", () => {
    const boxes: ReturnType<typeof box>[] = [];
    for (let k = 0; k < 9; k++) {
      const place = placeFor(boxes);
      expect(boxes.every((each) => Math.abs(each.x - place.x) >= 160 || Math.abs(each.y - place.y) >= 70)).toBe(true);
      boxes.push(box(place.x, place.y));
    }
    expect(boxes[4]?.y).toBeGreaterThan(0);
  });

  it("uses a gap that was left", () => {
    expect(placeFor([box(230, 0)])).toEqual({ x: 0, y: 0 });
  });
});

describe("an arrow between two boxes", () => {
  it("runs in the gap between them, from the first to the second", () => {
    const { x, dx, dy } = between(box(230, 0), box(0, 0));
    expect(x).toBe(224);
    expect(x + dx).toBe(166);
    expect(dy).toBe(0);
  });

  it("leaves by the lower edge where the other lies below", () => {
    const { x, y, dy } = between(box(0, 0), box(0, 200));
    expect([x, y]).toEqual([80, 76]);
    expect(y + dy).toBe(194);
  });

  it("joins centres where the boxes touch", () => {
    expect(between(box(0, 0), box(10, 0))).toMatchObject({ x: 80, dx: 10 });
  });
});
