export function bounds(req, operators) {
  const { $lt = req.query.before, $exists: present = req.params.field } = operators;
//        ^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ operatorInjection
  return [$lt, present];
}
