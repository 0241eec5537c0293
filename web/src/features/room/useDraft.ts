import { useCallback, useRef, useState } from "react";
import { keepDraft, keptDraft } from "./keeping";
import type { Draft } from "./stretches";

/** The draft, readable at once by whoever adds to it: phrases come while one types. */
export function useDraft(id: string): [Draft, { current: Draft }, (next: Draft) => void] {
  const [draft, setDraft] = useState(() => keptDraft(id));
  const newest = useRef(draft);
  const set = useCallback(
    (next: Draft) => {
      newest.current = next;
      setDraft(next);
      keepDraft(id, next);
    },
    [id],
  );
  return [draft, newest, set];
}
