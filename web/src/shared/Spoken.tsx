/** What the interviewer says, with the names of code in it set as code. */
export function Spoken({ text }: { text: string }) {
  return text.split(/`([^`\n]+)`/).map((part, k) => (k % 2 ? <code key={k}>{part}</code> : part));
}
