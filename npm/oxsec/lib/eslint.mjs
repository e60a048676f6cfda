import eslint from "./eslint.js";

export const { ESLint, loadESLint } = eslint;
export default eslint;
