const list = document.querySelector('#results');
const params = new URLSearchParams(location.search);

function show(results, query) {
  list.innerHTML = `<h1>Results for ${query}</h1>`;
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  for (const result of results) {
    list.innerHTML += '<li>' + result.data + '</li>';
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
  }
}

show([], params.get('q'));
