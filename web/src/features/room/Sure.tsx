import { Button, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: string;
  opened: boolean;
  close: () => void;
  /** What leaves things as they are, and what does it. */
  keys: [string, string];
  disabled?: boolean;
  /** Whether the key that does it has the focus. */
  ready?: boolean;
  /** False where it could not be sent. */
  act: () => boolean;
  children: ReactNode;
}

/** Asks before something that cannot be taken back in a round. */
export function Sure({ title, opened, close, keys: [keep, go], disabled, ready, act, children }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={title} centered>
      <Text mb="md">{children}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {keep}
        </Button>
        {/* On its way out the dialog can still be clicked, and would do it twice. */}
        <Button disabled={disabled} data-autofocus={ready} onClick={() => opened && act() && close()}>
          {go}
        </Button>
      </Group>
    </Modal>
  );
}
