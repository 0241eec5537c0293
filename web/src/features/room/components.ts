/** What a drawn system is made of. The ids are the ones the interviewer reads off the board. */

export const KINDS = [
  { id: "client", name: "Client" },
  { id: "load_balancer", name: "Load balancer" },
  { id: "service", name: "Service" },
  { id: "cache", name: "Cache" },
  { id: "queue", name: "Queue" },
  { id: "worker", name: "Worker" },
  { id: "sql", name: "SQL database" },
  { id: "kv", name: "Key-value store" },
  { id: "object_store", name: "Object store" },
  { id: "search", name: "Search index" },
  { id: "cdn", name: "CDN" },
] as const;

export type KindId = (typeof KINDS)[number]["id"];

export const nameOf = (kind: string): string => KINDS.find((each) => each.id === kind)?.name ?? "Component";

interface Box {
  type: string;
  x: number;
  y: number;
  width: number;
}

const STEP = { x: 230, y: 130 };
const COLUMNS = 3;

/** The first free place of a loose grid, row by row. */
export function placeFor(elements: readonly Box[]): { x: number; y: number } {
  const boxes = elements.filter((each) => each.type !== "text" && each.type !== "arrow");
  for (let k = 0; ; k++) {
    const place = { x: (k % COLUMNS) * STEP.x, y: Math.floor(k / COLUMNS) * STEP.y };
    const taken = boxes.some((box) => Math.abs(box.x - place.x) < STEP.x * 0.8 && Math.abs(box.y - place.y) < STEP.y * 0.7);
    if (!taken) return place;
  }
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP = 6;

/** From where to where an arrow between two boxes runs: along the line of their centres, outside of both. */
export function between(from: Area, to: Area): { x: number; y: number; dx: number; dy: number } {
  const [a, b] = [centre(from), centre(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const leave = share(from, dx, dy);
  const arrive = 1 - share(to, dx, dy);
  if (leave >= arrive) return { ...a, dx, dy };
  return { x: a.x + dx * leave, y: a.y + dy * leave, dx: dx * (arrive - leave), dy: dy * (arrive - leave) };
}

const centre = (area: Area) => ({ x: area.x + area.width / 2, y: area.y + area.height / 2 });

/** How much of the way from a box's centre lies inside of it. */
function share(area: Area, dx: number, dy: number): number {
  const across = dx ? (area.width / 2 + GAP) / Math.abs(dx) : Infinity;
  const down = dy ? (area.height / 2 + GAP) / Math.abs(dy) : Infinity;
  return Math.min(across, down);
}
