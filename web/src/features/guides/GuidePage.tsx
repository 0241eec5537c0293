import { Anchor, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { guide } from "@/api/queries";
import { Markdown } from "@/shared/Markdown";
import { Problem } from "@/shared/Problem";
import { useTitle } from "@/shared/useTitle";
import { Waiting } from "@/shared/Waiting";
import classes from "./Guides.module.css";

export default function GuidePage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(guide(id));
  useTitle(data?.title ?? "Guide");
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Fetching the guide…" />;
  return (
    <article className={classes.page}>
      <Anchor component={Link} href="/guides" size="sm">
        All guides
      </Anchor>
      <Title order={1} mt="xs">
        {data.title}
      </Title>
      <Text c="var(--quiet)" mb="lg">
        {data.about} · {data.minutes} min
      </Text>
      <Markdown text={data.body} />
    </article>
  );
}
