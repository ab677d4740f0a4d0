import { AudioError } from '../errors.js';

/** The error for an optional peer that is not installed, with what it costs and the command that helps. */
export function missingPackage(name: string, consequence: string, cause: unknown): AudioError {
  return new AudioError(
    `The package ${name} did not load, so ${consequence}. Install it: npm install --save-dev ${name}`,
    cause,
  );
}
