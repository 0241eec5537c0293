import { Text } from "@mantine/core";
import type { Schemas } from "@/api/client";
import classes from "./Stories.module.css";

/** The frame of a strong answer: the sentence that fills each part, or what would have to be added. */
export function Frame({ parts }: { parts: Schemas["PartView"][] }) {
  return (
    <dl className={classes.frame}>
      {parts.map((part) => (
        <div key={part.signal} data-missing={!part.quote}>
          <dt>
            {part.name}
            {!part.quote && <span className={classes.missing}>missing</span>}
          </dt>
          <dd>{part.quote ? <em>“{part.quote}”</em> : <Text size="sm">{part.add}</Text>}</dd>
        </div>
      ))}
    </dl>
  );
}
