export * from "./eslint.js";
