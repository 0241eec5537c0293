import { Text, Title } from "@mantine/core";
import type { Schemas } from "@/api/client";
import classes from "./Progress.module.css";

/** Minutes trained by week. A gap is a gap; nobody is scolded for it. */
export function Weeks({ weeks, minutes }: { weeks: Schemas["WeekView"][]; minutes: number }) {
  const most = Math.max(60, ...weeks.map((week) => week.minutes));
  return (
    <section>
      <Title order={2} mb="xs">
        Time
      </Title>
      <Text mb="sm">{minutes >= 60 ? `${(minutes / 60).toFixed(1)} hours` : `${Math.round(minutes)} minutes`} in all.</Text>
      <div className={classes.bars} role="img" aria-label={weeks.map((week) => `${week.monday}: ${Math.round(week.minutes)} min`).join(", ")}>
        {weeks.map((week) => (
          <div key={week.monday} className={classes.week} aria-hidden>
            {week.minutes > 0 && Math.round(week.minutes)}
            <div className={classes.bar} style={{ height: `${(week.minutes / most) * 80}%` }} />
            {new Date(`${week.monday}T00:00`).toLocaleDateString(undefined, { day: "numeric", month: "short" })}
          </div>
        ))}
      </div>
    </section>
  );
}
