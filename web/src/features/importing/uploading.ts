/** Sends a transcript to be looked at, or kept. */
import type { Schemas } from "@/api/client";

const LARGEST = 20 * 1024 * 1024;
/** The server's sentences name options of the terminal too. */
const FOR_THE_TERMINAL = / \((?:or )?--\w+\)| with --\w+/g;

/** What the reader knows better than the file; empty where the file is right. */
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
  await check(file);
  const form = new FormData();
  form.append("file", file);
  for (const [name, value] of Object.entries(said)) if (value.trim()) form.append(name, value.trim());
  let answer: Response;
  try {
    answer = await fetch(path, { method: "POST", body: form });
  } catch {
    throw new Error("The server does not answer. Start `sparring serve` again and try once more; what you pasted is still here.");
  }
  const came = (await answer.json().catch(() => ({}))) as T & { error?: string };
  if (!answer.ok) {
    throw new Error(came.error?.replace(FOR_THE_TERMINAL, "") ?? `The server could not read it (${answer.status}). Try again.`);
  }
  return came;
}

/** A folder, and a file that was changed since it was chosen, fail here; sent, they look like a lost connection. */
async function check(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new Error("This cannot be read: it is a folder, or it was moved or changed. Choose the file again.");
  }
}
