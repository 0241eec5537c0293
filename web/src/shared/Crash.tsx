import { Component, type ErrorInfo, type ReactNode } from "react";

const RELOADED = "sparring:reloaded";

interface State {
  error: Error | null;
}

/** The page broke: what was typed is kept in this browser, and loading the page again brings it back. */
export class Crash extends Component<{ children: ReactNode }, State> {
  state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  componentDidCatch(error: Error, info: ErrorInfo) {
    // The program was updated under an open tab: its old parts are gone, and loading the page gets the new ones.
    if (/dynamically imported module|Importing a module script failed/.test(error.message)) {
      const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
      if (Date.now() - last > 30_000) {
        sessionStorage.setItem(RELOADED, String(Date.now()));
        location.reload();
        return;
      }
    }
    console.error(error, info.componentStack);
  }

  render() {
    if (!this.state.error) return this.props.children;
    return (
      <main style={{ maxWidth: 560, margin: "15vh auto", padding: "0 16px", fontFamily: "system-ui" }}>
        <h1>This page broke</h1>
        <p>Nothing is lost: the session is on disk, and what you were typing is kept in this browser.</p>
        <p>
          <button onClick={() => location.reload()}>Load the page again</button>{" "}
          <a href="/sessions">See all sessions</a>
        </p>
        <pre style={{ whiteSpace: "pre-wrap", opacity: 0.7 }}>{this.state.error.message}</pre>
      </main>
    );
  }
}
