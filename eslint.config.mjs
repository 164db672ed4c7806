import js from "@eslint/js";
import tseslint from "typescript-eslint";

const providerRoot = {
  name: "@cdktf/provider-aws",
  message: "Import deep (@cdktf/provider-aws/lib/iam-role): the root costs seconds at every start.",
};

export default tseslint.config(
  { ignores: ["node_modules/", "lib/", "cdktf.out/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "no-restricted-imports": ["error", { paths: [providerRoot] }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // The two disagree with index signatures checked by the compiler, and with `||` for "".
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
      "no-template-curly-in-string": "off",
    },
  },
  {
    // Code that only computes stays free of CDKTF, so that it starts fast and runs anywhere.
    files: ["modules/*/**/*.ts"],
    ignores: ["modules/constructs/**", "modules/synth/{stacks,terraform-module}/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [providerRoot],
          patterns: [
            {
              regex: "^(cdktf|constructs|@cdktf)(/|$)",
              message: "This folder computes only; constructs stand in constructs/ and synth/.",
            },
          ],
        },
      ],
    },
  },
  {
    // What runs in the browser that opens a console sheet.
    files: ["modules/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: {
        clearTimeout: "readonly",
        document: "readonly",
        localStorage: "readonly",
        navigator: "readonly",
        setTimeout: "readonly",
      },
    },
  },
  {
    files: ["*.js", "scripts/**/*.js"],
    languageOptions: { sourceType: "commonjs", globals: { module: "writable" } },
  },
);
