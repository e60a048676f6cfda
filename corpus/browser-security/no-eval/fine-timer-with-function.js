setTimeout(() => refresh(), 1000);
const poll = setInterval(refresh, 5000, 'all');

function refresh(part = 'all') {
  console.log('refresh', part);
  clearInterval(poll);
}
