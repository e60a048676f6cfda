const allowArbitraryLoads = 'NSAllowsArbitraryLoads';
const plist = { [allowArbitraryLoads]: true };
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export default plist;
