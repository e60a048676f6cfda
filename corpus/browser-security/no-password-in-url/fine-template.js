const url = `https://${user}:${password}@feeds.example.com`;
fetch(url);
