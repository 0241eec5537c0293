import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const look = (dark: boolean) =>
  EditorView.theme(
    {
      "&": { height: "100%", fontSize: "14px", backgroundColor: "var(--card)", color: "var(--mantine-color-text)" },
      "&.cm-focused": { outline: "none" },
      ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.55" },
      ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--quiet)", border: "none" },
      ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--wash)" },
      ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
      "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--marked) !important" },
    },
    { dark },
  );

export const darkHighlight = HighlightStyle.define([
  { tag: tags.keyword, color: "#c4a7ff" },
  { tag: [tags.string, tags.special(tags.string)], color: "#a5d6a0" },
  { tag: [tags.number, tags.bool, tags.null], color: "#f0b37e" },
  { tag: tags.comment, color: "#98a1b3", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], color: "#82b7ff" },
  { tag: [tags.className, tags.typeName], color: "#f2cf77" },
  { tag: tags.operator, color: "#cfd6e4" },
]);

export const lightHighlight = HighlightStyle.define([
  { tag: tags.keyword, color: "#7b1fa2" },
  { tag: [tags.string, tags.special(tags.string)], color: "#1b6e3c" },
  { tag: [tags.number, tags.bool, tags.null], color: "#a14a00" },
  { tag: tags.comment, color: "#5f6675", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], color: "#1d4fc4" },
  { tag: [tags.className, tags.typeName], color: "#8a5a00" },
]);
