import { charge } from './payments.js';

export async function confirmOrder(order, customer) {
  const receipt = await charge(order.total, order.currency);
  console.log('Order confirmed', order.id, 'customer', customer.id);
  if (receipt.status !== 'paid') {
    console.error('Payment refused', receipt.id);
  }
  return receipt.id;
}
