import fc from 'fast-check';

/**
 * Laws run with the same cases everywhere, so that a red run means a change and not bad luck.
 * `LAWS=random npm run test:run` looks for new ones; a number is a seed.
 */
const asked = import.meta.env.LAWS;
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked || 20_261_122) });
