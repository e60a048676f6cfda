const exceptions = hosts.map((host) => ({ host, allowArbitraryLoads: true }));
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export { exceptions };
