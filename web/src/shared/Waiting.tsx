import { Center, Loader, Text } from "@mantine/core";

/** Something is on its way; says what, for those who cannot see the circle. */
export function Waiting({ what }: { what: string }) {
  return (
    <Center py="xl" role="status" style={{ flexDirection: "column", gap: 12 }}>
      <Loader size="sm" aria-hidden />
      <Text c="var(--quiet)">{what}</Text>
    </Center>
  );
}
