// What the microphone hears, as 16 kHz 16-bit samples in pieces of a tenth of a second, each with its loudness.
// A file of its own: the content policy lets no script be made up while the page runs.
const RATE = 16000;
const PIECE = RATE / 10;
// Places between two samples of the microphone for which the filter is worked out beforehand.
const STEPS = 160;
// Zero crossings of the filter on each side: more cut off more sharply.
const CROSSINGS = 16;
// Of what 16 kHz can carry, the part that is let through: the filter needs some room to fall.
const PASSED = 0.92;

class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.step = sampleRate / RATE;
    this.filters = filters(this.step);
    this.half = this.filters[0].length / 2;
    // As if there had been silence before, so that the first sample has neighbours.
    this.held = new Float32Array(this.half * 2);
    this.at = this.half;
    this.piece = new Int16Array(PIECE);
    this.filled = 0;
    this.power = 0;
  }

  process([input]) {
    const channel = input && input[0];
    if (channel) this.take(channel);
    return true;
  }

  take(channel) {
    const held = new Float32Array(this.held.length + channel.length);
    held.set(this.held);
    held.set(channel, this.held.length);
    while (this.at + this.half < held.length) {
      this.give(this.heardAt(held, this.at));
      this.at += this.step;
    }
    const done = Math.min(held.length, Math.max(0, Math.floor(this.at) - this.half));
    this.held = held.slice(done);
    this.at -= done;
  }

  // The sound at a place between two samples, without what 16 kHz cannot carry.
  heardAt(held, at) {
    const whole = Math.floor(at);
    const filter = this.filters[Math.round((at - whole) * STEPS)];
    const first = whole - this.half + 1;
    let sum = 0;
    for (let k = 0; k < filter.length; k++) sum += held[first + k] * filter[k];
    return sum;
  }

  give(sample) {
    const bounded = Math.max(-1, Math.min(1, sample));
    this.power += bounded * bounded;
    this.piece[this.filled++] = Math.round(bounded * 32767);
    if (this.filled < PIECE) return;
    const sound = this.piece.buffer;
    this.port.postMessage({ sound, level: Math.sqrt(this.power / PIECE) }, [sound]);
    this.piece = new Int16Array(PIECE);
    this.filled = 0;
    this.power = 0;
  }
}

// A windowed sinc (Hann) for each place between two samples; each lets a constant through as it is.
function filters(step) {
  const cutoff = Math.min(1, 1 / step) * PASSED;
  const half = Math.ceil(CROSSINGS / cutoff);
  return Array.from({ length: STEPS + 1 }, (_, place) => {
    const filter = Float32Array.from({ length: half * 2 }, (_, k) => {
      const x = k - half + 1 - place / STEPS;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      return Math.abs(x) >= half ? 0 : sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / half));
    });
    const sum = filter.reduce((total, each) => total + each, 0);
    return filter.map((each) => each / sum);
  });
}

registerProcessor("capture", Capture);
