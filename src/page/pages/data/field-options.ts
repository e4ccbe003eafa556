import type { Entity } from "../../../domain/entities";
import { isAttribute, isQuestion } from "../../../domain/field";
import { VOCABULARY } from "../../../domain/vocabulary";
import type { CoreMessages } from "../../../i18n/messages";
import type { Option, OptionGroup } from "../../ui/select-option";

type GroupId = keyof CoreMessages["data"]["mapping"]["groups"];

/** Fields of a table in the order of interest, by group; what is in no group stands under "other". */
const GROUPS: Readonly<
  Partial<Record<Entity, Readonly<Partial<Record<GroupId, readonly string[]>>>>>
> = {
  orders: {
    order: ["orderId", "status"],
    money: ["quantity", "unitPrice", "cost", "profit", "currency"],
    product: ["productName", "productId", "productKind", "batch"],
    who: ["owner", "region", "channel"],
  },
  customers: {
    who: ["owner", "region", "city", "channel", "industry", "grade"],
    contact: ["phone", "email", "since"],
  },
};

/** Values of the select that are no field ids. */
const ATTRIBUTE_CHOICE = "attribute";
const QUESTION_CHOICE = "question";
const IGNORE_CHOICE = "";

/** What the select of a column shows for its target. */
export function choiceOf(target: string | null): string {
  if (target === null) return IGNORE_CHOICE;
  if (isQuestion(target)) return QUESTION_CHOICE;
  return isAttribute(target) ? ATTRIBUTE_CHOICE : target;
}

/** Name of a field in the words of the trade; an id that the vocabulary does not know stands for itself. */
export function fieldName(t: CoreMessages, entity: Entity, field: string): string {
  const names: Readonly<Record<string, string>> = t.fields[entity];
  return names[field] ?? field;
}

/** Every field that can be chosen for a column of this table, in groups, then attribute and leaving out. */
export function fieldOptions(t: CoreMessages, entity: Entity): readonly (Option | OptionGroup)[] {
  const offered = Object.entries(VOCABULARY[entity].fields)
    .filter(([, spec]) => !("derived" in spec))
    .map(([id]) => id);
  const grouped = new Set<string>();
  const groups: OptionGroup[] = [];
  const add = (label: string, ids: readonly string[]): void => {
    const known = ids.filter((id) => offered.includes(id) && !grouped.has(id));
    for (const id of known) grouped.add(id);
    const options = known.map((id) => ({ value: id, label: fieldName(t, entity, id) }));
    if (options.length > 0) groups.push({ label, options });
  };
  add(t.data.mapping.groups.needed, VOCABULARY[entity].needs.flat());
  for (const [group, ids] of Object.entries(GROUPS[entity] ?? {})) {
    add(t.data.mapping.groups[group as GroupId], ids);
  }
  add(t.data.mapping.groups.other, offered);
  const question = { value: QUESTION_CHOICE, label: t.data.question.option };
  return [
    ...(entity === "surveys" ? [question] : []),
    ...groups,
    { value: ATTRIBUTE_CHOICE, label: t.data.mapping.attribute },
    { value: IGNORE_CHOICE, label: t.data.mapping.ignore },
  ];
}
