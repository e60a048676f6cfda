// filename: csp.spec.js
expect(policy).not.toContain("'unsafe-inline'");
