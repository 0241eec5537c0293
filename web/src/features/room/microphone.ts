/** The microphone of this machine, as pieces of sound. No React in here. */

/** Where the worklet lies that makes 16 kHz of whatever the microphone gives (web/public). */
const CAPTURE = "/capture.js";

export interface Piece {
  /** A tenth of a second: 16 kHz, one channel, 16 bit. */
  sound: ArrayBuffer;
  /** Loudness, 0 to 1. */
  level: number;
}

export const NO_MICROPHONE = "No microphone was found. Plug one in, or choose one in your system's settings, and press Speak again.";
export const NOT_ALLOWED = "The browser may not use the microphone. Allow it beside this page's address, and press Speak again.";
export const NOT_HERE = "Browsers give the microphone to pages of this machine and to https alone. Open the app there, or type.";
export const BUSY = "The microphone cannot be opened; another program may be using it. Close that one, and press Speak again.";

/** Begins to listen; fulfilled with what ends it. Rejected with an Error whose message says what to do. */
export async function openMicrophone(heard: (piece: Piece) => void, stopped: () => void): Promise<() => void> {
  if (!navigator.mediaDevices) throw new Error(NOT_HERE);
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 } })
    .catch((error: unknown) => {
      throw new Error(remedy(error));
    });
  const context = new AudioContext();
  const close = () => {
    stream.getTracks().forEach((track) => track.stop());
    if (context.state !== "closed") void context.close();
  };
  try {
    await context.audioWorklet.addModule(CAPTURE);
    const capture = new AudioWorkletNode(context, "capture");
    capture.port.onmessage = ({ data }: MessageEvent<Piece>) => heard(data);
    // It gives out silence; what leads nowhere is not worked on in every browser.
    context.createMediaStreamSource(stream).connect(capture).connect(context.destination);
    // Unplugged, or taken back by the browser.
    stream.getTracks().forEach((track) => (track.onended = stopped));
    await context.resume();
  } catch {
    close();
    throw new Error(BUSY);
  }
  return close;
}

function remedy(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return NOT_ALLOWED;
  return name === "NotFoundError" || name === "OverconstrainedError" ? NO_MICROPHONE : BUSY;
}
