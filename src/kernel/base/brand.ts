declare const tag: unique symbol;

/** A number or string that only its own constructor may make; see the constructors in `kernel/base` and `domain`. */
export type Brand<T, Name extends string> = T & { readonly [tag]: Name };
