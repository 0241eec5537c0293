import { Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { data, POST, type Schemas } from "@/api/client";
import { keep, kept } from "./keeping";
import classes from "./Design.module.css";

const REST = 250;
const EXAMPLE = "dau = 20M users\nreads = dau * 12 requests/day\nreads * 8\nstore = reads * 300 bytes * 2 years";

/** Lines of sums with units, each worked out beside it. For the candidate alone: what counts is what they say. */
export function EstimatePad({ id }: { id: string }) {
  const [text, setText] = useState(() => kept(id, "pad") ?? "");
  const [lines, setLines] = useState<Schemas["EstimateLine"][]>([]);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    keep(id, "pad", text || null);
    let late = false;
    const timer = setTimeout(() => {
      data(POST("/api/estimate", { body: { text } })).then(
        (came) => !late && (setLines(came), setProblem("")),
        (error: Error) => !late && setProblem(error.message),
      );
    }, REST);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [id, text]);
  return (
    <>
      <Text size="sm" c="var(--quiet)" mb="sm">
        Name numbers, multiply with units, convert with “in”. The pad is yours; say aloud what you conclude from it.
      </Text>
      <div className={classes.pad}>
        <textarea
          className={classes.input}
          aria-label="Estimates, one sum a line"
          placeholder={EXAMPLE}
          spellCheck={false}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={classes.values} role="status" aria-label="What each line comes to">
          {lines.map((line, k) => (
            <div key={k} className={line.problem ? classes.wrong : undefined} title={line.problem}>
              {line.value || line.problem || "\u00a0"}
            </div>
          ))}
        </div>
      </div>
      {problem && (
        <Text size="sm" c="var(--bad)" role="alert">
          {problem}
        </Text>
      )}
    </>
  );
}
