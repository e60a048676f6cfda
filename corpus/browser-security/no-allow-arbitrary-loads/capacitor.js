module.exports = {
  ios: { transport: { allowArbitraryLoads: true } },
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
};
