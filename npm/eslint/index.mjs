export { ESLint, loadESLint, default } from "oxsec/eslint";
