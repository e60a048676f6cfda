function replaceCard(card, answer) {
  const html = answer.html;
  card.outerHTML = html;
//^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
  document.body.classList.add('loaded');
}
