import { Button, Group, Text, Tooltip } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { SchemeSwitch } from "@/shared/Shell";
import { HintButton } from "./HintButton";
import { PhaseRail } from "./PhaseRail";
import { Sure } from "./Sure";
import type { Live } from "./useRoom";
import classes from "./TopBar.module.css";

interface Props {
  live: Live;
  ledger: boolean;
  toggleLedger: () => void;
}

/** What the round is, where its clock stands, and what can be asked for. */
export function TopBar({ live, ledger, toggleLedger }: Props) {
  const [ending, setEnding] = useState(false);
  const { welcome, standing } = live.room;
  if (!welcome || !standing) return null;
  const over = standing.closed;
  const out = over || !live.room.connected;
  return (
    <header className={classes.bar}>
      <div className={classes.head}>
        <Link href="/" className={classes.leave} title="Leave; the clock stands still and nothing is lost">
          ← Leave
        </Link>
        <div className={classes.what}>
          <h1 className={classes.title}>{welcome.title}</h1>
          <Text size="xs" c="var(--quiet)" truncate>
            {welcome.interviewer}, {welcome.interviewer_title} · held against {welcome.level}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap" className={classes.keys}>
          <Tooltip label="The interviewer leaves you alone for a while">
            <Button size="xs" variant="default" disabled={out} onClick={() => live.send({ type: "think" })}>
              Thinking
            </Button>
          </Tooltip>
          <HintButton disabled={out} ask={() => live.send({ type: "hint" })} />
          <Tooltip label="Which signals were shown; never a rating (Ctrl+Shift+L)">
            <Button size="xs" variant="default" aria-pressed={ledger} onClick={toggleLedger}>
              Ledger
            </Button>
          </Tooltip>
          <Button size="xs" variant="default" disabled={over} onClick={() => setEnding(true)}>
            End
          </Button>
          <SchemeSwitch />
        </Group>
      </div>
      <PhaseRail phases={welcome.phases} standing={standing} reportedAt={live.reportedAt} />
      <Sure
        title="End the round now?"
        opened={ending && !over}
        close={() => setEnding(false)}
        keys={["Go on", "End the round"]}
        disabled={out}
        act={() => live.send({ type: "end" })}
      >
        {live.room.lines.some((line) => "speaker" in line && line.speaker === "candidate")
          ? "The interviewer closes, asks how you think it went, and you get the debrief of what there is."
          : "You have said nothing yet. If nothing was written or drawn either, there is no debrief, and the round counts for nothing."}
      </Sure>
    </header>
  );
}
