const markdownLink = new RegExp('(\\[[^\\]]*)*\\]');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redosVulnerable
const quoted = RegExp("('[^']+)+'", 'g');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ redosVulnerable

export function links(text) {
  return [...text.matchAll(quoted)].concat(text.match(markdownLink));
}
