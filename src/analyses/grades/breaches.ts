import { POLICY_CHECKS, type PolicyCheck } from "../../domain/grade-facts";
import { GRADES } from "../../domain/rule-book";
import type { Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import { policyFact, type PolicySight } from "../../measures/grade-policy";
import type { Grading } from "../../measures/grading";
import type { BreachLine, CheckLine } from "./spec";

/** Every graded customer against every check. */
export interface PolicyStudy extends PolicySight {
  readonly grading: Grading;
  /** rows beyond the policy in anything, by value, largest first */
  readonly broken: Uint32Array;
  readonly rowsOf: Readonly<Record<PolicyCheck, Uint32Array>>;
  readonly checked: Readonly<Record<PolicyCheck, number>>;
  readonly unknown: Readonly<Record<PolicyCheck, number>>;
}

export function policyOf(sight: PolicySight & { readonly grading: Grading }): PolicyStudy {
  const { grading } = sight;
  const rows: Record<PolicyCheck, number[]> = { contact: [], limit: [], terms: [] };
  const checked = { contact: 0, limit: 0, terms: 0 };
  const unknown = { contact: 0, limit: 0, terms: 0 };
  const broken: number[] = [];
  for (const row of grading.ranked.ranking.customers) {
    let isBroken = false;
    for (const check of POLICY_CHECKS) {
      const found = policyFact(sight, check, grading.final[row]!, row);
      if (found === null) continue;
      if (found.beyond !== found.beyond) {
        unknown[check]++;
        continue;
      }
      checked[check]++;
      if (!(found.beyond > 0)) continue;
      rows[check].push(row);
      isBroken = true;
    }
    if (isBroken) broken.push(row);
  }
  const rowsOf = {
    contact: Uint32Array.from(rows.contact),
    limit: Uint32Array.from(rows.limit),
    terms: Uint32Array.from(rows.terms),
  };
  return { ...sight, broken: Uint32Array.from(broken), rowsOf, checked, unknown };
}

export function checkLines(study: PolicyStudy): readonly CheckLine[] {
  return POLICY_CHECKS.map((check) => ({
    check,
    checked: study.checked[check],
    breaches: study.rowsOf[check].length,
    unknown: study.unknown[check],
    isBlind: check === "contact" ? study.contacts === null : study.standing === null,
  }));
}

export function breachList(
  study: PolicyStudy,
  names: { readonly customers: Table; readonly amounts: Float64Array; readonly most: number },
): readonly BreachLine[] {
  return Array.from(study.broken.slice(0, names.most), (row): BreachLine => {
    const grade = study.grading.final[row]!;
    return {
      row,
      name: customerNameOf(names.customers, row),
      grade: GRADES[grade - 1]!,
      amount: names.amounts[row]!,
      checks: POLICY_CHECKS.flatMap((check) => {
        const found = policyFact(study, check, grade, row);
        if (found === null || !(found.beyond > 0)) return [];
        return [{ check, value: found.value, allowed: found.allowed }];
      }),
    };
  });
}

/** Rows behind "breach" and "breach:<check>", ascending; null for any other cell. */
export function breachMembers(study: PolicyStudy, cell: string): Uint32Array | null {
  if (cell === "breach") return study.broken.slice().sort();
  const check = POLICY_CHECKS.find((id) => cell === `breach:${id}`);
  return check === undefined ? null : study.rowsOf[check].slice().sort();
}
