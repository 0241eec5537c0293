/** The draft of a turn, and which stretches of it were perhaps misheard. Pure. */
import type { Schemas } from "@/api/client";

/** Where a piece of a text begins and where it ends, in characters, the end not in it. */
export type Stretch = [number, number];

export interface Draft {
  text: string;
  /** Any of it was said aloud. */
  spoken: boolean;
  /** What was perhaps misheard, in order. */
  unsure: Stretch[];
}

export const NOTHING: Draft = { text: "", spoken: false, unsure: [] };

/** Characters of the longest turn that the server takes. */
export const LONGEST = 60_000;

/** Stretches of one turn that the server takes. */
const MOST_UNSURE = 2000;

/** The draft with a phrase that was heard after it. */
export function appended(draft: Draft, phrase: Pick<Schemas["Phrase"], "text" | "unsure">): Draft {
  const before = /\S$/.test(draft.text) ? `${draft.text} ` : draft.text;
  const text = (before + phrase.text).slice(0, LONGEST);
  const heard = (phrase.unsure as Stretch[]).map(([begin, end]): Stretch => [begin + before.length, end + before.length]);
  return { text, spoken: true, unsure: [...draft.unsure, ...within(text, heard)] };
}

/** The draft after it was typed in: what the edit touched was looked at, and is marked no longer. */
export function edited(draft: Draft, text: string): Draft {
  if (!text.trim()) return { ...NOTHING, text };
  const [from, till] = changed(draft.text, text);
  const moved = text.length - draft.text.length;
  const unsure = draft.unsure.flatMap(([begin, end]): Stretch[] => {
    if (end <= from) return [[begin, end]];
    return begin >= till ? [[begin + moved, end + moved]] : [];
  });
  // What was typed right beside a word is part of it.
  return { ...draft, text, unsure: unsure.filter((stretch) => isWhole(text, stretch)) };
}

/** What of `before` the edit replaced: between what both have in common at the beginning and at the end. */
function changed(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let behind = 0;
  while (behind < shorter - same && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return [same, before.length - behind];
}

/** Whether no word goes on over one of its ends. */
function isWhole(text: string, [begin, end]: Stretch): boolean {
  return [begin, end].every((at) => !(isWord(text[at - 1]) && isWord(text[at])));
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** The draft with these words taken for right, wherever they stand. */
export function confirmed(draft: Draft, words: string): Draft {
  return { ...draft, unsure: draft.unsure.filter((stretch) => alike(cut(draft.text, stretch)) !== alike(words)) };
}

/** What was perhaps misheard, each once, and where it stands first. */
export function doubts({ text, unsure }: Draft): { words: string; stretch: Stretch }[] {
  const each = new Map<string, { words: string; stretch: Stretch }>();
  for (const stretch of unsure) {
    const words = cut(text, stretch);
    if (!each.has(alike(words))) each.set(alike(words), { words, stretch });
  }
  return [...each.values()];
}

const cut = (text: string, [begin, end]: Stretch): string => text.slice(begin, end);

const alike = (words: string): string => words.toLowerCase();

/** The draft as it is sent: without the blanks around it. */
export function trimmed({ text, spoken, unsure }: Draft): Draft {
  const bare = text.trim();
  const lead = text.length - text.trimStart().length;
  const moved = unsure.map(([begin, end]): Stretch => [begin - lead, end - lead]);
  return { text: bare, spoken, unsure: within(bare, moved).slice(0, MOST_UNSURE) };
}

/** Those that lie in the text: what was kept may be of another one. */
export function within(text: string, stretches: Stretch[]): Stretch[] {
  return stretches.filter(([begin, end]) => 0 <= begin && begin < end && end <= text.length);
}

/** The text in pieces, each with whether it was perhaps misheard. */
export function pieces(text: string, unsure: Stretch[]): { text: string; unsure: boolean }[] {
  const found: { text: string; unsure: boolean }[] = [];
  let at = 0;
  for (const [begin, end] of within(text, unsure)) {
    if (begin < at) continue;
    found.push({ text: text.slice(at, begin), unsure: false }, { text: text.slice(begin, end), unsure: true });
    at = end;
  }
  found.push({ text: text.slice(at), unsure: false });
  return found.filter((piece) => piece.text);
}
