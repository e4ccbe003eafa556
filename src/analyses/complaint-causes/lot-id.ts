/** A batch of a product: a batch number may be used by several products. */
export interface LotKey {
  readonly batch: string;
  /** as the column that links orders and complaints writes it; null without one, or where the line names none */
  readonly product: string | null;
}

/** Names a lot in a cell. */
export const lotId = ({ product, batch }: LotKey): string => JSON.stringify([product, batch]);

/** The batch of a lot's name; null: it is none. An address is foreign text. */
export function batchOfLot(id: string): string | null {
  try {
    const parts: unknown = JSON.parse(id);
    return Array.isArray(parts) && typeof parts[1] === "string" ? parts[1] : null;
  } catch {
    // not JSON: a cell that no link of ours names
    return null;
  }
}
