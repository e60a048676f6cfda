exports.handler = async (event) => {
  const order = Buffer.from(event.body, 'base64');
  //                        ^^^^^^^^^^ unvalidatedInput
  return save(order, event.headers['x-tenant']);
  //                 ^^^^^^^^^^^^^ unvalidatedInput
};
