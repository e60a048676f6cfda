function countByRole(users) {
  const counts = new Map();
  for (const user of users) {
    counts.set(user.role, (counts.get(user.role) ?? 0) + 1);
  }
  if (counts.size > 10) {
    throw new RangeError('too many roles');
  }
  return Object.fromEntries(counts);
}

const roles = ['reader', 'editor'];
if (roles.includes('editor')) countByRole([]);
