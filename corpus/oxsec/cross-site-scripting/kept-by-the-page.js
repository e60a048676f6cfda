import Kept from 'js-cookie';
const hash = decodeURIComponent(location.hash.slice(1));

window.localStorage.setItem('name', hash);
window.sessionStorage.setItem('name', hash);
Kept.set('name', hash);
Cookie.set('mail', hash);

document.body.innerHTML = localStorage.getItem('name');
//@1 crossSiteScripting
document.body.innerHTML = sessionStorage.getItem('name');
//@1 crossSiteScripting
document.body.innerHTML = Cookies.get('name');
//@1 crossSiteScripting
document.body.innerHTML = Cookies.get('mail');
//@1 crossSiteScripting
