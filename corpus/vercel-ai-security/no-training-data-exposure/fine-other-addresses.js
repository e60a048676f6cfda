export const PATHS = { trains: '/stations', coach: 'training', page: `/training/${Date.now()}` };
