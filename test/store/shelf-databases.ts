import { deleteDB, openDB } from 'idb';
import { onTestFinished } from 'vitest';

let count = 0;

/** A database of this test's own, which is gone when it is over. */
export function databaseName(): string {
  const name = `shelf-test-${++count}-${Math.random()}`;
  onTestFinished(() => deleteDB(name));
  return name;
}

/** Looks into a shelf's database, or damages it, past the shelf. */
export async function inDatabase<T>(
  name: string,
  work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>,
): Promise<T> {
  const database = await openDB(name);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
