// options: {"ignoreFiles": ["health"]}
// filename: src/health.js
export const path = '/health';
