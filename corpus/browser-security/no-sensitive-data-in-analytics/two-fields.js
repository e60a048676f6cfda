export function ordered(order) {
  analytics.track('Ordered', {
    total: order.total,
    shippingAddress: order.address,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    phoneNumber: order.phone,
//  ^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  });
}
