document.querySelector('form').addEventListener('submit', (event) => {
  const { comment } = event.target.elements;
  document.querySelector('.said').innerHTML = `<p>${comment.value}</p>`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

document.getElementById('search').addEventListener('change', (event) => {
  const field = event.currentTarget.elements.namedItem('words');
  document.getElementById('title').innerHTML = field.value;
});
