/** Thrown inside evaluation when a value does not exist; `why` is the sentence people read. It never leaves `logic`. */
export class None extends Error {
  readonly why: string;
  constructor(why: string) {
    super(why);
    this.name = 'None';
    this.why = why;
  }
}

/** What `work` gives; what `otherwise` makes of it when a value it reads does not exist. */
export function unlessNone<T, U>(work: () => T, otherwise: (none: None) => U): T | U {
  try {
    return work();
  } catch (error) {
    if (error instanceof None) return otherwise(error);
    throw error;
  }
}
