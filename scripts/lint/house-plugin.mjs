// Lint rules of this project that no plugin has. Each has a specimen in tests/canary/specimens.
import { basename, extname } from "node:path";

const BANNED_NAMES =
  /(^|[-.])(utils?|helpers?|common|misc|managers?|data|info|temp|new|v2|stuff)(?=$|[.])/;
const LETTERS = /\p{L}/u;
const HAN = /\p{Script=Han}/u;
/** Attributes whose literal text a person reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "label",
  "placeholder",
  "title",
]);
/** What is typed on a key is the same in every language. */
const KEY_ELEMENTS = new Set(["kbd"]);

const fileName = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      banned: "'{{name}}' names no concept; find the word for what is in the file.",
      shape: "'{{name}}' should be {{wanted}}.",
      barrel: "No barrel files: import from the module itself.",
    },
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        const stem = name.slice(0, -extname(name).length);
        const isComponent = name.endsWith(".svelte");
        if (BANNED_NAMES.test(stem)) context.report({ node, messageId: "banned", data: { name } });
        if (
          isComponent
            ? !/^[A-Z][A-Za-z0-9]*$/.test(stem)
            : !/^\.?[a-z0-9]/.test(stem) || /[A-Z_]/.test(stem)
        ) {
          if (!/(^|[\\/])locales[\\/]|messages[\\/]/.test(context.filename)) {
            const wanted = isComponent ? "PascalCase" : "kebab-case";
            context.report({ node, messageId: "shape", data: { name, wanted } });
          }
        }
        if (stem === "index" && !/analyses[\\/]index\.ts$/.test(context.filename)) {
          context.report({ node, messageId: "barrel" });
        }
      },
    };
  },
};

/** Whether an ancestor element carries text that is no language. */
function inKeyElement(node) {
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === "SvelteElement" && KEY_ELEMENTS.has(up.name.name)) return true;
  }
  return false;
}

const noTextLiteral = {
  meta: {
    type: "problem",
    schema: [],
    messages: { text: "Text literal '{{text}}' in a component; words live in i18n and messages/." },
  },
  create(context) {
    const report = (node, text) => {
      const shown = text.trim().replace(/\s+/g, " ").slice(0, 40);
      context.report({ node, messageId: "text", data: { text: shown } });
    };
    const literalText = (node) => {
      if (node.type === "Literal" && typeof node.value === "string") return node.value;
      if (node.type === "TemplateLiteral") return node.quasis.map((q) => q.value.cooked).join("");
      return "";
    };
    return {
      SvelteText(node) {
        const parent = node.parent;
        if (parent.type === "SvelteStyleElement" || parent.type === "SvelteScriptElement") return;
        if (LETTERS.test(node.value) && !inKeyElement(node)) report(node, node.value);
      },
      SvelteMustacheTag(node) {
        if (node.parent.type === "SvelteAttribute") return;
        const text = literalText(node.expression);
        if (LETTERS.test(text) && !inKeyElement(node)) report(node, text);
      },
      SvelteAttribute(node) {
        if (!SPOKEN_ATTRIBUTES.has(node.key.name)) return;
        if (
          node.parent.parent?.type === "SvelteElement" &&
          node.parent.parent.kind === "component"
        ) {
          if (node.key.name === "label" || node.key.name === "title") {
            // A component's own property; it may be a code, so only Han text is surely words.
            for (const part of node.value) {
              if (part.type === "SvelteLiteral" && HAN.test(part.value)) report(part, part.value);
            }
            return;
          }
        }
        for (const part of node.value) {
          const text =
            part.type === "SvelteLiteral" ? part.value : literalText(part.expression ?? part);
          if (LETTERS.test(text)) report(part, text);
        }
      },
    };
  },
};

const noStyleAttribute = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      style: "The Content-Security-Policy refuses style attributes; use style:property.",
    },
  },
  create(context) {
    return {
      SvelteAttribute(node) {
        if (node.key.name === "style") context.report({ node, messageId: "style" });
      },
    };
  },
};

const noHan = {
  meta: {
    type: "problem",
    schema: [],
    messages: { han: "Chinese words in code; they live in i18n, messages/ and domain/ synonyms." },
  },
  create(context) {
    return {
      Literal(node) {
        if (typeof node.value === "string" && HAN.test(node.value)) {
          context.report({ node, messageId: "han" });
        }
      },
      TemplateElement(node) {
        if (HAN.test(node.value.raw)) context.report({ node, messageId: "han" });
      },
    };
  },
};

const reasonedDisable = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { reason: "A disabled rule needs its reason on the line: `-- why`." },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/--\s*\S{3}/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: "reason" });
          }
        }
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: {
    "file-name": fileName,
    "no-han": noHan,
    "no-style-attribute": noStyleAttribute,
    "no-text-literal": noTextLiteral,
    "reasoned-disable": reasonedDisable,
  },
};
