/** The interviewer's new lines in the browser's own voice. */
import { useCallback, useEffect, useRef, useState } from "react";
import { read, write } from "@/shared/storage";
import { isTurn, type Room } from "./reducer";

const KEY = "sparring:read-aloud";
export const NO_VOICE = "This browser has no English voice of its own; voices that send the text elsewhere are not used.";

/** How often, in milliseconds, it is looked whether a line is still being read. */
const LOOKED_EVERY = 500;

export interface ReadAloud {
  wanted: boolean;
  /** There is a voice on this machine. */
  possible: boolean;
  /** A line is being read. */
  reading: boolean;
  toggle: () => void;
  stop: () => void;
}

/** `hushed` is whether the candidate is speaking: nobody is read into that. */
export function useReadAloud({ lines, welcome }: Room, hushed: boolean): ReadAloud {
  const voice = useOwnVoice();
  const [wanted, setWanted] = useState(() => read(KEY) === "yes");
  const [reading, setReading] = useState(false);
  /** Kept while it is read: a browser forgets to say that one has ended that nobody holds. */
  const held = useRef<SpeechSynthesisUtterance[]>([]);
  /** Newest line that is not to be read any more; what was there when the page was opened is not read. */
  const done = useRef<number | null>(null);

  const stop = useCallback(() => {
    window.speechSynthesis?.cancel();
    setReading(false);
  }, []);

  useEffect(() => {
    const last = lines.at(-1);
    if (!welcome || !last) return;
    const first = done.current === null ? Math.max(welcome.last, 1) : done.current;
    done.current = Math.max(first, last.seq);
    if (!wanted || !voice || hushed) return;
    for (const line of lines.slice(lines.findLastIndex(({ seq }) => seq <= first) + 1)) {
      if (!isTurn(line) || line.speaker !== "interviewer") continue;
      const spoken = new SpeechSynthesisUtterance(sayable(line.text));
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.onstart = () => setReading(true);
      spoken.onend = spoken.onerror = () => setReading(false);
      held.current = [...held.current.slice(-9), spoken];
      window.speechSynthesis.speak(spoken);
    }
  }, [lines, wanted, voice, welcome, hushed]);
  useEffect(() => {
    if (hushed) window.speechSynthesis?.cancel();
  }, [hushed]);
  // The microphone waits for the end, and some browsers do not tell it.
  useEffect(() => {
    if (!reading) return;
    const look = window.setInterval(() => window.speechSynthesis.speaking || setReading(false), LOOKED_EVERY);
    return () => clearInterval(look);
  }, [reading]);
  // Leaving the room.
  useEffect(() => () => window.speechSynthesis?.cancel(), []);

  const toggle = () => {
    write(KEY, wanted ? null : "yes");
    if (wanted) stop();
    setWanted(!wanted);
  };
  return { wanted, possible: voice !== null, reading, toggle, stop };
}

/** An English voice that needs nobody else; voices are found late. */
function useOwnVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const synthesis = window.speechSynthesis;
    if (!synthesis) return;
    const look = () => setVoice(ownVoice(synthesis.getVoices()));
    look();
    synthesis.addEventListener("voiceschanged", look);
    return () => synthesis.removeEventListener("voiceschanged", look);
  }, []);
  return voice;
}

/** The default voice where it may be used, else the first that may. */
export function ownVoice(voices: Pick<SpeechSynthesisVoice, "localService" | "lang" | "default">[]): SpeechSynthesisVoice | null {
  const own = voices.filter((voice) => voice.localService && /^en(?![a-z])/i.test(voice.lang));
  return (own.find((voice) => voice.default) ?? own[0] ?? null) as SpeechSynthesisVoice | null;
}

/** What is read of a line: marks of code are seen, not heard. */
export const sayable = (text: string): string => text.replace(/[`*_]+/g, "").replace(/\s+/g, " ").trim();
