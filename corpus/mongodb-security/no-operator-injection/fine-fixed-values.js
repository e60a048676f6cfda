export const overdue = {
  dueAt: { $lt: new Date() },
  paidAt: { $exists: false },
  state: { $ne: 'cancelled' },
  note: 'set by req.body handlers',
};
