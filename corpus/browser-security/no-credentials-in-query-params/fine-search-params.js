const query = new URLSearchParams({ token });
fetch('/api/orders?' + query);
