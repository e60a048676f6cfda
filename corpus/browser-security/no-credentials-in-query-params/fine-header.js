fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } });
