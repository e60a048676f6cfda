export function show(panel, result) {
  panel.innerHTML = result.text;
//                  ^^^^^^^^^^^ unsafeOutputInHTML
  panel.querySelector('h2').innerHTML += `<b>${result.generatedTitle}</b>`;
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeOutputInHTML
}
