export const cors = { AllowedOrigins: ['*'], resource: '*', action: '*' };
export const read = ({ Resource, Action = '*' }) => [Resource, Action];
