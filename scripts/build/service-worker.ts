import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build, type Plugin } from "vite";
import { contentSecurityPolicy } from "./policy.ts";

export interface PrecacheEntry {
  readonly url: string;
  /** Null for files whose name carries their hash. */
  readonly revision: string | null;
  readonly integrity: string;
}

interface Options {
  readonly source: string;
  readonly buildId: string;
  /** Files of the build that a browser should not fetch ahead. */
  readonly leaveOut: RegExp;
}

const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

function precacheEntries(folder: string, leaveOut: RegExp): PrecacheEntry[] {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((url) => !leaveOut.test(url))
    .sort();
  return files.map((url) => {
    const sha256 = createHash("sha256").update(readFileSync(join(folder, url)));
    const digest = sha256.digest("base64");
    return {
      url,
      revision: HASHED.test(url) ? null : digest.slice(0, 16),
      integrity: `sha256-${digest}`,
    };
  });
}

/** Which chunk imports which, for the size budget (scripts/gates/size.mjs). */
interface ChunkRecord {
  readonly file: string;
  readonly isEntry: boolean;
  readonly module: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly css: readonly string[];
}

/**
 * Builds the service worker after everything else, with the list of all files and their SHA-256: a file that
 * differs by a byte makes the installation fail, and the version in use stays.
 */
export function serviceWorkerPlugin({ source, buildId, leaveOut }: Options): Plugin {
  let folder = "";
  let root = "";
  const chunks: ChunkRecord[] = [];
  return {
    name: "clientele:service-worker",
    apply: "build",
    configResolved(config) {
      root = config.root;
      folder = join(root, config.build.outDir);
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const { viteMetadata } = chunk as { viteMetadata?: { importedCss: ReadonlySet<string> } };
        chunks.push({
          file: chunk.fileName,
          isEntry: chunk.isEntry,
          module: chunk.facadeModuleId === null ? null : relative(root, chunk.facadeModuleId),
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
          css: [...(viteMetadata?.importedCss ?? [])],
        });
      }
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        writeFileSync(join(folder, "build-id.txt"), `${buildId}\n`);
        mkdirSync(join(root, ".cache"), { recursive: true });
        writeFileSync(join(root, ".cache", "chunks.json"), JSON.stringify(chunks, null, 1));
        await build({
          configFile: false,
          root,
          logLevel: "warn",
          publicDir: false,
          define: {
            __PRECACHE__: JSON.stringify(precacheEntries(folder, leaveOut)),
            __POLICY__: JSON.stringify(`${contentSecurityPolicy()}; frame-ancestors 'none'`),
            __BUILD_ID__: JSON.stringify(buildId),
            "process.env.NODE_ENV": '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            lib: {
              entry: source,
              formats: ["iife"],
              name: "sw",
              fileName: () => "service-worker.js",
            },
          },
        });
      },
    },
  };
}
