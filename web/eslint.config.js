import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const FEATURES = ["start", "setup", "room", "debrief", "questions", "guides", "importing", "own", "progress", "sessions", "settings", "stories"];

export default tseslint.config(
  { ignores: ["src/api/schema.d.ts"] },
  ...tseslint.configs.recommended,
  hooks.configs.flat["recommended-latest"] ?? {},
  { rules: { "max-lines": ["error", 250], complexity: ["error", 15] } },
  // A page may use what is shared, and nothing of another page.
  ...FEATURES.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: FEATURES.filter((other) => other !== feature).map((other) => `@/features/${other}/*`) },
      ],
    },
  })),
);
