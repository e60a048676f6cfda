export * from "oxsec/eslint";
