import { Typography } from "@mantine/core";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/** A wide table scrolls in a box of its own, which the keyboard can reach. */
const COMPONENTS: Components = {
  table: ({ children }) => (
    <div style={{ overflowX: "auto" }} tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  // The corner above the row headings is no heading.
  th: ({ children, style }) => (children ? <th style={style}>{children}</th> : <td />),
};

/** Guides as written. Raw HTML in the text is never markup. */
export function Markdown({ text }: { text: string }) {
  return (
    <Typography>
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </Typography>
  );
}
