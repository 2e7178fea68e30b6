// Solves what a flooded round asks of everybody, and then sends the form. Without this script one waits and presses the button.
// Puzzle i: a number n such that SHA-256 of "token.i.n" begins with so many zero bits (Challenge.java). Computed here and not
// by the browser's own digest, which answers one at a time, and on secure pages only.
(() => {
  'use strict';

  const box = document.getElementById('challenge');
  const form = document.getElementById('form');
  if (!box || !form) {
    return;
  }
  const SLICE_MILLIS = 25;

  // FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes; 5.3.3: square roots.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every((prime) => n % prime !== 0)) {
      primes.push(n);
    }
  }
  const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
  const K = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);

  const compress = (state, block) => {
    for (let i = 0; i < 16; i++) {
      words[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
    state[4] = (state[4] + e) | 0;
    state[5] = (state[5] + f) | 0;
    state[6] = (state[6] + g) | 0;
    state[7] = (state[7] + h) | 0;
  };

  const ascii = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  // The first 32 bits of the digest of what begins with `prefix`, whose whole blocks are computed once.
  const hasher = (prefix) => {
    const bytes = ascii(prefix);
    const whole = bytes.length - (bytes.length % 64);
    const middle = START.slice();
    for (let at = 0; at < whole; at += 64) {
      compress(middle, bytes.subarray(at, at + 64));
    }
    const rest = bytes.subarray(whole);
    return (text) => {
      const end = ascii(text);
      const length = rest.length + end.length;
      const last = new Uint8Array(length + 9 > 64 ? 128 : 64);
      last.set(rest);
      last.set(end, rest.length);
      last[length] = 0x80;
      new DataView(last.buffer).setUint32(last.length - 4, (whole + length) * 8);
      const state = middle.slice();
      for (let at = 0; at < last.length; at += 64) {
        compress(state, last.subarray(at, at + 64));
      }
      return state[0] >>> 0;
    };
  };

  const field = document.getElementById('challenge-response');
  const token = field.value;
  const bits = Number(box.dataset.bits);
  const puzzles = Number(box.dataset.puzzles);
  const status = document.getElementById('challenge-status');
  const progress = document.getElementById('challenge-progress');
  const button = document.getElementById('send-again');
  const solved = [];
  let head = null;
  let number = 0;
  const waiting = status.textContent;
  let mayStill = true;

  const done = () => {
    field.value = `${token}~${solved.join('.')}`;
    if (mayStill) {
      status.textContent = box.dataset.sending;
      form.requestSubmit(document.getElementById('send-again'));
    }
  };

  const work = () => {
    const until = performance.now() + SLICE_MILLIS;
    while (solved.length < puzzles && performance.now() < until) {
      head ??= hasher(`${token}.${solved.length}.`);
      for (let tries = 0; tries < 200; tries++, number++) {
        if (head(String(number)) >>> (32 - bits) === 0) {
          solved.push(number);
          progress.value = solved.length;
          head = null;
          number = 0;
          break;
        }
      }
    }
    if (solved.length === puzzles) {
      done();
    } else {
      setTimeout(work, 0);
    }
  };

  // Whoever presses a button, or goes on writing, sends it themselves.
  const leave = () => {
    mayStill = false;
    progress.hidden = true;
    status.textContent = waiting;
  };
  form.addEventListener('input', leave, { once: true });
  form.addEventListener('submit', () => {
    mayStill = false;
  });

  status.textContent = box.dataset.working;
  progress.hidden = false;
  setTimeout(work, 0);
})();
