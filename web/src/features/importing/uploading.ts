/** Sends a transcript to be looked at, or kept. */
import type { Schemas } from "@/api/client";

const LARGEST = 20 * 1024 * 1024;

/** What the reader knows better than the file. */
export interface Said {
  round: string;
  title: string;
  candidate: string;
  level: string;
}

export const NOTHING_SAID: Said = { round: "", title: "", candidate: "", level: "senior" };

export const look = (file: File, said: Said) => send<Schemas["Heard"]>("/api/transcripts/look", file, { ...said, level: "" });

export const bringIn = (file: File, said: Said) => send<Schemas["Begun"]>("/api/transcripts", file, said);

async function send<T>(path: string, file: File, said: Said): Promise<T> {
  if (file.size > LARGEST) throw new Error("The file is over 20 MB. Give one round a file, as text.");
  const form = new FormData();
  form.append("file", file);
  for (const [name, value] of Object.entries(said)) if (value) form.append(name, value as string);
  let answer: Response;
  try {
    answer = await fetch(path, { method: "POST", body: form });
  } catch {
    throw new Error("The server does not answer. Is `sparring serve` still running? What you pasted is still here.");
  }
  const came = (await answer.json().catch(() => ({}))) as T & { error?: string };
  if (!answer.ok) throw new Error(came.error ?? `The server could not read it (${answer.status}).`);
  return came;
}
