import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { data, DELETE, type Schemas } from "@/api/client";
import { Problem } from "@/shared/Problem";

export function Removal({ story, close }: { story: Schemas["StoryView"]; close: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => data(DELETE("/api/stories/{story}", { params: { path: { story: story.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["stories"] });
      close();
    },
  });
  return (
    <Modal opened onClose={close} title="Delete this story?" centered>
      <Text mb="md">“{story.title}” goes for good. The round it was told in stays.</Text>
      {remove.error && <Problem error={remove.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          Delete it
        </Button>
      </Group>
    </Modal>
  );
}
