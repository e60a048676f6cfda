const transport = { allowArbitraryLoads: isDevelopment };
transport.allowArbitraryLoads = true;
