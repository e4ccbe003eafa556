import type { Makeup } from "./own-segment";
import { billOver, groupBill, type MenuGroup, type MenuService } from "./service-menu";
import type { SegmentRule } from "./segment-rule";

/** From this many times what its menu costs a customer is served beyond it, and up to this part of it below it. */
export const BEYOND = 1.5;
export const SHORT = 0.5;

/** Customers of a group that get clearly more, or less, than its menu says. */
export interface MenuBreach {
  readonly group: string;
  readonly way: "beyond" | "short";
  /** what its menu comes to for one customer over the period */
  readonly due: number;
  /** the cost to serve that is the border, over the period */
  readonly border: number;
  /** who is meant */
  readonly makeup: Makeup;
}

/**
 * Whom to look for: customers whose cost to serve in the period is beyond 1.5 times, or below half, of what the menu of their group costs.
 *
 * @param groups  of one division
 * @param days    of the period
 * @returns two for each group whose menu costs anything; none for groups with a service that nobody has put a price on, and none for
 *   sets that are no plain rules, all of which must hold
 */
export function menuBreaches(
  groups: readonly MenuGroup[],
  services: readonly MenuService[],
  days: number,
): readonly MenuBreach[] {
  return groups.flatMap(({ id: group, makeup }): MenuBreach[] => {
    if (makeup.kind !== "rules" || (makeup.joins !== "all" && makeup.rules.length > 1)) return [];
    const bill = groupBill(services, group);
    if (bill.unpriced > 0) return [];
    const due = billOver(bill, 1, days);
    // Nothing to compare with: a group that nobody has written a menu for, or one of free services.
    if (!(due > 0)) return [];
    const withRules = (...rules: readonly SegmentRule[]): Makeup => ({
      kind: "rules",
      joins: "all",
      rules: [...makeup.rules, ...rules],
    });
    const beyond: MenuBreach = {
      group,
      way: "beyond",
      due,
      border: due * BEYOND,
      // Just the border is not beyond it, and of whom nothing is known is not beyond it either.
      makeup: withRules(
        costRule({ from: 0, to: null }, false),
        costRule({ from: null, to: due * BEYOND }, true),
      ),
    };
    const border = due * SHORT;
    const short = withRules(costRule({ from: null, to: border }, false));
    return [beyond, { group, way: "short", due, border, makeup: short }];
  });
}

const costRule = (
  range: { readonly from: number | null; readonly to: number | null },
  isNot: boolean,
): SegmentRule => ({
  field: { source: "score", id: "serveCost" },
  condition: { kind: "number", ...range },
  isNot,
});
