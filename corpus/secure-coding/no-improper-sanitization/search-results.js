const list = document.querySelector('#results');
const search = document.querySelector('#search');

search.addEventListener('input', async () => {
  const query = search.value;
  list.innerHTML = `Results for ${query}`;
//                 ^^^^^^^^^^^^^^^^^^^^^^ insufficientXssProtection
  const results = await find(query);
  if (results.length === 0) {
    list.innerHTML = '<p>Nothing found</p>';
//                   ^^^^^^^^^^^^^^^^^^^^^^ unsafeReplaceSanitization
  } else {
    list.outerHTML = '<ul>' + results.map(render).join('') + '</ul>';
//                   ^^^^^^ unsafeReplaceSanitization
//                                                           ^^^^^^^ unsafeReplaceSanitization
  }
});
