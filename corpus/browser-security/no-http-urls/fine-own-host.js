// options: { "allowedHosts": ["registry.internal"] }
const registry = 'http://registry.internal/npm';
export default registry;
