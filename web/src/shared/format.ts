/** Numbers and dates as people read them. */

export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
}

export function moment(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `strong_no_hire` as `Strong no hire`. */
export function words(id: string): string {
  const text = id.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Hire, perhaps no hire`: what was called is never told without its doubt. */
export function called(value: string, range: string): string {
  return [words(value), range].filter(Boolean).join(", ");
}

/** Where a language model is, as in "goes to …". */
export function whereabouts(where: string): string {
  return where === "this machine" ? "the server on this machine that you named" : where;
}
