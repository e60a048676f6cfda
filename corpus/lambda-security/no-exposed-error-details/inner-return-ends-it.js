// Behind the inner `return` the rule takes the response for ended.
export function report(errors) {
  return {
    first: errors.trace,
    //     ^^^^^^^^^^^^ exposedErrorDetails
    body: errors.map((error) => {
      return error.message;
    }),
    cause: errors.cause,
  };
}
