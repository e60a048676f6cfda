// safe: position
async function load() {
  const answer = await fetch('https://news.example/latest');
  document.querySelector('#news').textContent = await answer.text();
}

load();
