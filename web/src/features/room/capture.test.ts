import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

interface Piece {
  sound: ArrayBuffer;
  level: number;
}

const SOURCE = readFileSync(fileURLToPath(new URL("../../../public/capture.js", import.meta.url)), "utf-8");

/** What the processor makes of a sound at `rate`, given to it in the 128 samples that browsers give. */
function captured(rate: number, sound: Float32Array): Piece[] {
  const pieces: Piece[] = [];
  class Processor {
    port = { postMessage: (piece: Piece) => pieces.push(piece) };
  }
  type Made = Processor & { process: (inputs: Float32Array[][]) => boolean };
  const made: (new () => Made)[] = [];
  const register = (_: string, processor: new () => Made) => made.push(processor);
  new Function("AudioWorkletProcessor", "registerProcessor", "sampleRate", SOURCE)(Processor, register, rate);
  const capture = new made[0]!();
  for (let at = 0; at < sound.length; at += 128) capture.process([[sound.subarray(at, at + 128)]]);
  return pieces;
}

const tone = (rate: number, hertz: number, seconds = 1) =>
  Float32Array.from({ length: rate * seconds }, (_, k) => 0.5 * Math.sin((2 * Math.PI * hertz * k) / rate));

/** The samples after the first piece, in which the filter fills. */
const samples = (pieces: Piece[]) => pieces.slice(1).flatMap(({ sound }) => Array.from(new Int16Array(sound)));

const loudness = (heard: number[]) => Math.sqrt(heard.reduce((sum, each) => sum + each * each, 0) / heard.length) / 32767;

const crossings = (heard: number[]) => heard.filter((each, k) => k > 0 && each >= 0 && heard[k - 1]! < 0).length;

describe.each([48_000, 44_100, 96_000, 16_000, 8000])("a microphone at %d Hz", (rate) => {
  it("is heard in pieces of a tenth of a second", () => {
    const pieces = captured(rate, tone(rate, 440));
    expect(pieces.length).toBeGreaterThanOrEqual(9);
    expect(new Set(pieces.map(({ sound }) => sound.byteLength))).toEqual(new Set([3200]));
  });

  it("sounds as high and as loud as before", () => {
    const pieces = captured(rate, tone(rate, 1000));
    const heard = samples(pieces);
    expect(crossings(heard) / (heard.length / 16_000)).toBeCloseTo(1000, -1);
    expect(loudness(heard)).toBeCloseTo(0.5 / Math.SQRT2, 2);
    expect(pieces[3]!.level).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });
});

describe("sound that 16 kHz cannot carry", () => {
  it.each([44_100, 48_000])("is not folded into what is heard, at %d Hz", (rate) => {
    expect(loudness(samples(captured(rate, tone(rate, 9500))))).toBeLessThan(0.003);
  });

  it("leaves speech alone", () => {
    expect(loudness(samples(captured(48_000, tone(48_000, 6000))))).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });
});

describe("a microphone that gives nothing yet", () => {
  it("is waited for", () => {
    expect(captured(48_000, new Float32Array(0))).toEqual([]);
  });

  it("is never louder than 16 bits", () => {
    const loud = tone(48_000, 440).map((each) => each * 4);
    const heard = samples(captured(48_000, loud));
    expect([Math.max(...heard), Math.min(...heard)]).toEqual([32767, -32767]);
  });
});
