import { Button, CloseButton, Group, Text } from "@mantine/core";
import { doubts, type Draft, type Stretch } from "./stretches";

const MOST = 8;

interface Props {
  draft: Draft;
  /** To be typed over. */
  select: (stretch: Stretch) => void;
  /** Right as it is. */
  confirm: (words: string) => void;
}

/** What of the draft was perhaps misheard; a click leads there. */
export function Unsure({ draft, select, confirm }: Props) {
  const found = doubts(draft);
  if (found.length === 0) return null;
  return (
    <Group gap={6} mt={6} role="group" aria-label="Perhaps misheard">
      <Text size="xs" c="var(--quiet)">
        Perhaps misheard:
      </Text>
      {found.slice(0, MOST).map(({ words, stretch }) => (
        <Group key={words} gap={0} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            title="Select it in the draft, and type what you said"
            onClick={() => select(stretch)}
          >
            {words.length > 24 ? `${words.slice(0, 23)}…` : words}
          </Button>
          <CloseButton
            size="xs"
            aria-label={`“${words}” is right as it is`}
            title="Right as it is"
            onClick={() => confirm(words)}
          />
        </Group>
      ))}
      {found.length > MOST && (
        <Text size="xs" c="var(--quiet)">
          and {found.length - MOST} more
        </Text>
      )}
    </Group>
  );
}
