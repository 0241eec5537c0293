/** Which page answers which address. Every page is loaded when it is first opened. */
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Crash } from "@/shared/Crash";
import { Shell } from "@/shared/Shell";
import { Waiting } from "@/shared/Waiting";
import { StartPage } from "@/features/start/StartPage";

const SetupPage = lazy(() => import("@/features/setup/SetupPage"));
const RoomPage = lazy(() => import("@/features/room/RoomPage"));
const DebriefPage = lazy(() => import("@/features/debrief/DebriefPage"));
const ReplayPage = lazy(() => import("@/features/debrief/ReplayPage"));
const ComparePage = lazy(() => import("@/features/debrief/ComparePage"));
const ProgressPage = lazy(() => import("@/features/progress/ProgressPage"));
const StoriesPage = lazy(() => import("@/features/stories/StoriesPage"));
const SessionsPage = lazy(() => import("@/features/sessions/SessionsPage"));
const QuestionsPage = lazy(() => import("@/features/questions/QuestionsPage"));
const OwnPage = lazy(() => import("@/features/own/OwnPage"));
const ImportPage = lazy(() => import("@/features/importing/ImportPage"));
const GuidesPage = lazy(() => import("@/features/guides/GuidesPage"));
const GuidePage = lazy(() => import("@/features/guides/GuidePage"));
const SettingsPage = lazy(() => import("@/features/settings/SettingsPage"));
const NothingHere = lazy(() => import("@/shared/NothingHere"));

export function App() {
  return (
    <Crash>
      <Suspense fallback={<Waiting what="Loading…" />}>
        <Switch>
          <Route path="/room/:id">{({ id }) => <RoomPage key={id} id={id} />}</Route>
          <Route>
            <Shell>
              <Suspense fallback={<Waiting what="Loading…" />}>
                <Pages />
              </Suspense>
            </Shell>
          </Route>
        </Switch>
      </Suspense>
    </Crash>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={StartPage} />
      <Route path="/new" component={SetupPage} />
      <Route path="/debrief/:id">{({ id }) => <DebriefPage key={id} id={id} />}</Route>
      <Route path="/replay/:id">{({ id }) => <ReplayPage key={id} id={id} />}</Route>
      <Route path="/compare/:first/:second">
        {({ first, second }) => <ComparePage key={first + second} first={first} second={second} />}
      </Route>
      <Route path="/progress" component={ProgressPage} />
      <Route path="/stories" component={StoriesPage} />
      <Route path="/sessions" component={SessionsPage} />
      <Route path="/questions" component={QuestionsPage} />
      <Route path="/own" component={OwnPage} />
      <Route path="/import" component={ImportPage} />
      <Route path="/guides" component={GuidesPage} />
      <Route path="/guides/:id">{({ id }) => <GuidePage key={id} id={id} />}</Route>
      <Route path="/settings" component={SettingsPage} />
      <Route component={NothingHere} />
    </Switch>
  );
}
