import { Text } from "@mantine/core";
import type { Schemas } from "@/api/client";
import type { Room } from "./reducer";
import classes from "./Coding.module.css";

/** What came of the open tests; the others stay closed until the stage is handed in. */
export function TestResults({ results, ran }: { results: Schemas["Results"] | null; ran: Room["ran"] }) {
  if (!results) {
    return (
      <Text size="sm" c="var(--quiet)">
        {ran
          ? `When you last ran them, ${ran.passed} of ${ran.total} open tests passed. Run them again to see each.`
          : "Nothing has been run at this stage yet. The open tests show how your code will be called; others stay closed until you hand in."}
      </Text>
    );
  }
  if (results.problem) {
    return (
      <p className={classes.failed} role="alert" style={{ margin: 0 }}>
        {results.problem}
      </p>
    );
  }
  const passed = results.cases.filter((each) => each.passed).length;
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {passed} of {results.cases.length} open tests pass
      </Text>
      {results.cases.map((each) => (
        <div key={each.title} className={classes.case}>
          <span className={each.passed ? classes.passed : classes.failed}>{each.passed ? "Passed" : "Failed"}</span>{" "}
          {each.title}
          {!each.passed && (
            <pre className={classes.output}>
              {`${each.after}\n\nexpected  ${each.expected}\ncame      ${each.came}`}
              {each.printed && `\nprinted   ${each.printed}`}
            </pre>
          )}
        </div>
      ))}
    </>
  );
}
