/** What was typed and is not in the log yet, kept in this browser, so that a crash of the page loses nothing. */
import { read, write } from "@/shared/storage";
import type { Outgoing } from "./reducer";

export type Place = "draft" | "code" | "board" | "pad" | "scratch" | "view";

const keyOf = (id: string, place: Place | "outbox") => `sparring:${id}:${place}`;

/** Null where nothing was kept, which is not the same as an emptied editor. */
export const kept = (id: string, place: Place): string | null => read(keyOf(id, place));

export const keep = (id: string, place: Place, text: string | null): void => write(keyOf(id, place), text);

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
