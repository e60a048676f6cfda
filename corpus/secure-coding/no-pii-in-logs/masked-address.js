function mask(address) {
  const [name, domain] = address.split('@');
  return `${name[0]}***@${domain}`;
}

export function notify(user, queue) {
  console.info('Queued a message to', mask(user.email));
  return queue.push({ to: user.email, template: 'welcome' });
}
