/** What was typed and is not in the log yet, kept in this browser, so that a crash of the page loses nothing. */
import type { Outgoing } from "./reducer";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be full or forbidden; the room works without it.
  }
}

type Place = "draft" | "code" | "pad" | "scratch" | "view";

const keyOf = (id: string, place: Place | "outbox") => `sparring:${id}:${place}`;

export const kept = (id: string, place: Place): string => read(keyOf(id, place)) ?? "";

export const keep = (id: string, place: Place, text: string): void => write(keyOf(id, place), text);

export function keptOutbox(id: string): Outgoing[] {
  try {
    const found: unknown = JSON.parse(read(keyOf(id, "outbox")) ?? "[]");
    return Array.isArray(found) ? (found as Outgoing[]) : [];
  } catch {
    return [];
  }
}

export const keepOutbox = (id: string, outbox: Outgoing[]): void =>
  write(keyOf(id, "outbox"), outbox.length ? JSON.stringify(outbox) : "");
