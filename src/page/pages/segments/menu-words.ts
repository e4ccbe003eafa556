import {
  billOver,
  groupBill,
  type MenuGroup,
  type MenuService,
} from "../../../domain/service-menu";
import type { Format } from "../../../i18n/format";
import type { OwnSegmentsMessages } from "../../../i18n/locales/zh-Hans/own-segments";
import type { SegmentSize } from "../../../queries/segment-types";

/** A column of the menu: a group with its size and what the menu costs for it. */
export interface MenuColumn {
  readonly id: string;
  readonly name: string;
  /** null while it is counted */
  readonly size: SegmentSize | null;
  readonly offers: number;
  readonly unpriced: number;
  /** of one customer in a year, as far as it is priced */
  readonly yearCost: number;
  /** over the period, for all customers of the group; null while it is counted, or with nothing but unpriced offers */
  readonly cost: number | null;
  /** gross profit of the period − cost; null where one of them is not known */
  readonly left: number | null;
}

export function menuColumns(
  groups: readonly (MenuGroup & { readonly name: string; readonly size: SegmentSize | null })[],
  services: readonly MenuService[],
  days: number,
): readonly MenuColumn[] {
  return groups.map(({ id, name, size }) => {
    const bill = groupBill(services, id);
    // What nobody has put a price on is not free.
    const isPriced = bill.offers === 0 || bill.unpriced < bill.offers;
    const cost = size === null || !isPriced ? null : billOver(bill, size.customers, days);
    const profit = size?.profit ?? null;
    return {
      id,
      name,
      size,
      ...bill,
      cost,
      left: cost === null || profit === null ? null : profit - cost,
    };
  });
}

/** What the menu comes to: its cost, who costs more than it brings, whom it forgets. */
export function menuFinding(
  columns: readonly MenuColumn[],
  services: number,
  { t, format, currency }: MenuWords,
): string {
  const priced = columns.filter(({ cost }) => cost !== null);
  const cost = priced.reduce((sum, column) => sum + (column.cost ?? Number.NaN), 0);
  const over = columns.filter(({ left, yearCost }) => left !== null && left < 0 && yearCost > 0);
  const bare = columns.filter(({ offers, size }) => offers === 0 && (size?.customers ?? 1) > 0);
  const unpriced = columns.reduce((sum, column) => sum + column.unpriced, 0);
  const names = (list: readonly MenuColumn[]): string => format.list(list.map(({ name }) => name));
  return [
    columns.some(({ size }) => size === null)
      ? t.menu.counting({ services })
      : t.menu.cost({ services, cost: format.money(cost, currency) }),
    ...(over.length > 0 ? [t.menu.over({ names: names(over) })] : []),
    ...(bare.length > 0 ? [t.menu.bare({ names: names(bare) })] : []),
    ...(unpriced > 0 ? [t.menu.unpriced({ offers: unpriced })] : []),
  ].join(format.language === "en" ? " " : "");
}

export interface MenuWords {
  readonly t: OwnSegmentsMessages;
  readonly format: Format;
  readonly currency: string | null;
}
