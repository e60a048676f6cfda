export const filter = { where: 'this.total > 3', $expr: { $gt: ['$total', '$limit'] }, [`$where`]: 1 };
