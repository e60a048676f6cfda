const csp = "script-src 'self' 'wasm-unsafe-eval'";
export { csp };
