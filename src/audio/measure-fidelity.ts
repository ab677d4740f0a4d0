import { bytesFromBase64 } from '../wire/base64.js';
import { type Decode, decodeInBrowser } from './decode.js';
import { FAITHFUL, type Fidelity } from './fidelity.js';
import { createMp3Index } from './mp3-index.js';

/** Mono, 44.1 kHz, 32 kbit/s, of LAME, 10 frames: a low tone with one high peak. */
const PROBE =
  '//sQxAACwAABpAAAACB/BNagx6QtkACQAIuQdIjQiAZYSgNMdZSHmOgk5cA2GBW2B0jFlVUuSAQ4ZMCJw3Xnfyubsgx5HYLBlmFfCSDhJH9IobfbSI0iPPQsEjFAEM4hs5IoDNqs+DL/+xLEGYPEfCcKDmmEaIcEIYHPbEVpBOzNICDGRUwMLLYLbWV9nTbaMBSjKaswIwGAMF/FgTTp7Pkx6ENdO3Tg1apzNxuMhDoxyGzDgGMDgGWhJxuSRABQEvsKD5gNsaNS0xgGg3Aiqez/+xDEIIIFLB0CDf+AYMUDZLW/YEbpv3CYtRPEBR04TE5Qa/XufJpl/EC72e//dTF8SDKglTPE+jgRaTrS140yjAK3PCoo1gBSJhhUOmDRQBAeFQA5sSd6vGb8ps1qbOl5WJDRQVGxYP/7EsQcg8fINwYO/4IIpQOgQd/sTONm3//+jGYITMcFTYAlj82oT46GDkzBMGLMKqAoDBOwHM6p0NGXjIUUwIiC4jHVMIuBHDAjAFgwsscpMnzKGzyieN40io8aMiuEKjCpgb4wCwBVMP/7EMQSgAcAHQIV8AAA6QzqgzMgAQxAEDAsgKowJ4CwMCCAKI0c7ei6Z2YCHNO4CnGWzb+mLjmu0DCf8v+jmZQ5b3A6IGzBHElw6QLgxKYfqITCC3kTQZw+Ickc0ivy4IHwlQAFdtFK//sSxAKAxVA1R72xgCifg6DBv+QUAAABWlUBpEmaXwBDg4CfqP0cOwzRXaWzcplDAQEx0KbFBcgrIKNxfDjLUwOsFkMI8FDThtbV0xxoLdMF9A9jAlAGE5xAQabKhpEgIaWKMlB5M2yG//sQxAMDxTAdAg7/YkClA6BB3+xMNiDpPxc2Pg2dCjL6wcIwpoB9BQSUcMaGNJQwegUiCgjE//7TGcHjMQGDYEoT8qvD4yWTIzAwGaMKrApTBOgHQ6t3NHYTIkIwUjCwhHowoyNpnTD/+xLEAwPFLB0EDf+AYJ+DoIG/8Aw+gXYwp8WJOfkxwzIcwzM+9MjcqtNGHwyYTDHYrMOBAwKA4yZg7iLmMBXB8zBMBx402/+2MQUEGjdOBM+MYzGdzI4zMjA4FFMODkiqM/XDOJ8wE0H/+xDEBAPEsB0KDf9gYJ6DY8K8AAROMC6E0zLy63EwmoLBNp9DCG8wIsCCgaQhYlGgKcBwC5gCAsGF8HoYbAkRtBRFGTSBkYYQPxghAgGB0AgYAQDQCAYLsQDVpToqaY6xJX4mik3yf//7EsQGgAYElU4Zo4AAqxWpAyRwAAwYpv//7X4v4BA0/Mcc/yA3G5P/yDTDP/zCYfG/wICAf/8PiUgDN8D6RyvKyPjwDvAGEUHv4PTlHf8eGwjGm/+apo1OG3/42XU0a/ywNExBTUWqqg==';
/** Where every decoder puts the top of the peak that is faithful, its delay included. */
const TOP = 6105;
const SAMPLE_RATE = 44100;
const PER_FRAME = 1152;
/** Frames at which the slices begin, and from which they must be right: by then the bit reservoir is full. */
const BEGINNINGS = [1, 2];
const SETTLED = 5;
/** A decoder to 16 bits is exact enough; wrong overlaps and reservoirs are a hundred times off. */
const EXACT = 2e-4;

/** Decodes a tiny MP3 as a whole and as slices, and sees what becomes of it. An error of the decoder is nothing it says. */
export async function measureFidelity(decode: Decode): Promise<Fidelity> {
  const bytes = bytesFromBase64(PROBE);
  const index = createMp3Index();
  index.push(bytes);
  index.end();
  const whole = await decode(bytes.slice(), SAMPLE_RATE);
  const wholeLag = topOf(whole) - TOP;
  const lags = new Set<number>();
  let exact = true;
  for (const beginning of BEGINNINGS) {
    const slice = await decode(bytes.slice(index.offset(beginning)), SAMPLE_RATE);
    const lag = topOf(slice) + beginning * PER_FRAME - TOP;
    lags.add(lag);
    for (let at = SETTLED * PER_FRAME; at < (index.count - 1) * PER_FRAME; at++) {
      const difference = (slice[at - beginning * PER_FRAME + lag] ?? 0) - (whole[at + wholeLag] ?? 0);
      exact &&= Math.abs(difference) < EXACT;
    }
  }
  const [lag = 0] = lags;
  return exact && lags.size === 1 ? { lag, whole: false } : { lag: wholeLag, whole: true };
}

/** The same of this browser's decoder. Where it decodes nothing, what is to be played will say so. */
export function measureBrowser(): Promise<Fidelity> {
  return measureFidelity(decodeInBrowser).catch(() => FAITHFUL);
}

function topOf(samples: Float32Array): number {
  let top = 0;
  for (let i = 1; i < samples.length; i++) if (Math.abs(samples[i] ?? 0) > Math.abs(samples[top] ?? 0)) top = i;
  return top;
}
