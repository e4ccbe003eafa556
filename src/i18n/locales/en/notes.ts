import { grouped } from "../../number-words";
import type { NotesMessages } from "../zh-Hans/notes";

export const notes = {
  title: "Tags and notes",
  local: "Kept on this computer only; importing new data does not change them.",
  tagsLabel: "Tags",
  tagPlaceholder: "Add a tag",
  addTag: "Add tag",
  removeTag: (p) => `Remove the tag “${p.tag}”`,
  tagRemoved: (p) => `The tag “${p.tag}” was removed.`,
  tagTooLong: (p) => `A tag may have ${grouped(p.length)} characters.`,
  notesLabel: "Notes",
  write: "Write a note",
  placeholder: "What was said, what was promised, when to call again",
  none: "No notes yet.",
  edit: "Edit",
  editOf: (p) => `Edit the note of ${p.moment}`,
  editLabel: "Edit the note",
  remove: "Delete",
  removeOf: (p) => `Delete the note of ${p.moment}`,
  changed: (p) => `changed ${p.moment}`,
  removed: "The note was deleted.",
  saving: "Saving…",
  saved: "Saved on this computer",
  unsavedTitle: "Not saved",
  incompleteTitle: (p) =>
    p.missing === 1
      ? "One change of your own work is missing"
      : `${grouped(p.missing)} changes of your own work are missing`,
  incompleteText:
    "This browser remembers them, but the place that held them is empty: the browser may have cleared it, or the disk is damaged. Nothing is written there until you decide.",
  goOn: "Go on with what is there",
  failedTitle: "Tags and notes cannot be read",
} satisfies NotesMessages;
