const hash = decodeURIComponent(location.hash.slice(1));

location = hash;
//@1 crossSiteScripting
location.href = hash;
//@1 crossSiteScripting
document.location = hash;
//@1 crossSiteScripting
location.assign(hash);
//@1 crossSiteScripting
location.replace(hash);
//@1 crossSiteScripting
window.open(hash);
//@1 crossSiteScripting
location.protocol = hash;
//@1 crossSiteScripting
