import { SchemaExplorer } from './explorer.js';

export const explorer = new SchemaExplorer({ introspection: true });
export const link = createHttpLink({ introspection: true });
