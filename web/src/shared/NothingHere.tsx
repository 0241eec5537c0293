import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useTitle } from "./useTitle";

export default function NothingHere() {
  useTitle("Nothing here");
  return (
    <Stack gap="xs">
      <Title order={1}>Nothing here</Title>
      <Text>
        No page has this address. Go to the <Anchor component={Link} href="/">start</Anchor> or to your{" "}
        <Anchor component={Link} href="/sessions">sessions</Anchor>.
      </Text>
    </Stack>
  );
}
