/** CodeMirror for Python. Typing never waits for anything: the text is told to the room, not asked of it. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useComputedColorScheme } from "@mantine/core";
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import { darkHighlight, lightHighlight, look } from "./editorLook";

/** Ctrl+Shift+L is the room's key for the ledger. */
const search = searchKeymap.filter(({ key }) => key !== "Mod-Shift-l");

export interface EditorHandle {
  /** Replace the text by what another window has written; what is the same is left alone. */
  show: (text: string) => void;
}

interface Props {
  first: string;
  changed: (text: string) => void;
  readOnly: boolean;
}

export const Editor = forwardRef<EditorHandle, Props>(function Editor({ first, changed, readOnly }, handle) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(changed);
  const foreign = useRef(false);
  const [scheme] = useState(() => new Compartment());
  const [writing] = useState(() => new Compartment());
  const dark = useComputedColorScheme("light") === "dark";
  const [begin] = useState({ first, dark, readOnly });

  useEffect(() => {
    told.current = changed;
  });

  useEffect(() => {
    const made = new EditorView({
      parent: place.current as HTMLDivElement,
      state: EditorState.create({
        doc: begin.first,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          indentUnit.of("    "),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          python(),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...search, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({ "aria-label": "Your code. Escape, then Tab leaves the editor.", tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !foreign.current) told.current(update.state.doc.toString());
          }),
          scheme.of(lookOf(begin.dark)),
          writing.of(EditorState.readOnly.of(begin.readOnly)),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [begin, scheme, writing]);

  useEffect(() => {
    view.current?.dispatch({ effects: scheme.reconfigure(lookOf(dark)) });
  }, [dark, scheme]);
  useEffect(() => {
    view.current?.dispatch({ effects: writing.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly, writing]);

  useImperativeHandle(handle, () => ({
    show(text) {
      const shown = view.current;
      if (!shown || shown.state.doc.toString() === text) return;
      foreign.current = true;
      shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: text } });
      foreign.current = false;
    },
  }));

  return <div ref={place} style={{ height: "100%" }} />;
});

function lookOf(dark: boolean) {
  return [look(dark), syntaxHighlighting(dark ? darkHighlight : lightHighlight)];
}
