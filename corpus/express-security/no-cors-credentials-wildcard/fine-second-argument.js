import cors from 'cors';

// Only what `use` gets first is looked at.
export const mount = (app) => app.use('/api', cors({ origin: true, credentials: true }));
