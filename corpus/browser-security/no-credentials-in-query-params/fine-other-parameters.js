fetch(`/api/orders?page=${page}&size=20`);
fetch('/api/orders?tokens=3&author=me');
