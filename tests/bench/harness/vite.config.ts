import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: {
    outDir: "../../../.cache/bench",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 100_000,
    rolldownOptions: { input: `${import.meta.dirname}/peers.html` },
  },
});
