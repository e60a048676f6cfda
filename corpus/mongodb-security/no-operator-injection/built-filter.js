export function filterOf(request, ctx) {
  const filter = {};
  filter.age = { '$gte': Number(request.body.from), '$lte': ctx.request.query.to };
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
  filter.state = { $nin: [request.body.state, 'deleted'] };
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
  return filter;
}
