const transport = { allowArbitraryLoads: false };
export default transport;
