import { describe, expect, it } from "vitest";
import { ownVoice, sayable } from "./useReadAloud";

const voice = (lang: string, localService: boolean, isDefault = false) => ({ lang, localService, default: isDefault });

describe("reading aloud", () => {
  it("takes no voice that sends the text elsewhere, and none of another language", () => {
    expect(ownVoice([])).toBeNull();
    expect(ownVoice([voice("en-US", false, true), voice("de-DE", true, true)])).toBeNull();
  });

  it("takes the default voice where it may, else the first", () => {
    expect(ownVoice([voice("en-GB", true), voice("en-US", true, true)])?.lang).toBe("en-US");
    expect(ownVoice([voice("de-DE", true, true), voice("en_GB", true), voice("en-US", true)])?.lang).toBe("en_GB");
  });

  it("leaves out what is only to be seen", () => {
    expect(sayable("What does `put(key)` return,\nand *when*?")).toBe("What does put(key) return, and when?");
  });
});
