export const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
//                      ^^^^^^^^^^^^^^^^^ unsafeInline
};
