import { Badge, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import type { Schemas } from "@/api/client";
import { Quote } from "./Quote";
import classes from "./SignalCard.module.css";

interface Props {
  rated: Schemas["Rated"];
  jump?: (turn: number) => void;
  predicted?: number;
}

/** One signal: its rating with the interval, what carried it, and the sentences that show it. */
export function SignalCard({ rated, jump, predicted }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Paper withBorder>
      <UnstyledButton
        className={classes.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.title}>{rated.title}</span>
        <Bar value={rated.value} interval={rated.interval} />
        <Text span size="sm" c="var(--quiet)" className={classes.counts}>
          {countsOf(rated)}
          {rated.opinions && ` · ${rated.opinions}`}
          {predicted !== undefined && ` · you said ${predicted}`}
        </Text>
        <span aria-hidden className={classes.chevron} data-open={open}>
          ›
        </span>
      </UnstyledButton>
      <Text className={classes.reason}>{rated.reason}</Text>
      {rated.missed.map((anchor) => (
        <Text key={anchor} size="sm" c="var(--quiet)">
          · {anchor}
        </Text>
      ))}
      <Stack gap="sm" className={classes.body} id={id} data-open={open}>
        {rated.seen.map((seen, k) => (
          <div key={k}>
            <Quote cited={seen.cited} jump={jump} />
            <Group gap={6} mt={4}>
              <Badge size="sm" variant="light" color={seen.for_better ? "green" : "red"} className={classes.badge}>
                {seen.for_better ? (seen.volunteered ? "for, volunteered" : "for, when asked") : "against"}
              </Badge>
              <Text size="sm">{seen.why}</Text>
              <Text size="xs" c="var(--quiet)">
                {seen.source}
              </Text>
            </Group>
          </div>
        ))}
        {rated.met.map((anchor) => (
          <Text key={anchor} size="sm">
            ✓ {anchor}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}

function Bar({ value, interval }: { value: number; interval: string }) {
  return (
    <span className={classes.rating} title={`80 % interval ${interval}`}>
      <span aria-hidden className={classes.boxes}>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-full={step <= value} />
        ))}
      </span>
      <b>
        {value}
        <span className="visually-hidden"> of 4, interval {interval}</span>
      </b>
      <span aria-hidden className={classes.interval}>
        {interval}
      </span>
    </span>
  );
}

function countsOf({ volunteered, prompted, against, source, interval }: Schemas["Rated"]): string {
  const counts = [
    [volunteered, "volunteered"],
    [prompted, "when asked"],
    [against, "against"],
  ] as const;
  return counts.flatMap(([count, what]) => (count ? [`${count} ${what}`] : [])).join(", ") || (source === interval ? "" : source);
}
