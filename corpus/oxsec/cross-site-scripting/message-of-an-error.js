function check(name) {
  if (name.length > 40) throw new Error('too long: ' + name);
  return name;
}

try {
  check(location.hash.slice(1));
} catch (error) {
  document.querySelector('#problem').innerHTML = error.message;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
