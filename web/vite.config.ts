import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const OUT = "../src/sparring/server/app";

/** The board's fonts, served from here: without them it would ask another host. The 13 MB of Xiaolai stay out. */
function boardFonts(): Plugin {
  const from = here("node_modules/@excalidraw/excalidraw/dist/prod/fonts");
  return {
    name: "board-fonts",
    apply: "build",
    closeBundle() {
      if (existsSync(from)) {
        const keep = (path: string) => !path.includes("Xiaolai");
        cpSync(from, here(`${OUT}/assets/board/fonts`), { recursive: true, filter: keep });
      }
    },
  };
}

/** The board names another host for fonts that are missing here; there is none for us. */
function noOtherHost(): Plugin {
  return {
    name: "no-other-host",
    transform(code) {
      return code.includes("`https://esm.sh/") ? code.replaceAll("`https://esm.sh/", "`${location.origin}/missing/") : null;
    },
  };
}

export default defineConfig({
  plugins: [react(), noOtherHost(), boardFonts()],
  resolve: {
    alias: {
      "@excalidraw/mermaid-to-excalidraw": here("src/board/noMermaid.ts"),
      "@": here("src"),
    },
  },
  define: { "process.env.IS_PREACT": JSON.stringify("false") },
  build: { outDir: OUT, emptyOutDir: true, chunkSizeWarningLimit: 3000, target: "es2022" },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8722", ws: true } } },
  test: { include: ["src/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
