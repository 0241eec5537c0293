import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { guides } from "@/api/queries";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import classes from "./Guides.module.css";

export default function GuidesPage() {
  useTitle("Guides");
  const { data, error, refetch } = useQuery(guides);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Fetching the guides…" />;
  return (
    <>
      <Title order={1} mb={4}>
        Guides
      </Title>
      <Text c="var(--quiet)" mb="lg">
        Short reading between reps. None of them replaces one.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {data.map((guide) => (
          <Paper key={guide.id} withBorder p="md" component={Link} href={`/guides/${guide.id}`} className={classes.card}>
            <Text fw={600}>{guide.title}</Text>
            <Text size="sm" c="var(--quiet)" mt={4}>
              {guide.about}
            </Text>
            <Text size="sm" mt="xs">
              {guide.minutes} min
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </>
  );
}
