import { useEffect, useState } from "react";
import type { Schemas } from "@/api/client";
import { nowOf } from "./reducer";

/** Seconds since the round began, counted on between the server's reports. */
export function useNow(standing: Schemas["Standing"], reportedAt: number): number {
  const [present, setPresent] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setPresent(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return nowOf(standing, reportedAt, Math.max(present, reportedAt));
}
