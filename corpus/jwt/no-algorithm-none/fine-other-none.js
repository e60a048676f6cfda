// `none` elsewhere has nothing to do with tokens.
const styles = { display: 'none', algorithm: 'none' };

export function hide(element) {
  Object.assign(element.style, styles);
  element.setAttribute('data-algorithms', 'none');
}

export function compress(data, { algorithm = 'none' } = {}) {
  return algorithm === 'none' ? data : deflate(data, { algorithm: 'none' });
}
