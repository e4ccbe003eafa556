/** Code that runs in the page; its arguments and its value travel as JSON. It sees nothing of this side. */
export type PageCode<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

/** An element by selector, and by a part of its text where the selector alone does not tell it. */
export interface Target {
  readonly css: string;
  readonly text?: RegExp;
}

/** One tab of one engine: what a user does, by the engine's own automation and not by scripted events. */
export interface EnginePage {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  run<A extends readonly unknown[], R>(code: PageCode<A, R>, ...args: A): Promise<R>;
  /** Clicks the first visible match. */
  click(target: Target): Promise<void>;
  /** Gives files to a file field. */
  choose(css: string, files: readonly string[]): Promise<void>;
  /** Chooses the option with this value. */
  select(css: string, value: string): Promise<void>;
  /** Errors and warnings in the console so far; null where the automation does not tell. */
  complaints(): readonly string[] | null;
  close(): Promise<void>;
}

export interface Engine {
  readonly version: string;
  /** A page with storage of its own. */
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** An expression whose value is that of the code with these arguments. */
export function expressionOf(code: PageCode<never, unknown>, args: readonly unknown[]): string {
  // the test runner has put its own loader in the place of `import()`
  const source = code.toString().replaceAll("__vite_ssr_dynamic_import__", "import");
  return `(${source})(...${JSON.stringify(args)})`;
}
