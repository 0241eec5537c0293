import { useEffect, useState } from "react";
import { data, GET } from "@/api/client";
import type { OwnFile } from "./OwnPage";

const KEY = "sparring:own:draft:";

/** The text of a file, or of the draft of it that was left in this browser. */
export function useDraft(file: OwnFile | null): [string, (text: string) => void, () => void] {
  const key = KEY + (file ? `${file.kind}/${file.id}` : "new");
  const [text, setText] = useState(() => read(key));
  useEffect(() => {
    if (!file || read(key)) return;
    data(GET("/api/own/{kind}/files/{name}", { params: { path: { kind: file.kind, name: file.id } } })).then(
      (came) => setText((now) => now || came.text),
      () => undefined,
    );
  }, [file, key]);
  const write = (next: string) => {
    setText(next);
    keep(key, next);
  };
  return [text, write, () => keep(key, "")];
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keep(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be full or forbidden; the draft then lasts as long as the page.
  }
}
