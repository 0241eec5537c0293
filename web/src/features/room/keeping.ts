/** What was typed and is not in the log yet, kept in this browser, so that a crash of the page loses nothing. */
import { read, write } from "@/shared/storage";
import type { Outgoing } from "./reducer";
import { NOTHING, within, type Draft, type Stretch } from "./stretches";

export type Place = "draft" | "heard" | "code" | "board" | "pad" | "scratch" | "view";

const keyOf = (id: string, place: Place | "outbox") => `sparring:${id}:${place}`;

/** Null where nothing was kept, which is not the same as an emptied editor. */
export const kept = (id: string, place: Place): string | null => read(keyOf(id, place));

export const keep = (id: string, place: Place, text: string | null): void => write(keyOf(id, place), text);

/** The draft of a turn; what of it was heard is kept beside its text. */
export function keptDraft(id: string): Draft {
  const text = kept(id, "draft") ?? "";
  try {
    const heard: unknown = JSON.parse(kept(id, "heard") ?? "null");
    return Array.isArray(heard) ? { text, spoken: true, unsure: within(text, heard as Stretch[]) } : { ...NOTHING, text };
  } catch {
    return { ...NOTHING, text };
  }
}

export function keepDraft(id: string, { text, spoken, unsure }: Draft): void {
  keep(id, "draft", text || null);
  keep(id, "heard", spoken ? JSON.stringify(unsure) : null);
}

export function keptOutbox(id: string): Outgoing[] {
  try {
    const found: unknown = JSON.parse(read(keyOf(id, "outbox")) ?? "[]");
    return Array.isArray(found) ? (found as Outgoing[]) : [];
  } catch {
    return [];
  }
}

export const keepOutbox = (id: string, outbox: Outgoing[]): void =>
  write(keyOf(id, "outbox"), outbox.length ? JSON.stringify(outbox) : null);
