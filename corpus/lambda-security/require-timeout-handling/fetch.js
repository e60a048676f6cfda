exports.handler = async (event, context) => {
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeoutHandling
  const prices = await fetch(PRICES);
  return { statusCode: 200, body: await prices.text(), id: context.awsRequestId };
};
