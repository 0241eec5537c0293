import { afterEach, expect, it, vi } from "vitest";
import { newId } from "./newId";

afterEach(() => vi.unstubAllGlobals());

it("makes ids that differ, also outside of a secure context", () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal("crypto", { getRandomValues });
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
});
