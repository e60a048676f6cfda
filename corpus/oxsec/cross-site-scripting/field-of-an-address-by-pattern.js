function field(name, url) {
  if (!url) url = window.location.href;
  name = name.replace(/[\[\]]/g, '\\$&');
  const found = new RegExp('[?&]' + name + '(=([^&#]*)|&|#|$)').exec(url);
  if (!found) return null;
  if (!found[2]) return '';
  return decodeURIComponent(found[2].replace(/\+/g, ' '));
}

document.getElementById('greeting').innerHTML = field('name');
//@1 crossSiteScripting
