// A decoded part is no face of the package: only here it is opened by path.
export { createPart } from '../src/audio/create-part.js';
