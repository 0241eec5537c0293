import { useEffect } from "react";

/** The page's name in the tab, and first in what a screen reader says. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Interview Sparring` : "Interview Sparring";
  }, [title]);
}
