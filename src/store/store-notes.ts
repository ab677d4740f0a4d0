/** Small records by name, of any length. */
export interface StoreNotes {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  /** Writes what `change` makes of what is there, while no other tab does so: nothing that another wrote is lost. */
  change(name: string, change: (found: unknown) => unknown): Promise<void>;
}
