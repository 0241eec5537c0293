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
  const { data: text, error, refetch } = useQuery(guide(id));
  const title = text?.title ?? "Guide";
  useTitle(title);
  return (
    <article className={classes.page}>
      <Anchor component={Link} href="/guides" size="sm">
        All guides
      </Anchor>
      <Title order={1} mt="xs">
        {title}
      </Title>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!text && !error && <Waiting what="Fetching the guide…" />}
      {text && (
        <>
          <Text c="var(--quiet)" mb="lg">
            {text.about} · {text.minutes} min to read
          </Text>
          <Markdown text={text.body} />
        </>
      )}
    </article>
  );
}
