import { useEffect, useState } from "react";
import { data, GET } from "@/api/client";
import { OWN_DRAFT, read, write } from "@/shared/storage";
import type { OwnFile } from "./OwnPage";

interface Draft {
  text: string;
  setText: (text: string) => void;
  forget: () => void;
  /** Why the file could not be read; what is written then would replace it unseen. */
  error: Error | null;
}

/** The text of a file, or of the draft of it that was left in this browser. */
export function useDraft(file: OwnFile | null): Draft {
  const key = `${OWN_DRAFT}draft:${file ? `${file.kind}/${file.id}` : "new"}`;
  const [text, setText] = useState(() => read(key) ?? "");
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (!file || read(key)) return;
    data(GET("/api/own/{kind}/files/{name}", { params: { path: { kind: file.kind, name: file.id } } })).then(
      (came) => setText((now) => now || came.text),
      setError,
    );
  }, [file, key]);
  const change = (next: string) => {
    setText(next);
    write(key, next || null);
  };
  return { text, setText: change, forget: () => write(key, null), error };
}
