/** Typed calls to the server; every failure is an Error whose message can be shown as it is. */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

const client = createClient<paths>({ baseUrl: "/" });
export const { GET, POST, PUT, DELETE } = client;

const AWAY = "The server does not answer. Is `sparring serve` still running? Start it again; nothing is lost.";

/** The data of an answer, or an Error with the server's own sentence. */
export async function data<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let came;
  try {
    came = await answer;
  } catch {
    throw new Error(AWAY);
  }
  if (came.response.ok) return came.data as T;
  // The server was started again, and with it every signing-in ended.
  if (came.response.status === 401) location.assign("/login");
  const error = came.error as { error?: string } | undefined;
  throw new Error(error?.error ?? `The server could not do that (${came.response.status}). Try again.`);
}
