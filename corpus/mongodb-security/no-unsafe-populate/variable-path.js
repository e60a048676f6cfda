export async function withRelations(Order, id, relation) {
  const order = await Order.findById(id).populate(relation);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePopulate
  return order;
}
