/** What the relay asks of Redis: an `ioredis` client, or anything with its `eval`. */
export interface RedisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
}

/** One purchase in Redis: runs a script on its three keys, for the relay that has its lease. */
export type RunScript = (script: string, ...values: (string | number)[]) => Promise<unknown>;
