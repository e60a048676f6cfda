window.location = '/home';
location.href = `/orders/${id}`;
window.open('/help');
