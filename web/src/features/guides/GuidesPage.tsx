import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { guides } from "@/api/queries";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import classes from "./Guides.module.css";

export default function GuidesPage() {
  useTitle("Guides");
  const { data: all, error, refetch } = useQuery(guides);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Guides</Title>
        <Text c="var(--quiet)">Short reading between reps. None of them replaces one.</Text>
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!all && !error && <Waiting what="Fetching the guides…" />}
      {all?.length === 0 && <Text>No guide is installed here.</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {all?.map((guide) => (
          <Paper key={guide.id} withBorder p="md" component={Link} href={`/guides/${guide.id}`} className={classes.card}>
            <Title order={2} size="h5">
              {guide.title}
            </Title>
            <Text size="sm" c="var(--quiet)" mt={4}>
              {guide.about}
            </Text>
            <Text size="sm" mt="xs">
              {guide.minutes} min to read
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
