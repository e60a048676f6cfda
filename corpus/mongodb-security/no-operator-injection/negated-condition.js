export const byState = (req) => ({
  state: { $not: { $eq: req.params.state } },
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
  $nor: [{ owner: req.body.owner }],
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
});
