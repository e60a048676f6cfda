configure('ios', {
  allowArbitraryLoads: true,
//^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  orientation: 'portrait',
});
