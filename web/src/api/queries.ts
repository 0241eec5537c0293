/** What pages read, and how long it stays fresh. */
import { queryOptions } from "@tanstack/react-query";
import { data, GET, type Schemas } from "./client";

const FOR_EVER = Infinity;

/** The client's types forget how long a tuple is. */
const debriefView = (view: unknown) => view as Schemas["DebriefView"];

export const choices = queryOptions({
  queryKey: ["choices"],
  queryFn: () => data(GET("/api/choices")),
  staleTime: FOR_EVER,
});

export const sample = queryOptions({ queryKey: ["sample"], queryFn: async () => debriefView(await data(GET("/api/sample"))), staleTime: FOR_EVER });

export const sessions = queryOptions({ queryKey: ["sessions"], queryFn: () => data(GET("/api/sessions")) });

export const questions = queryOptions({ queryKey: ["questions"], queryFn: () => data(GET("/api/questions")) });

export const guides = queryOptions({
  queryKey: ["guides"],
  queryFn: () => data(GET("/api/guides")),
  staleTime: FOR_EVER,
});

export const guide = (id: string) =>
  queryOptions({
    queryKey: ["guides", id],
    queryFn: () => data(GET("/api/guides/{guide}", { params: { path: { guide: id } } })),
    staleTime: FOR_EVER,
  });

export const about = queryOptions({ queryKey: ["about"], queryFn: () => data(GET("/api/about")) });

export const debrief = (id: string) =>
  queryOptions({
    queryKey: ["debrief", id],
    queryFn: async () =>
      debriefView(await data(GET("/api/sessions/{session}/debrief", { params: { path: { session: id } } }))),
  });

export const secondRater = queryOptions({ queryKey: ["second rater"], queryFn: () => data(GET("/api/second")) });

/** How it stands with measuring who gives them; looked at again while it goes on. */
export const calibration = queryOptions({
  queryKey: ["second", "calibration"],
  queryFn: () => data(GET("/api/second/calibration")),
  refetchInterval: ({ state }) => (state.data?.state === "asking" ? 1000 : false),
});

/** How it stands with a second opinion; looked at again while one is in the making. */
export const second = (id: string) =>
  queryOptions({
    queryKey: ["second", id],
    queryFn: () => data(GET("/api/sessions/{session}/second", { params: { path: { session: id } } })),
    refetchInterval: ({ state }) => (state.data?.state === "asking" ? 1000 : false),
  });

export const events = (id: string) =>
  queryOptions({
    queryKey: ["events", id],
    queryFn: () => data(GET("/api/sessions/{session}/events", { params: { path: { session: id } } })),
  });

export const progress = queryOptions({ queryKey: ["progress"], queryFn: () => data(GET("/api/progress")) });

export const nextRep = queryOptions({ queryKey: ["next"], queryFn: () => data(GET("/api/next")) });

export const stories = queryOptions({ queryKey: ["stories"], queryFn: () => data(GET("/api/stories")) });

export const answering = (question: string) =>
  queryOptions({
    queryKey: ["stories", "answering", question],
    queryFn: () => data(GET("/api/questions/{question}/stories", { params: { path: { question } } })),
  });
