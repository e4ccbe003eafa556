import { descendingOrder } from "../../kernel/stats/rank";
import { quantiles } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { columnOf, type Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import { WALLET_BANDS, type Wallet, type WalletBand, type WalletCustomer } from "./spec";

const LISTED = 10;

/** What the customers say they buy in a year, and how much of it is ours. */
export interface WalletShares {
  readonly said: Wallet;
  /** rows of the customers whose need is known, ascending, and the band of each */
  readonly rows: Uint32Array;
  readonly bands: readonly WalletBand[];
}

function bandOf(share: number): WalletBand {
  if (share < 0.2) return "small";
  if (share < 0.5) return "part";
  return share <= 1 ? "main" : "above";
}

/**
 * Our part of what each customer needs in a year (methods D14).
 *
 * @param customers  table of customers
 * @param known      rows with a purchase up to the as-of day, ascending
 * @param yearSales  sales of the twelve months up to the as-of day, by row
 * @returns null without a column `potential`. A need that is missing, zero or below is not known
 */
export function walletOf(
  customers: Table,
  known: Uint32Array,
  yearSales: Float64Array,
): WalletShares | null {
  const needs = columnOf(customers, "potential", "float64")?.values;
  if (needs === undefined) return null;
  const rows = known.filter((row) => needs[row]! > 0);
  const sales = Float64Array.from(rows, (row) => yearSales[row]!);
  const potential = Float64Array.from(rows, (row) => needs[row]!);
  const shares = sales.map((money, k) => money / potential[k]!);
  const bands = Array.from(shares, bandOf);
  // Who buys more of us than it is said to need has no room that anybody knows of.
  const rooms = potential.map((need, k) => Math.max(0, need - sales[k]!));
  const sumOf = (values: Float64Array, band: WalletBand | null): number =>
    compensatedSum(band === null ? values : values.filter((_, k) => bands[k] === band));
  const lineOf = (band: WalletBand | null) => ({
    customers: band === null ? rows.length : bands.filter((own) => own === band).length,
    sales: sumOf(sales, band),
    potential: sumOf(potential, band),
    room: sumOf(rooms, band),
  });
  const top = Array.from(descendingOrder(rooms).subarray(0, LISTED)).filter((k) => rooms[k]! > 0);
  const said: Wallet = {
    ...lineOf(null),
    unknown: known.length - rows.length,
    median: shares.length === 0 ? null : quantiles(shares, [0.5])[0]!,
    bands: WALLET_BANDS.map((band) => ({ band, ...lineOf(band) })),
    top: top.map((k): WalletCustomer => {
      const row = rows[k]!;
      const name = customerNameOf(customers, row);
      const [own, need] = [sales[k]!, potential[k]!];
      return { row, name, sales: own, potential: need, share: own / need, room: rooms[k]! };
    }),
  };
  return { said, rows, bands };
}

/** Rows of the customers of a band; null for a band that does not exist. */
export function walletMembers(wallet: WalletShares | null, band: string): Uint32Array | null {
  if (wallet === null || !WALLET_BANDS.some((known) => known === band)) return null;
  return wallet.rows.filter((_, k) => wallet.bands[k] === band);
}
