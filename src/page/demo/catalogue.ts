import words from "./words.json";

/** One article of the invented distributor. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly kindIndex: number;
  /** List price in cents. */
  readonly priceCents: number;
  /** Cost per list price, 0..1. */
  readonly costShare: number;
}

/** About 120 articles in eight kinds; margins differ by kind and, a little, by article. */
export function makeCatalogue(): readonly Product[] {
  const products: Product[] = [];
  words.kinds.forEach((kind, kindIndex) => {
    let inKind = 0;
    for (const { pattern, variants, prices } of kind.items) {
      variants.forEach((variant, index) => {
        inKind++;
        const lean = ((inKind * 5) % 9) - 4;
        products.push({
          id: `P-${kindIndex + 1}${String(inKind).padStart(3, "0")}`,
          name: pattern.replace("{}", variant),
          kind: kind.name,
          kindIndex,
          priceCents: Math.round((prices[index] ?? 10) * 100),
          costShare: (100 - kind.margin - lean) / 100,
        });
      });
    }
  });
  return products;
}
