import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { data } from "@/api/client";
import { Problem } from "./Problem";

interface Props {
  title: string;
  /** What goes, and what stays. */
  says: string;
  remove: () => Parameters<typeof data>[0];
  /** What is read again once it is gone; everything where left out. */
  stale?: string[];
  close: () => void;
}

/** Asks before something goes for good. */
export function Removal({ title, says, remove, stale, close }: Props) {
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => data(remove()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: stale });
      close();
    },
  });
  return (
    <Modal opened onClose={close} title={title} centered>
      <Text mb="md">{says}</Text>
      {removal.error && <Problem error={removal.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
        <Button color="red" loading={removal.isPending} onClick={() => removal.mutate()}>
          Delete it
        </Button>
      </Group>
    </Modal>
  );
}
