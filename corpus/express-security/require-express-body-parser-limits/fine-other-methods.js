app.use(express.static('public'));
const body = await response.json();
const page = await fetched.text();
