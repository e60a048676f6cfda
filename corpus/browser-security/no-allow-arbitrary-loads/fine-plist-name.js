const transport = { NSAllowsArbitraryLoads: true, 'allowArbitraryLoads': true };
export default transport;
