import { Text, Title } from "@mantine/core";
import type { Schemas } from "@/api/client";
import classes from "./Stories.module.css";

const SHOWS = 3;

/** Which story shows which signal, and what none of them shows. */
export function Matrix({ bank }: { bank: Schemas["StoriesView"] }) {
  const holes = bank.signals.filter((signal) => bank.holes.includes(signal.id));
  return (
    <section>
      <Title order={2} mb="xs">
        What they show
      </Title>
      <Text mb="sm">
        {holes.length
          ? `No story shows: ${holes.map((signal) => signal.title.toLowerCase()).join(", ")}. That is the next one to find.`
          : "Every signal is shown by some story."}
      </Text>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="Stories by signal">
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">Story</th>
              {bank.signals.map((signal) => (
                <th key={signal.id} scope="col" data-hole={bank.holes.includes(signal.id)}>
                  {signal.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bank.stories.map((story) => (
              <tr key={story.id}>
                <th scope="row">{story.title}</th>
                {bank.signals.map((signal) => {
                  const rating = story.parsed.ratings[signal.id];
                  return (
                    <td key={signal.id} data-shows={(rating ?? 0) >= SHOWS}>
                      {rating ?? <span className="visually-hidden">nothing</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
