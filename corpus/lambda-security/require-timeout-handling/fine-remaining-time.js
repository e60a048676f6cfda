exports.handler = async (event, context) => {
  const signal = AbortSignal.timeout(context.getRemainingTimeInMillis() - 500);
  return (await fetch(PRICES, { signal })).json();
};
