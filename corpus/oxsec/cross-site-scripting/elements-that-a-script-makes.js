const hash = decodeURIComponent(location.hash.slice(1));

const script = document.createElement('script');
script.text = `start('${hash}')`;
//@1 crossSiteScripting
script.textContent = `start('${hash}')`;
//@1 crossSiteScripting
script.innerText = `start('${hash}')`;
//@1 crossSiteScripting

const frame = document.createElement('iframe');
frame.src = hash;
//@1 crossSiteScripting

const link = document.createElement('a');
link.href = hash;
//@1 crossSiteScripting

const form = document.createElement('form');
form.action = hash;
//@1 crossSiteScripting
