import { charge } from './payments.js';

export async function confirmOrder(order, customer) {
  const receipt = await charge(order.total, order.currency);
  console.log('Order confirmed for', customer.email);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  if (receipt.status !== 'paid') {
    console.error('Payment refused', receipt.id, customer.creditCardNumber);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    return null;
  }
  return { orderId: order.id, receiptId: receipt.id };
}
