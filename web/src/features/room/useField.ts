import { useCallback, useLayoutEffect, useRef, type RefObject } from "react";

/**
 * The field of the draft, and what is to be called before a phrase is added to it: whoever types in the middle of the
 * draft stays there, and whoever is at its end sees what was heard.
 */
export function useField(text: string): [RefObject<HTMLTextAreaElement | null>, () => void] {
  const field = useRef<HTMLTextAreaElement>(null);
  const added = useRef(false);
  const caret = useRef<[number, number] | null>(null);
  const keepCaret = useCallback(() => {
    const box = field.current;
    added.current = true;
    const within = box !== null && box === document.activeElement && box.selectionEnd < box.value.length;
    caret.current = within ? [box.selectionStart, box.selectionEnd] : null;
  }, []);
  useLayoutEffect(() => {
    const box = field.current;
    if (!added.current || !box) return;
    added.current = false;
    if (caret.current) box.setSelectionRange(...caret.current);
    else box.scrollTop = box.scrollHeight;
  }, [text]);
  return [field, keepCaret];
}
