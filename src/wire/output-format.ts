/** The 19 documented values of `output_format` (codec_rate_bitrate). */
export const OUTPUT_FORMATS = [
  'mp3_22050_32',
  'mp3_44100_32',
  'mp3_44100_64',
  'mp3_44100_96',
  'mp3_44100_128',
  'mp3_44100_192',
  'pcm_8000',
  'pcm_16000',
  'pcm_22050',
  'pcm_24000',
  'pcm_44100',
  'pcm_48000',
  'ulaw_8000',
  'alaw_8000',
  'opus_48000_32',
  'opus_48000_64',
  'opus_48000_96',
  'opus_48000_128',
  'opus_48000_192',
] as const;

/** A documented output format, or one that a newer server knows: the API's enum is open. */
export type OutputFormat = (typeof OUTPUT_FORMATS)[number] | (string & {});

/** What the API sends when no `output_format` is asked for. */
export const DEFAULT_OUTPUT_FORMAT = 'mp3_44100_128' satisfies OutputFormat;

/** An output format taken apart. `bitrate` is in kbit/s, and null where the codec has none. */
export interface OutputFormatParts {
  readonly codec: string;
  readonly sampleRate: number;
  readonly bitrate: number | null;
}

/** Takes `codec_rate_bitrate` apart, or returns null where it has no such form. */
export function parseOutputFormat(format: OutputFormat): OutputFormatParts | null {
  const match = /^([a-z0-9]+)_(\d{4,6})(?:_(\d{1,3}))?$/.exec(format);
  if (!match?.[1]) return null;
  return { codec: match[1], sampleRate: Number(match[2]), bitrate: match[3] === undefined ? null : Number(match[3]) };
}
