const csp = `script-src 'self' 'unsafe-INLINE' ${cdn}`;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInline
export default csp;
