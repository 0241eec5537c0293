import { createTheme } from "@mantine/core";

export const theme = createTheme({
  primaryColor: "indigo",
  // The lighter default shades fail contrast against white text.
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "md",
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', 'Cascadia Code', Menlo, Consolas, monospace",
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.75rem" }, h2: { fontSize: "1.25rem" } } },
  respectReducedMotion: true,
});
