import mermaid from 'mermaid';
const text = decodeURIComponent(location.hash.slice(1));

export async function draw(out) {
  out.innerHTML = await mermaid.render('graph', text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = mermaid.mermaidAPI.render('graph', text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
