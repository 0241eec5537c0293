/** The frame of every page but the room: a way to each place, and the content. */
import { ActionIcon, Anchor, Container, Group, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import classes from "./Shell.module.css";

const PLACES = [
  { path: "/new", name: "New round" },
  { path: "/progress", name: "Progress" },
  { path: "/sessions", name: "Sessions" },
  { path: "/stories", name: "Stories" },
  { path: "/questions", name: "Questions" },
  { path: "/guides", name: "Guides" },
  { path: "/import", name: "Import" },
  { path: "/settings", name: "Settings" },
];

export function Shell({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  useEffect(() => {
    // A page that is gone to begins at its top; one that is gone back to stays where it was left.
    const top = () => window.scrollTo(0, 0);
    window.addEventListener("pushState", top);
    return () => window.removeEventListener("pushState", top);
  }, []);
  return (
    <>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.header}>
        <Container size="lg" className={classes.bar}>
          <Link href="/" className={classes.brand}>
            <img src="/favicon.svg" alt="" width={26} height={26} />
            <span>Interview Sparring</span>
          </Link>
          <nav aria-label="Places" className={classes.places}>
            {PLACES.map(({ path, name }) => (
              <Link
                key={path}
                href={path}
                className={classes.place}
                aria-current={location.startsWith(path) ? "page" : undefined}
              >
                {name}
              </Link>
            ))}
          </nav>
          <SchemeSwitch />
        </Container>
      </header>
      <Container size="lg" component="main" id="content" tabIndex={-1} className={classes.content}>
        {children}
      </Container>
      <footer className={classes.footer}>
        <Group justify="center" gap="lg">
          <span>Everything stays on this machine.</span>
          <Anchor component={Link} href="/guides/how_the_debrief_works" size="sm">
            What a debrief can and cannot know
          </Anchor>
        </Group>
      </footer>
    </>
  );
}

export function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const wanted = dark ? "light" : "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(wanted)}
      aria-label={`Change to the ${wanted} colours`}
      title={`Change to the ${wanted} colours`}
    >
      <svg width="18" height="18" viewBox="0 0 24 24" fill="currentColor" aria-hidden>
        <path d="M12 3a9 9 0 1 0 0 18V3z" />
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </ActionIcon>
  );
}
