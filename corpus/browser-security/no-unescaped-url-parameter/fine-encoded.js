const answer = await fetch(`https://api.example.com/find?q=${encodeURIComponent(input)}`);
const other = 'https://api.example.com/find?q=' + encodeURIComponent(req.query.q);
export { answer, other };
