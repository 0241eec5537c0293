/** Text that is kept in this browser. Storage may be full or forbidden; every page works without it. */

/** How the keys of drafts of one's own questions begin; they belong to no session. */
export const OWN_DRAFT = "sparring:own:";

export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Null forgets what was kept; an empty text is a text. */
export function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // What is typed then lasts as long as the page.
  }
}

/** What rooms keep goes with their sessions: with one, or with all where none is named. */
export function forgetTyped(session?: string): void {
  const isTyped = (key: string) =>
    session ? key.startsWith(`sparring:${session}:`) : key.startsWith("sparring:") && !key.startsWith(OWN_DRAFT);
  try {
    Object.keys(localStorage)
      .filter(isTyped)
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}
