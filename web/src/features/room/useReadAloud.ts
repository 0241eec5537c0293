/** The interviewer's new lines in the browser's own voice. */
import { useCallback, useEffect, useRef, useState } from "react";
import { read, write } from "@/shared/storage";
import { isTurn, type Room } from "./reducer";

const KEY = "sparring:read-aloud";
export const NO_VOICE = "This browser has no English voice of its own; voices that send the text elsewhere are not used.";

export interface ReadAloud {
  wanted: boolean;
  /** There is a voice on this machine. */
  possible: boolean;
  /** A line is being read. */
  reading: boolean;
  toggle: () => void;
  stop: () => void;
}

export function useReadAloud({ lines, welcome }: Room): ReadAloud {
  const voice = useOwnVoice();
  const [wanted, setWanted] = useState(() => read(KEY) === "yes");
  const [reading, setReading] = useState(false);
  const last = lines.findLast((line) => isTurn(line) && line.speaker === "interviewer");
  /** Newest line that is not to be read any more; what was there when the page was opened is not read. */
  const done = useRef<number | null>(null);

  const stop = useCallback(() => {
    window.speechSynthesis?.cancel();
    setReading(false);
  }, []);

  useEffect(() => {
    if (!welcome || !last) return;
    const first = done.current === null ? Math.max(welcome.last, 1) : done.current;
    done.current = Math.max(first, last.seq);
    if (!wanted || !voice || last.seq <= first) return;
    const spoken = new SpeechSynthesisUtterance(sayable(last.text));
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onstart = () => setReading(true);
    spoken.onend = spoken.onerror = () => setReading(false);
    window.speechSynthesis.speak(spoken);
  }, [last, wanted, voice, welcome]);
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
