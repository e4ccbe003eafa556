import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { policyPlugin } from "./scripts/build/policy.ts";
import { serviceWorkerPlugin } from "./scripts/build/service-worker.ts";
import { sourceBuildId } from "./scripts/lib/build-id.mjs";

const buildId = sourceBuildId(import.meta.dirname);

export default defineConfig({
  // Relative, so that the very same files work at the root of a host and below any path.
  base: "./",
  plugins: [
    svelte(),
    policyPlugin(),
    serviceWorkerPlugin({
      source: "src/page/pwa/service-worker.ts",
      buildId,
      leaveOut: /^(service-worker\.js|build-id\.txt|demo\/.*)$/,
    }),
  ],
  define: { __BUILD_ID__: JSON.stringify(buildId) },
  worker: { format: "es" },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
});
